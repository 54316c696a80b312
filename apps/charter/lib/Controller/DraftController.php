<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The draft that all admins share.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Controller;

use OCA\EnsembleCharter\Service\Drafts;
use OCA\EnsembleCharter\Shared\ApiController;
use OCA\EnsembleCharter\Shared\Contract;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class DraftController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Drafts $drafts,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/draft')]
	public function show(): DataResponse {
		return $this->answer('GET /api/v1/draft', fn (): array => $this->drafts->read());
	}

	#[ApiRoute(verb: 'PUT', url: '/api/v1/draft')]
	public function update(): DataResponse {
		return $this->answer('PUT /api/v1/draft', fn (array $body, IUser $caller): array => $this->drafts->save($caller->getUID(), $body));
	}
}
