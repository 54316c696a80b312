<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the page tells somebody: a welcome, what an app is for, what changed. Read on every page, so only from values that Nextcloud has loaded anyway.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\AppInfo\Application;
use OCA\EnsembleOnboarding\Data\Hints as Catalog;
use OCA\EnsembleOnboarding\Data\News as Newest;
use OCP\IAppConfig;
use OCP\IRequest;
use OCP\IUser;
use Psr\Container\ContainerInterface;

/** Runs for every page of everybody: it builds nothing more before it knows that something may be due. */
final class Pending {
	public function __construct(
		private readonly Memory $memory,
		private readonly ContainerInterface $container,
	) {
	}

	/** @return ?array Pending of contract.ts; null = nothing to tell */
	public function for(IUser $user): ?array {
		$account = $user->getUID();
		$guest = Person::isGuest($user);
		$welcome = $this->memory->isToBeWelcomed($account);
		$news = !$guest && News::isNewer(Newest::DATA['version'], $this->memory->news($account));
		$path = $guest || $welcome ? '' : (string)$this->container->get(IRequest::class)->getPathInfo();
		$app = Hints::unseen($path, $this->memory->hints($account));
		$hint = $app !== null && $this->mayHaveLine($app);
		return $welcome || $news || $hint ? $this->container->get(Due::class)->for($user, $welcome, $hint ? $path : '') : null;
	}

	/** Whether there may be a line about an app. The settings are long, so they are only read once they name the app. */
	private function mayHaveLine(string $app): bool {
		if (in_array($app, Catalog::DATA['apps'], true)) {
			return true;
		}
		$config = $this->container->get(IAppConfig::class);
		foreach (['settings', 'fleet_policy'] as $key) {
			if (str_contains($config->getValueString(Application::APP_ID, $key), '"' . $app . '"')) {
				return true;
			}
		}
		return false;
	}
}
