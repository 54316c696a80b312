<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the space and each of its members keep, for admins.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Controller;

use OCA\EnsembleQuota\Overview;
use OCA\EnsembleQuota\Shared\ApiController;
use OCA\EnsembleQuota\Shared\Contract;
use OCA\EnsembleQuota\Shared\Settings;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUserSession;

class UsageController extends ApiController {
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

	#[ApiRoute(verb: 'GET', url: '/api/v1/usage')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/usage', function (): array {
			['levels' => $levels, 'pool' => $pool] = $this->settings->values();
			$members = $this->overview->members($levels);
			return [
				'countedAt' => $this->time->getTime(),
				'total' => ['pool' => $pool, ...Overview::total($members)],
				'members' => $members,
			];
		});
	}
}
