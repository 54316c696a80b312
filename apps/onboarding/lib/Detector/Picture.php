<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Done when the person has chosen a profile picture of their own.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\IAvatarManager;
use OCP\IUser;

final class Picture implements Detector {
	public function __construct(
		private readonly IAvatarManager $avatars,
	) {
	}

	public function id(): string {
		return 'picture';
	}

	public function offered(IUser $user): bool {
		return true;
	}

	public function done(IUser $user): bool {
		// Everybody has a generated picture with their initials; only one they sent counts.
		return $this->avatars->getAvatar($user->getUID())->isCustomAvatar();
	}
}
