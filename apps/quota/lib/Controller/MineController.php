<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the caller keeps, what takes the room, and what could be freed.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Controller;

use OCA\EnsembleQuota\Advice;
use OCA\EnsembleQuota\Cleanup;
use OCA\EnsembleQuota\History;
use OCA\EnsembleQuota\Largest;
use OCA\EnsembleQuota\Overview;
use OCA\EnsembleQuota\Requests\Requests;
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
		private IL10N $texts,
		private Overview $overview,
		private History $history,
		private Largest $largest,
		private Cleanup $cleanup,
		private Requests $requests,
		private Advice $advice,
		private Settings $settings,
		private ITimeFactory $time,
	) {
		parent::__construct($request, $contract, $session, $texts);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/mine')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/mine', function (array $body, IUser $caller): array {
			$account = $caller->getUID();
			$kept = $this->overview->member($account);
			return [
				...$kept,
				'countedAt' => $this->time->getTime(),
				'space' => $this->overview->space(),
				'request' => $this->requests->newest($account),
				'mayAsk' => $this->requests->mayAsk($account, $kept['quota']),
				'advice' => $this->advice->for($this->texts->getLanguageCode()),
				'contact' => $this->settings->values()['contact'],
			];
		});
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/mine/history')]
	public function history(): DataResponse {
		return $this->answer('GET /api/v1/mine/history', fn (array $body, IUser $caller): array => ['days' => $this->history->own($caller->getUID())]);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/mine/largest')]
	public function largest(): DataResponse {
		return $this->answer('GET /api/v1/mine/largest', fn (array $body, IUser $caller): array => $this->largest->of($caller->getUID()));
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/mine/cleanup')]
	public function cleanup(): DataResponse {
		return $this->answer('GET /api/v1/mine/cleanup', fn (array $body, IUser $caller): array => $this->cleanup->of($caller->getUID()));
	}
}
