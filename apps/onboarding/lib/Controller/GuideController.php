<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the pages beside the list need.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Controller;

use OCA\EnsembleOnboarding\Guide;
use OCA\EnsembleOnboarding\Shared\ApiController;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class GuideController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		private IL10N $texts,
		private Guide $guide,
	) {
		parent::__construct($request, $contract, $session, $texts);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/guide')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/guide', fn (array $body, IUser $caller): array => $this->guide->for($caller->getUID(), $this->texts->getLanguageCode()));
	}
}
