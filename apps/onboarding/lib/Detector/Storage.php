<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Done when the person has opened "My storage".

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\Config\IUserConfig;
use OCP\IUser;

final class Storage implements Detector {
	public function __construct(
		private readonly IUserConfig $userConfig,
	) {
	}

	public function isDone(IUser $user): bool {
		return $this->userConfig->getValueString($user->getUID(), 'ensemble_quota', 'visited') !== '';
	}
}
