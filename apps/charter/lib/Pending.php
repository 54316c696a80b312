<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether a member is to be asked, decided from values that Nextcloud has loaded anyway.

declare(strict_types=1);

namespace OCA\EnsembleCharter;

use OCA\EnsembleCharter\AppInfo\Application;
use OCA\EnsembleCharter\Service\Ask;
use OCA\EnsembleCharter\Service\Asked;
use OCA\EnsembleCharter\Service\Audience;
use OCA\EnsembleCharter\Service\Standing;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Config\IUserConfig;
use OCP\IAppConfig;
use OCP\IUser;
use Psr\Container\ContainerInterface;

/** Runs for every page of everybody: it builds nothing else of ours before it knows that something is pending. */
class Pending {
	/** App value: id of the version whose answers count for the one in force, 0 or absent for none. Announcement writes these. */
	public const CURRENT = 'current';
	/** App value: id of the version in force; absent until 0.2.0 has looked at it, then it is the one above. */
	public const SHOWN = 'shown';
	/** App value: how it is published. */
	public const MODE = 'mode';
	/** App value: when the time for an answer is over, seconds since 1970, 0 for never. */
	public const DEADLINE = 'deadline';
	/** App value: whom it is for, JSON as in contract.ts. */
	public const AUDIENCE = 'audience';
	/** User value: what `current` was when the account answered last. Member writes it. */
	public const ANSWERED = 'answered';
	/** User value: the ask is hidden until then, seconds since 1970. Member writes it. */
	public const LATER = 'later';

	/** Behind each name above: the same of the host's charter. */
	public const OF_HOST = '_host';

	/** Backend of the accounts of the guests app. */
	public const GUESTS = 'Guests';

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
		$host = $this->pending($user, self::OF_HOST);
		$association = $this->pending($user, '');
		return $host + $association === 0 ? null : $this->container->get(Ask::class)->state($user, $host, $association);
	}

	/**
	 * Id of the version in force that an owner's charter asks the reader about, 0 for none.
	 *
	 * @param string $of what stands behind the names of the owner's values
	 */
	private function pending(IUser $user, string $of): int {
		$app = Application::APP_ID;
		$current = $this->appConfig->getValueInt($app, self::CURRENT . $of);
		if ($current === 0
			|| $this->userConfig->getValueInt($user->getUID(), $app, self::ANSWERED . $of) === $current
			|| $this->isPutOff($user, $of)
			|| $user->getBackendClassName() === self::GUESTS
			|| !$this->isAsked($user, $of)) {
			return 0;
		}
		return $this->appConfig->getValueInt($app, self::SHOWN . $of) ?: $current;
	}

	/** Not any more once an answer is due: what was put off before comes back then. */
	private function isPutOff(IUser $user, string $of): bool {
		$app = Application::APP_ID;
		$now = $this->time->getTime();
		return $this->userConfig->getValueInt($user->getUID(), $app, self::LATER . $of) > $now
			&& Standing::canWait($this->appConfig->getValueString($app, self::MODE . $of), $this->appConfig->getValueInt($app, self::DEADLINE . $of) ?: null, $now);
	}

	/** Nextcloud has loaded the groups of the reader for its own menus; only a charter for some of them looks at them. */
	private function isAsked(IUser $user, string $of): bool {
		$app = Application::APP_ID;
		if ($this->appConfig->getValueString($app, self::MODE . $of) === 'inform') {
			return false;
		}
		$audience = json_decode($this->appConfig->getValueString($app, self::AUDIENCE . $of), true) ?? Audience::EVERYONE;
		return $audience['who'] === 'everyone' || $this->container->get(Asked::class)->is($user, $audience);
	}
}
