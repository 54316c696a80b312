<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the page tells a member whose storage is nearly full. Read on every page, so only from values that Nextcloud has loaded anyway.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCA\EnsembleQuota\Shared\Settings;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IUser;
use Psr\Container\ContainerInterface;

/** Runs for every page of everybody: it builds nothing more before it knows that there is a notice. */
final class Pending {
	public function __construct(
		private readonly Notices $notices,
		private readonly ContainerInterface $container,
	) {
	}

	/** @return ?array PendingQuota of contract.ts; null = nothing to tell */
	public function for(IUser $user): ?array {
		$notice = $this->notices->of($user->getUID());
		if ($notice === null) {
			return null;
		}
		$now = $this->container->get(ITimeFactory::class)->getTime();
		if (!Levels::pending($notice, $this->notices->dismissed($user->getUID()), $now)) {
			return null;
		}
		$settings = $this->container->get(Settings::class)->values();
		return [...$notice, 'repeatDays' => $settings['repeatDays'], 'contact' => $settings['contact']];
	}
}
