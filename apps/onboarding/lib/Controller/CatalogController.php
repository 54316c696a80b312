<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The host's catalog of texts, steps and hints.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Controller;

use OCA\EnsembleOnboarding\Catalog;
use OCA\EnsembleOnboarding\Shared\ApiController;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUserSession;

class CatalogController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Catalog $catalog,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/catalog')]
	public function index(): DataResponse {
		return $this->answer('GET /api/v1/catalog', fn (): array => $this->catalog->read());
	}

	#[ApiRoute(verb: 'PUT', url: '/api/v1/catalog')]
	public function update(): DataResponse {
		return $this->answer('PUT /api/v1/catalog', function (array $body): array {
			$this->catalog->seeUpTo($body['seenVersion']);
			return ['seenVersion' => $body['seenVersion']];
		});
	}
}
