<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the page tells a member whose storage, or whose space, is nearly full. Read on every page, so only from values that Nextcloud has loaded anyway.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCA\EnsembleQuota\Notices\PageNotices;
use OCA\EnsembleQuota\Shared\Settings;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IUser;
use OCP\L10N\IFactory;
use Psr\Container\ContainerInterface;

/** Runs for every page of everybody: it builds nothing more before it knows that there is a notice. */
final class Pending {
	public function __construct(
		private readonly PageNotices $notices,
		private readonly ContainerInterface $container,
	) {
	}

	/** @return ?array PendingQuota of contract.ts; null = nothing to tell */
	public function for(IUser $user): ?array {
		$notices = $this->notices->of($user->getUID());
		if ($notices === PageNotices::NONE) {
			return null;
		}
		$now = $this->container->get(ITimeFactory::class)->getTime();
		$dismissed = $this->notices->dismissed($user->getUID());
		foreach ($notices as $about => $notice) {
			$notices[$about] = Levels::pending($notice, $dismissed[$about] ?? null, $now) ? $notice : null;
		}
		if ($notices === PageNotices::NONE) {
			return null;
		}
		$settings = $this->container->get(Settings::class)->values();
		$language = $this->container->get(IFactory::class)->getUserLanguage($user);
		return [
			...$notices,
			'repeatDays' => $settings['repeatDays'],
			'contact' => $settings['contact'],
			'advice' => Advice::words((array)$settings['advice'], $language),
		];
	}
}
