<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the page tells somebody who logs in for the first time. Read on every page, so only from values that Nextcloud has loaded anyway.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCP\IUser;
use OCP\L10N\IFactory;

final class Pending {
	public function __construct(
		private readonly Welcome $welcome,
		private readonly Association $association,
		private readonly IFactory $languages,
	) {
	}

	/** @return ?array PendingWelcome of contract.ts; null = nothing to tell */
	public function for(IUser $user): ?array {
		if (!$this->welcome->isPending($user->getUID())) {
			return null;
		}
		return [
			'association' => $this->association->name(),
			'welcome' => $this->association->welcome($this->languages->getUserLanguage($user)),
			'contact' => $this->association->contact(),
		];
	}
}
