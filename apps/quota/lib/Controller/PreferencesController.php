<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A member's own choices about notices.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Controller;

use OCA\EnsembleQuota\Notices\Choices;
use OCA\EnsembleQuota\Shared\ApiController;
use OCA\EnsembleQuota\Shared\Contract;
use OCA\EnsembleQuota\Shared\Settings;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class PreferencesController extends ApiController {
	private const UPDATE = 'PUT /api/v1/preferences';

	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Choices $choices,
		private Settings $settings,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/preferences')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/preferences', fn (array $body, IUser $caller): array => $this->inForce($caller));
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/preferences')]
	public function update(): DataResponse {
		return $this->answer(self::UPDATE, function (array $body, IUser $caller): array {
			if (!$this->settings->values()['membersChoose']) {
				throw $this->contract->error(self::UPDATE, 'not_allowed');
			}
			$this->choices->choose($caller->getUID(), $body);
			return $this->inForce($caller);
		});
	}

	/** Where members may not choose, what they chose before does not count. */
	private function inForce(IUser $caller): array {
		['membersChoose' => $free, 'levels' => $levels] = $this->settings->values();
		return [...($free ? $this->choices->of($caller->getUID()) : Choices::USUAL), 'levels' => $levels, 'mayChoose' => $free];
	}
}
