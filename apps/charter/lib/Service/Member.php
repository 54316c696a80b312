<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is kept with an account so that its pages know whether to ask.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\AppInfo\Application;
use OCA\EnsembleCharter\Pending;
use OCP\Config\Exceptions\UnknownKeyException;
use OCP\Config\IUserConfig;
use OCP\IDateTimeZone;

/** User values, read by Pending; Nextcloud deletes them with the account. */
class Member {
	public function __construct(
		private IUserConfig $config,
		private IDateTimeZone $zones,
	) {
	}

	/**
	 * Somebody has answered. What they put off was this version; the next one is not.
	 *
	 * @param string $account login name
	 * @param Version $version what was answered
	 */
	public function hasAnswered(string $account, Version $version): void {
		$this->set($account, Owner::key(Pending::ANSWERED, $version->owner), $version->asks);
		$this->config->deleteUserConfig($account, Application::APP_ID, Owner::key(Pending::LATER, $version->owner));
	}

	/**
	 * Hides the ask of a charter for some days, and never beyond the moment when it cannot be put off any more.
	 *
	 * @param string $account login name
	 * @param int $now seconds since 1970
	 * @param int $days comes back on the n-th day after today
	 * @param Version $version the version in force
	 * @return int when it comes back, seconds since 1970
	 */
	public function putsOff(string $account, int $now, int $days, Version $version): int {
		$until = Later::until($now, $this->timezone($account), $days);
		if ($version->mode === 'require' && $version->deadline !== null) {
			$until = min($until, $version->deadline);
		}
		$this->set($account, Owner::key(Pending::LATER, $version->owner), $until);
		return $until;
	}

	/** Of two that write a new value at once, Nextcloud refuses one in this way. The other one's stays, and Ask puts it right if need be. */
	private function set(string $account, string $key, int $value): void {
		try {
			$this->config->setValueInt($account, Application::APP_ID, $key, $value);
		} catch (UnknownKeyException) {
			$this->config->clearCache($account);
		}
	}

	/**
	 * Where an account lives: an IANA name.
	 *
	 * @param string $account login name
	 */
	public function timezone(string $account): string {
		$name = $this->config->getValueString($account, 'core', 'timezone');
		return $name === '' ? $this->zones->getDefaultTimeZone()->getName() : $name;
	}
}
