<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Done when the person has answered the association's charter, whatever the answer.

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

	/** Whether there is a charter to answer, and somebody has the app. */
	public function isAskedOf(IUser $user): bool {
		return $this->apps->isEnabledForUser(self::APP, $user) && $this->current() > 0;
	}

	/** Whether there is a charter to answer at all. */
	public function isAsked(): bool {
		return $this->apps->isEnabledForAnyone(self::APP) && $this->current() > 0;
	}

	public function isDone(IUser $user): bool {
		return $this->userConfig->getValueInt($user->getUID(), self::APP, 'answered') === $this->current();
	}

	/** The association's version in force; 0 = none. */
	private function current(): int {
		return $this->appConfig->getValueInt(self::APP, 'current');
	}
}
