<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What admins set up in the space.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Controller;

use OCA\EnsembleOnboarding\Setup;
use OCA\EnsembleOnboarding\Shared\ApiController;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUserSession;

class TasksController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Setup $setup,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/tasks')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/tasks', fn (): array => ['tasks' => $this->setup->tasks()]);
	}

	#[ApiRoute(verb: 'PUT', url: '/api/v1/tasks/{id}')]
	public function update(string $id): DataResponse {
		$endpoint = 'PUT /api/v1/tasks/{id}';
		return $this->answer($endpoint, function (array $body) use ($endpoint, $id): array {
			$this->setup->mark($this->pathText($endpoint, 'id', $id), $body['state']);
			return ['tasks' => $this->setup->tasks()];
		});
	}
}
