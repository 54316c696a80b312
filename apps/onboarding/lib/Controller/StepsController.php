<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The caller's first steps.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Controller;

use OCA\EnsembleOnboarding\FirstSteps;
use OCA\EnsembleOnboarding\Help;
use OCA\EnsembleOnboarding\Memory;
use OCA\EnsembleOnboarding\Shared\ApiController;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCA\EnsembleOnboarding\Widget;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class StepsController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		private IL10N $texts,
		private FirstSteps $steps,
		private Help $help,
		private Memory $memory,
		private Widget $widget,
	) {
		parent::__construct($request, $contract, $session, $texts);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/steps')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/steps', fn (array $body, IUser $caller): array => [
			'help' => $this->help->in($this->texts->getLanguageCode()),
			'steps' => $this->steps->of($caller),
			'closed' => $this->memory->isClosed($caller->getUID()),
		]);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/steps/{id}')]
	public function update(string $id): DataResponse {
		$endpoint = 'PUT /api/v1/steps/{id}';
		return $this->answer($endpoint, fn (array $body, IUser $caller): array => [
			'steps' => $this->steps->change($caller, $this->pathText($endpoint, 'id', $id), $body['state']),
		]);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/closed')]
	public function close(): DataResponse {
		return $this->answer('PUT /api/v1/closed', function (array $body, IUser $caller): array {
			$this->memory->close($caller->getUID(), $body['closed']);
			$this->widget->tidy($caller->getUID());
			return ['closed' => $body['closed']];
		});
	}
}
