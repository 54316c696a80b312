<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What came with a page was seen: the welcome, a line about an app, what changed.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Controller;

use OCA\EnsembleOnboarding\Data\Hints as Catalog;
use OCA\EnsembleOnboarding\Data\News as Newest;
use OCA\EnsembleOnboarding\Hints;
use OCA\EnsembleOnboarding\Memory;
use OCA\EnsembleOnboarding\News;
use OCA\EnsembleOnboarding\Shared\ApiController;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCA\EnsembleOnboarding\Shared\Settings;
use OCA\EnsembleOnboarding\Today;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;

class WelcomeController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private Memory $memory,
		private Settings $settings,
		private Today $today,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/welcome')]
	public function welcome(): DataResponse {
		return $this->answer('POST /api/v1/welcome', function (array $body, IUser $caller): array {
			$this->memory->welcomed($caller->getUID());
			return ['seen' => true];
		});
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/hints/{app}')]
	public function hint(string $app): DataResponse {
		$endpoint = 'POST /api/v1/hints/{app}';
		return $this->answer($endpoint, function (array $body, IUser $caller) use ($endpoint, $app): array {
			$account = $caller->getUID();
			$id = $this->pathText($endpoint, 'app', $app);
			$texts = (array)$this->settings->values()['hintTexts'];
			$this->memory->keepHints($account, Hints::seen($this->memory->hints($account), $id, $texts, $this->today->of($account), Catalog::DATA['apps']));
			return ['seen' => true];
		});
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/hints')]
	public function hints(): DataResponse {
		return $this->answer('PUT /api/v1/hints', function (array $body, IUser $caller): array {
			$account = $caller->getUID();
			$this->memory->keepHints($account, Hints::choice($this->memory->hints($account), $body['wanted']));
			return ['wanted' => $body['wanted']];
		});
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/news')]
	public function news(): DataResponse {
		return $this->answer('POST /api/v1/news', function (array $body, IUser $caller): array {
			$account = $caller->getUID();
			$read = News::read($this->memory->news($account), $body['version'], Newest::DATA['version']) ?? '';
			$this->memory->keepNews($account, $read);
			return ['version' => $read];
		});
	}
}
