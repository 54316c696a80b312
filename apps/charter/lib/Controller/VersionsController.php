<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Published charters: the history and each of them for members, counts and publishing for admins.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Controller;

use OCA\EnsembleCharter\Service\Publishing;
use OCA\EnsembleCharter\Service\Version;
use OCA\EnsembleCharter\Service\VersionList;
use OCA\EnsembleCharter\Service\VersionStore;
use OCA\EnsembleCharter\Shared\ApiController;
use OCA\EnsembleCharter\Shared\Contract;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class VersionsController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private VersionStore $versions,
		private VersionList $list,
		private Publishing $publishing,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/history')]
	public function history(): DataResponse {
		return $this->answer(
			'GET /api/v1/history',
			fn (array $body, IUser $caller): array => ['versions' => $this->list->history($caller)],
		);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/versions')]
	public function index(): DataResponse {
		return $this->answer(
			'GET /api/v1/versions',
			fn (array $body, IUser $caller): array => ['versions' => $this->list->for($caller)],
		);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/versions/{id}')]
	public function show(string $id): DataResponse {
		$endpoint = 'GET /api/v1/versions/{id}';
		return $this->answer($endpoint, fn (): Version => $this->versions->get($this->pathId($endpoint, 'id', $id))
			?? throw $this->contract->error($endpoint, 'unknown_version', 'id'));
	}

	#[ApiRoute(verb: 'POST', url: '/api/v1/versions')]
	public function create(): DataResponse {
		return $this->answer('POST /api/v1/versions', fn (array $body): Version => $this->publishing->publish($body));
	}
}
