<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the page tells somebody who logs in for the first time. Read on every page, so only from values that Nextcloud has loaded anyway.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCP\IUser;
use OCP\L10N\IFactory;
use Psr\Container\ContainerInterface;

/** Runs for every page of everybody: it builds nothing more before it knows that a welcome is due. */
final class Pending {
	public function __construct(
		private readonly Welcome $welcome,
		private readonly ContainerInterface $container,
	) {
	}

	/** @return ?array PendingWelcome of contract.ts; null = nothing to tell */
	public function for(IUser $user): ?array {
		if (!$this->welcome->isPending($user->getUID())) {
			return null;
		}
		$association = $this->container->get(Association::class);
		return [
			'association' => $association->name(),
			'welcome' => $association->welcome($this->container->get(IFactory::class)->getUserLanguage($user)),
			'contact' => $association->contact(),
		];
	}
}
