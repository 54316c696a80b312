<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells the pages which charters are in force.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\AppInfo\Application;
use OCA\EnsembleCharter\Pending;
use OCP\IAppConfig;
use OCP\Lock\ILockingProvider;
use OCP\Lock\LockedException;

/** By app values, which Nextcloud has loaded for every page; Pending reads them. */
class Announcement {
	/** Milliseconds that a publication waits for another one to be announced. */
	private const PATIENCE = 5_000;

	public function __construct(
		private IAppConfig $config,
		private ILockingProvider $locks,
	) {
	}

	/**
	 * Whether the pages know what is in force.
	 *
	 * @param 'association'|'host' $owner whose charter
	 * @param ?Version $version what is in force, null for nothing
	 */
	public function isKnown(string $owner, ?Version $version): bool {
		$told = fn (string $value): int => $this->config->getValueInt(Application::APP_ID, Owner::key($value, $owner));
		return $told(Pending::SHOWN) === ($version->id ?? 0) && $told(Pending::CURRENT) === ($version->asks ?? 0);
	}

	/**
	 * Tells the pages, unless they know. Nextcloud warns in its log when two requests write a value at once that was not
	 * there before, so one tells and the others wait for it or leave it to that one. What it tells is read anew until
	 * nothing has moved: of two at once, the newest stays.
	 *
	 * @param 'association'|'host' $owner whose charter
	 * @param callable(): ?Version $inForce reads what is in force now
	 * @param bool $waits whether to wait where somebody else is telling: that one may have read too early
	 */
	public function make(string $owner, callable $inForce, bool $waits): void {
		$path = Application::APP_ID . '/' . Owner::key(Pending::CURRENT, $owner);
		$locked = $this->lock($path, $waits);
		if (!$locked && !$waits) {
			return;
		}
		try {
			$this->config->clearCache();
			for ($version = $inForce(); !$this->isKnown($owner, $version); $version = $inForce()) {
				$this->tell($owner, $version);
			}
		} finally {
			if ($locked) {
				$this->locks->releaseLock($path, ILockingProvider::LOCK_EXCLUSIVE);
			}
		}
	}

	private function lock(string $path, bool $waits): bool {
		for ($waited = 0; true; $waited += 10) {
			try {
				$this->locks->acquireLock($path, ILockingProvider::LOCK_EXCLUSIVE);
				return true;
			} catch (LockedException) {
				if (!$waits || $waited >= self::PATIENCE) {
					return false;
				}
				usleep(10_000);
			}
		}
	}

	/** `current` comes last: with it the pages begin to ask, and only those who Ask says are to be asked. */
	private function tell(string $owner, ?Version $version): void {
		$app = Application::APP_ID;
		$this->config->setValueString($app, Owner::key(Pending::MODE, $owner), $version->mode ?? 'ask');
		$this->config->setValueInt($app, Owner::key(Pending::DEADLINE, $owner), $version->deadline ?? 0);
		$this->config->setValueString($app, Owner::key(Pending::AUDIENCE, $owner), json_encode($version->audience ?? Audience::EVERYONE, JSON_THROW_ON_ERROR));
		$this->config->setValueInt($app, Owner::key(Pending::SHOWN, $owner), $version->id ?? 0);
		$this->config->setValueInt($app, Owner::key(Pending::CURRENT, $owner), $version->asks ?? 0);
	}
}
