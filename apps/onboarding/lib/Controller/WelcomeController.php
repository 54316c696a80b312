<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A newcomer has seen the welcome.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Controller;

use OCA\EnsembleOnboarding\Shared\ApiController;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCA\EnsembleOnboarding\Welcome;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class WelcomeController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Welcome $welcome,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/welcome')]
	public function create(): DataResponse {
		return $this->answer('POST /api/v1/welcome', function (array $body, IUser $caller): array {
			$this->welcome->seen($caller->getUID());
			return ['seen' => true];
		});
	}
}
