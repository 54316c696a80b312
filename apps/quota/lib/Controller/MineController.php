<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the caller keeps.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Controller;

use OCA\EnsembleQuota\Overview;
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

class MineController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Overview $overview,
		private Settings $settings,
		private ITimeFactory $time,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/mine')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/mine', fn (array $body, IUser $caller): array => [
			...$this->overview->member($caller->getUID(), $this->settings->values()['levels']),
			'countedAt' => $this->time->getTime(),
		]);
	}
}
