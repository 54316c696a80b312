<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Done when the person has chosen a profile picture of their own.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\Config\IUserConfig;
use OCP\IUser;

/**
 * Everybody has a picture with their initials, which Nextcloud draws; it keeps in a value of the account whether it has
 * drawn the one there is. IAvatar::isCustomAvatar() reads the same value, but sets up a folder for it, and takes an
 * account whose picture nobody has looked at yet for one with a picture of its own.
 */
final class Picture implements Detector {
	private const CHOSEN = 'false';

	public function __construct(
		private readonly IUserConfig $userConfig,
	) {
	}

	public function isDone(IUser $user): bool {
		return $this->userConfig->getValueString($user->getUID(), 'avatar', 'generated') === self::CHOSEN;
	}
}
