<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// How full an account is and whether that is worth a notice. Needs nothing of Nextcloud: a table of cases tests it beside its TypeScript twin src/logic/levels.ts.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

final class Levels {
	/** Below this quota a few small files make many percent: nobody is told. */
	private const LEAST_QUOTA = 5 * 1024 ** 2;

	/**
	 * How full a storage is.
	 *
	 * @param int $files bytes that count against the quota
	 * @param ?int $quota bytes; null = no limit
	 * @return ?float percent, not rounded, above 100 where a quota was lowered; null without a limit and for a quota of 0
	 */
	public static function percent(int $files, ?int $quota): ?float {
		return $quota === null || $quota <= 0 ? null : $files / $quota * 100;
	}

	/**
	 * The percent that notices go by.
	 *
	 * @param int $files bytes that count against the quota
	 * @param ?int $quota bytes; null = no limit
	 * @return ?float percent, not rounded; null without a limit and below a quota of 5 MB
	 */
	public static function noticed(int $files, ?int $quota): ?float {
		return $quota === null || $quota < self::LEAST_QUOTA ? null : self::percent($files, $quota);
	}

	/**
	 * The highest level passed.
	 *
	 * @param ?float $percent as percent() gives it
	 * @param list<int> $levels rising percentages
	 * @return ?int a level; null below the first one and without a limit
	 */
	public static function passed(?float $percent, array $levels): ?int {
		$passed = null;
		foreach ($levels as $level) {
			if ($percent !== null && $percent >= $level) {
				$passed = $level;
			}
		}
		return $passed;
	}

	/**
	 * Whether the banner is to be shown: there is a notice, and it was not closed at this level or a higher one for now.
	 *
	 * @param ?array{level: int} $notice the stored notice
	 * @param ?array{level: int, until: int} $dismissed what was closed last
	 * @param int $now seconds since 1970
	 */
	public static function pending(?array $notice, ?array $dismissed, int $now): bool {
		return $notice !== null && !($dismissed !== null && $dismissed['level'] >= $notice['level'] && $now < $dismissed['until']);
	}

	/**
	 * How much room is promised.
	 *
	 * @param list<array{enabled: bool, quota: ?int}> $accounts every account
	 * @return ?int sum of the quotas of enabled accounts in bytes; null where one of them has no limit
	 */
	public static function promised(array $accounts): ?int {
		$quotas = array_column(array_filter($accounts, static fn (array $account): bool => $account['enabled']), 'quota');
		return in_array(null, $quotas, true) ? null : array_sum($quotas);
	}
}
