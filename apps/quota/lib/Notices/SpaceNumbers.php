<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The numbers of the space that pages tell: those of the last time they were written, so that not every byte writes to everybody.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

use OCA\EnsembleQuota\AppInfo\Application;
use OCA\EnsembleQuota\Levels;
use OCP\IAppConfig;

class SpaceNumbers {
	private const KEY = 'space_numbers';
	/** They are renewed after so many seconds: a day. */
	private const AGE = 86400;

	public function __construct(
		private IAppConfig $appConfig,
	) {
	}

	/**
	 * The numbers to tell; only while the pages are locked. New ones when another level is reached, the size changes, or those told are a day old.
	 *
	 * @param int $used bytes, now
	 * @param int $pool bytes
	 * @param list<int> $levels rising percentages
	 * @param int $now seconds since 1970
	 * @return array{used: int, pool: int}
	 */
	public function of(int $used, int $pool, array $levels, int $now): array {
		$level = Levels::passed(Levels::percent($used, $pool), $levels);
		// What this process has read may be older than the lock.
		$this->appConfig->clearCache();
		$told = json_decode($this->appConfig->getValueString(Application::APP_ID, self::KEY, lazy: true), true);
		$fresh = is_array($told) && ($told['pool'] ?? null) === $pool && ($told['level'] ?? null) === $level
			&& $now - ($told['at'] ?? 0) < self::AGE && isset($told['used']);
		if (!$fresh) {
			$told = ['used' => $used, 'pool' => $pool, 'level' => $level, 'at' => $now];
			$this->appConfig->setValueString(Application::APP_ID, self::KEY, json_encode($told, JSON_THROW_ON_ERROR), lazy: true);
		}
		return ['used' => $told['used'], 'pool' => $told['pool']];
	}
}
