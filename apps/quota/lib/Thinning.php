<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which days of the history stay, as src/logic/thinning.ts, and the same table of cases tests both.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

final class Thinning {
	/** Every day stays so long. */
	public const DAILY = 60;
	/** After so many days nothing stays but what still held at their beginning. */
	public const KEPT = 400;

	/**
	 * The days that stay of one account's history, or of the space's: all of the last 60 days; before that the newest of
	 * each week, to 400 days; and of what is older still the newest one, since a row holds until the next one.
	 *
	 * @param list<int> $days days since 1970, in any order
	 * @param int $today days since 1970
	 * @return list<int> those that stay, the oldest first
	 */
	public static function staying(array $days, int $today): array {
		sort($days);
		$stay = [];
		foreach ($days as $index => $day) {
			$next = $days[$index + 1] ?? null;
			if (self::part($day, $today) === 'daily' || $next === null || self::part($day, $today) !== self::part($next, $today)) {
				$stay[] = $day;
			}
		}
		return $stay;
	}

	/** Of the days of a part only the newest stays: a week, or all that is older than the history is kept; `daily` for those that stay anyway. */
	private static function part(int $day, int $today): string|int {
		$age = $today - $day;
		return match (true) {
			$age <= self::DAILY => 'daily',
			$age > self::KEPT => 'old',
			// Weeks since 1970, from Monday on: the first of January 1970 was a Thursday.
			default => intdiv($day + 3, 7),
		};
	}
}
