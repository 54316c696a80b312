<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether a member is to be asked, decided from values that Nextcloud has loaded anyway.

declare(strict_types=1);

namespace OCA\EnsembleCharter;

use OCA\EnsembleCharter\AppInfo\Application;
use OCA\EnsembleCharter\Service\Ask;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Config\IUserConfig;
use OCP\IAppConfig;
use OCP\IUser;
use Psr\Container\ContainerInterface;

/** Runs for every page of everybody: it builds nothing else of ours before it knows that something is pending. */
class Pending {
	/** App value: id of the version in force, 0 or absent for none. InForce writes it. */
	public const CURRENT = 'current';
	/** User value: id of the version that was answered last. Member writes it. */
	public const ANSWERED = 'answered';
	/** User value: the ask is hidden until then, seconds since 1970. Member writes it. */
	public const LATER = 'later';

	/** Accounts of the guests app, who are no members: their backend says so. */
	private const GUESTS = 'Guests';

	public function __construct(
		private IAppConfig $appConfig,
		private IUserConfig $userConfig,
		private ITimeFactory $time,
		private ContainerInterface $container,
	) {
	}

	/**
	 * What is pending; no query where nothing is.
	 *
	 * @param IUser $user the reader of the page
	 * @return ?array the initial state, null where nothing is pending
	 */
	public function for(IUser $user): ?array {
		$app = Application::APP_ID;
		$version = $this->appConfig->getValueInt($app, self::CURRENT);
		if ($version === 0
			|| $this->userConfig->getValueInt($user->getUID(), $app, self::ANSWERED) === $version
			|| $this->userConfig->getValueInt($user->getUID(), $app, self::LATER) > $this->time->getTime()
			|| $user->getBackendClassName() === self::GUESTS) {
			return null;
		}
		return $this->container->get(Ask::class)->state($user, $version);
	}
}
