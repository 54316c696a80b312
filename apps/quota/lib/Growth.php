<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// How fast the space grows: as growthPerDay of src/logic/forecast.ts, and the same table of cases tests both.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

final class Growth {
	/** Days of history that are looked at. */
	public const DAYS = 30;
	/** Fewer points, or points over fewer days, say nothing. */
	private const ENOUGH_POINTS = 7;
	private const ENOUGH_DAYS = 7;

	/**
	 * How many bytes the space grows by in a day: the median of the slopes between all pairs of days (Theil-Sen), which
	 * one film that is uploaded does not turn.
	 *
	 * @param list<array{day: int, used: int}> $points days since 1970, each once, and bytes
	 * @param int $today days since 1970
	 * @return ?float bytes per day over the last 30 days, negative where it shrinks; null where there are fewer than 7 points or less than 7 days
	 */
	public static function perDay(array $points, int $today): ?float {
		$recent = array_values(array_filter($points, static fn (array $point): bool => $point['day'] >= $today - self::DAYS && $point['day'] <= $today));
		$days = array_column($recent, 'day');
		if (count($recent) < self::ENOUGH_POINTS || max($days) - min($days) < self::ENOUGH_DAYS) {
			return null;
		}
		$slopes = [];
		foreach ($recent as $index => $one) {
			foreach (array_slice($recent, $index + 1) as $other) {
				if ($other['day'] !== $one['day']) {
					$slopes[] = ($other['used'] - $one['used']) / ($other['day'] - $one['day']);
				}
			}
		}
		sort($slopes);
		$middle = (count($slopes) - 1) / 2;
		$low = $slopes[(int)floor($middle)];
		return $low + ($slopes[(int)ceil($middle)] - $low) * ($middle - floor($middle));
	}
}
