<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The caller's first steps.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Controller;

use OCA\EnsembleOnboarding\Association;
use OCA\EnsembleOnboarding\Shared\ApiController;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCA\EnsembleOnboarding\Steps;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class StepsController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Steps $steps,
		private Association $association,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/steps')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/steps', fn (array $body, IUser $caller): array => [
			'association' => $this->association->name(),
			'contact' => $this->association->contact(),
			'steps' => $this->steps->of($caller),
		]);
	}
}
