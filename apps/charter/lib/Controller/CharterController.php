<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The charters in force, for their readers.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Controller;

use OCA\EnsembleCharter\Service\Answering;
use OCA\EnsembleCharter\Service\Asked;
use OCA\EnsembleCharter\Service\InForce;
use OCA\EnsembleCharter\Service\Member;
use OCA\EnsembleCharter\Service\Standing;
use OCA\EnsembleCharter\Service\Version;
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
	private const LATER = 'POST /api/v1/later';

	public function __construct(
		IRequest $request,
		Contract $contract,
		IUserSession $session,
		IL10N $l10n,
		private InForce $inForce,
		private Answering $answering,
		private Asked $asked,
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
		return $this->answer('GET /api/v1/charter', fn (array $body, IUser $caller): array => array_map(
			fn (?Version $version): ?array => $version === null ? null : $this->met($version, $caller),
			$this->inForce->all(),
		));
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/later')]
	public function later(): DataResponse {
		return $this->answer(self::LATER, function (array $body, IUser $caller): array {
			return ['until' => $this->putOff($caller, $this->inForce->meant(self::LATER, $body['version']))];
		});
	}

	/** As `met` in contract.ts. */
	private function met(Version $version, IUser $caller): array {
		return [
			'version' => $version,
			'language' => $version->languageFor($this->languages->getUserLanguage($caller)),
			'answer' => $this->answering->own($caller->getUID(), $version),
			'asked' => $this->asked->is($caller, $version->audience),
		];
	}

	private function putOff(IUser $caller, Version $version): int {
		$now = $this->time->getTime();
		if (!Standing::canWait($version->mode, $version->deadline, $now)) {
			throw $this->contract->error(self::LATER, 'deadline_passed', 'version');
		}
		return $this->member->putsOff($caller->getUID(), $now, $this->settings->values()['laterDays'], $version);
	}
}
