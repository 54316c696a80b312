<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Brings what everybody's pages tell up to date.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

use OCA\EnsembleQuota\AppInfo\Application;
use OCP\Lock\ILockingProvider;
use OCP\Lock\LockedException;

class Pages {
	private const LOCK = Application::APP_ID . '/pages';

	public function __construct(
		private PageNotices $notices,
		private ILockingProvider $locks,
	) {
	}

	/**
	 * Writes where something changed, takes away from whoever has nothing to be told. Where another run is about to do
	 * the same, it is left to that one: Nextcloud complains when two processes store a value that neither knew of.
	 *
	 * @param callable(): array<string, array{mine: ?array, space: ?array}> $wanted what pages are to tell, by account; whoever has nothing is left out
	 * @return int how many accounts were written
	 */
	public function bring(callable $wanted): int {
		try {
			$this->locks->acquireLock(self::LOCK, ILockingProvider::LOCK_EXCLUSIVE);
		} catch (LockedException) {
			return 0;
		}
		try {
			return $this->change($wanted());
		} finally {
			$this->locks->releaseLock(self::LOCK, ILockingProvider::LOCK_EXCLUSIVE);
		}
	}

	private function change(array $wanted): int {
		$stored = $this->notices->all();
		$changed = array_filter($wanted, static fn (array $notices, int|string $account): bool => $notices != ($stored[$account] ?? null), ARRAY_FILTER_USE_BOTH);
		foreach ($changed + array_fill_keys(array_keys(array_diff_key($stored, $wanted)), null) as $account => $notices) {
			$this->notices->put((string)$account, $notices);
		}
		return count($changed) + count(array_diff_key($stored, $wanted));
	}
}
