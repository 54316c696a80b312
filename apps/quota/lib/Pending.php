<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the page tells a member whose storage is nearly full. Read on every page, so only from values that Nextcloud has loaded anyway.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCA\EnsembleQuota\Shared\Settings;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IUser;

final class Pending {
	public function __construct(
		private readonly Notices $notices,
		private readonly Settings $settings,
		private readonly ITimeFactory $time,
	) {
	}

	/** @return ?array PendingQuota of contract.ts; null = nothing to tell */
	public function for(IUser $user): ?array {
		$notice = $this->notices->of($user->getUID());
		if ($notice === null || !Levels::pending($notice, $this->notices->dismissed($user->getUID()), $this->time->getTime())) {
			return null;
		}
		$settings = $this->settings->values();
		return [...$notice, 'repeatDays' => $settings['repeatDays'], 'contact' => $settings['contact']];
	}
}
