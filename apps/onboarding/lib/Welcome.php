<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether a person is still to be welcomed: a value of the account, which Nextcloud loads for every page anyway and deletes with it.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\AppInfo\Application;
use OCP\Config\IUserConfig;

final class Welcome {
	private const KEY = 'welcome';
	private const PENDING = 'pending';
	private const SEEN = 'seen';

	public function __construct(
		private readonly IUserConfig $userConfig,
	) {
	}

	public function isPending(string $account): bool {
		return $this->userConfig->getValueString($account, Application::APP_ID, self::KEY) === self::PENDING;
	}

	/** The person logged in for the first time. Whoever was welcomed already is not welcomed again. */
	public function expect(string $account): void {
		if ($this->userConfig->getValueString($account, Application::APP_ID, self::KEY) === '') {
			$this->userConfig->setValueString($account, Application::APP_ID, self::KEY, self::PENDING);
		}
	}

	public function seen(string $account): void {
		$this->userConfig->setValueString($account, Application::APP_ID, self::KEY, self::SEEN);
	}
}
