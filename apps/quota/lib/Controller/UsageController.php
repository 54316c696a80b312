<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the space and each of its members keep, for admins.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Controller;

use OCA\EnsembleQuota\Groups;
use OCA\EnsembleQuota\History;
use OCA\EnsembleQuota\Metrics;
use OCA\EnsembleQuota\Overview;
use OCA\EnsembleQuota\Quotas;
use OCA\EnsembleQuota\Requests\RequestStore;
use OCA\EnsembleQuota\Shared\ApiController;
use OCA\EnsembleQuota\Shared\Contract;
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
		private Groups $groups,
		private Quotas $quotas,
		private RequestStore $requests,
		private History $history,
		private Metrics $metrics,
		private ITimeFactory $time,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/usage')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/usage', function (): array {
			['members' => $members, 'total' => $total] = $this->overview->count();
			['names' => $groups, 'of' => $memberships] = $this->groups->all();
			foreach ($members as &$member) {
				unset($member['guest']);
				$member['groups'] = $memberships[$member['account']] ?? [];
			}
			return [
				'countedAt' => $this->time->getTime(),
				'total' => $total,
				'members' => $members,
				'groups' => (object)$groups,
				'defaultQuota' => $this->quotas->default(),
				'openRequests' => $this->requests->countOpen(),
			];
		});
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/history')]
	public function history(): DataResponse {
		return $this->answer('GET /api/v1/history', fn (): array => ['days' => $this->history->space()]);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/metrics')]
	public function metrics(): DataResponse {
		return $this->answer('GET /api/v1/metrics', fn (): array => $this->metrics->read());
	}
}
