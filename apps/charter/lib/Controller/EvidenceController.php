<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The chain of answers, checked and exported.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Controller;

use OCA\EnsembleCharter\Service\Evidence;
use OCA\EnsembleCharter\Shared\ApiController;
use OCA\EnsembleCharter\Shared\Contract;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUserSession;

class EvidenceController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Evidence $evidence,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/verification')]
	public function verify(): DataResponse {
		return $this->answer('GET /api/v1/verification', fn (): array => $this->evidence->verify());
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/export')]
	public function export(): DataResponse {
		return $this->answer('GET /api/v1/export', fn (): array => $this->evidence->export());
	}
}
