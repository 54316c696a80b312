<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What admins ask about the whole space: its apps, who can be invited, how the list went.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Controller;

use OCA\EnsembleOnboarding\Icons;
use OCA\EnsembleOnboarding\Invitations;
use OCA\EnsembleOnboarding\Metrics;
use OCA\EnsembleOnboarding\Shared\ApiController;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCA\EnsembleOnboarding\Walkers;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUserSession;

class SpaceController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Icons $icons,
		private Invitations $invitations,
		private Walkers $walkers,
		private Metrics $metrics,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/icons')]
	public function icons(): DataResponse {
		return $this->answer('GET /api/v1/icons', fn (): array => ['icons' => $this->icons->all()]);
	}

	#[ApiRoute(verb: 'POST', url: '/api/v1/invitations/check')]
	public function check(): DataResponse {
		return $this->answer('POST /api/v1/invitations/check', fn (array $body): array => $this->invitations->check($body['people']));
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/figures')]
	public function figures(): DataResponse {
		return $this->answer('GET /api/v1/figures', fn (): array => $this->walkers->figures());
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/metrics')]
	public function metrics(): DataResponse {
		return $this->answer('GET /api/v1/metrics', fn (): array => $this->metrics->read());
	}
}
