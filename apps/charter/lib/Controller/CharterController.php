<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The charter in force, for its readers.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Controller;

use OCA\EnsembleCharter\Service\Answering;
use OCA\EnsembleCharter\Service\InForce;
use OCA\EnsembleCharter\Service\Member;
use OCA\EnsembleCharter\Shared\ApiController;
use OCA\EnsembleCharter\Shared\Contract;
use OCA\EnsembleCharter\Shared\Settings;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;
use OCP\L10N\IFactory;

class CharterController extends ApiController {
	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private InForce $inForce,
		private Answering $answering,
		private Member $member,
		private Settings $settings,
		private ITimeFactory $time,
		private IFactory $languages,
	) {
		parent::__construct($request, $contract, $session, $l10n);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/charter')]
	public function show(): DataResponse {
		return $this->answer('GET /api/v1/charter', function (array $body, IUser $caller): array {
			$version = $this->inForce->version();
			return [
				'version' => $version,
				'language' => $version?->languageFor($this->languages->getUserLanguage($caller)),
				'answer' => $version === null ? null : $this->answering->own($caller->getUID(), $version->id),
			];
		});
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/later')]
	public function later(): DataResponse {
		return $this->answer('POST /api/v1/later', function (array $body, IUser $caller): array {
			$this->inForce->meant('POST /api/v1/later', $body['version']);
			$days = $this->settings->values()['laterDays'];
			return ['until' => $this->member->putsOff($caller->getUID(), $this->time->getTime(), $days)];
		});
	}
}
