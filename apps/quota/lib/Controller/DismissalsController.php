<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A member closes the banner.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Controller;

use OCA\EnsembleQuota\Notices\PageNotices;
use OCA\EnsembleQuota\Shared\ApiController;
use OCA\EnsembleQuota\Shared\Contract;
use OCA\EnsembleQuota\Shared\Settings;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class DismissalsController extends ApiController {
	private const CREATE = 'POST /api/v1/dismissals';
	private const DAY = 86400;

	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private PageNotices $notices,
		private Settings $settings,
		private ITimeFactory $time,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/dismissals')]
	public function create(): DataResponse {
		return $this->answer(self::CREATE, function (array $body, IUser $caller): array {
			// A banner that speaks of another level is out of date; closing it must not silence the present one.
			if (($this->notices->of($caller->getUID())[$body['about']]['level'] ?? null) !== $body['level']) {
				throw $this->contract->error(self::CREATE, 'not_warned', 'level');
			}
			$until = $this->time->getTime() + $this->settings->values()['repeatDays'] * self::DAY;
			$this->notices->dismiss($caller->getUID(), $body['about'], $body['level'], $until);
			return ['until' => $until];
		});
	}
}
