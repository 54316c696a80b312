<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Requests for more room: members ask, admins decide.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Controller;

use OCA\EnsembleQuota\Requests\Requests;
use OCA\EnsembleQuota\Shared\ApiController;
use OCA\EnsembleQuota\Shared\Contract;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class RequestsController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Requests $requests,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/requests')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/requests', fn (): array => ['requests' => $this->requests->all()]);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/requests')]
	public function create(): DataResponse {
		return $this->answer('POST /api/v1/requests', fn (array $body, IUser $caller): array => $this->requests->ask($caller->getUID(), $body));
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/requests/{id}')]
	public function destroy(string $id): DataResponse {
		$endpoint = 'DELETE /api/v1/requests/{id}';
		return $this->answer($endpoint, fn (array $body, IUser $caller): array => $this->requests->takeBack($caller->getUID(), $this->pathId($endpoint, 'id', $id)));
	}

	#[ApiRoute(verb: 'POST', url: '/api/v1/requests/{id}/decision')]
	public function decide(string $id): DataResponse {
		$endpoint = 'POST /api/v1/requests/{id}/decision';
		return $this->answer($endpoint, fn (array $body, IUser $caller): array => $this->requests->decide($caller->getUID(), $this->pathId($endpoint, 'id', $id), $body));
	}
}
