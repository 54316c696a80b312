<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Done when the person has answered the association's charter, whatever the answer. Listed only where there is one.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\App\IAppManager;
use OCP\Config\IUserConfig;
use OCP\IAppConfig;
use OCP\IUser;

final class Charter implements Detector {
	private const APP = 'ensemble_charter';

	public function __construct(
		private readonly IAppManager $apps,
		private readonly IAppConfig $appConfig,
		private readonly IUserConfig $userConfig,
	) {
	}

	public function id(): string {
		return 'charter';
	}

	public function offered(IUser $user): bool {
		// Guests of the guests app are never asked.
		return $user->getBackendClassName() !== 'Guests' && $this->apps->isEnabledForUser(self::APP, $user) && $this->current() > 0;
	}

	public function done(IUser $user): bool {
		return $this->userConfig->getValueInt($user->getUID(), self::APP, 'answered') === $this->current();
	}

	/** The version in force; 0 = none. */
	private function current(): int {
		return $this->appConfig->getValueInt(self::APP, 'current');
	}
}
