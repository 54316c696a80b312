<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who has answered what, and reminders for those who have not.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Controller;

use OCA\EnsembleCharter\Service\Reminders;
use OCA\EnsembleCharter\Service\Status;
use OCA\EnsembleCharter\Shared\ApiController;
use OCA\EnsembleCharter\Shared\Contract;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUserSession;

class StatusController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Status $status,
		private Reminders $reminders,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/status/{owner}')]
	public function show(string $owner): DataResponse {
		$endpoint = 'GET /api/v1/status/{owner}';
		return $this->answer($endpoint, fn (): array => $this->status->read($this->pathText($endpoint, 'owner', $owner)));
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/metrics')]
	public function metrics(): DataResponse {
		return $this->answer('GET /api/v1/metrics', fn (): array => $this->status->metrics());
	}

	#[ApiRoute(verb: 'POST', url: '/api/v1/reminders')]
	public function remind(): DataResponse {
		return $this->answer('POST /api/v1/reminders', fn (array $body): array => $this->reminders->send($body));
	}
}
