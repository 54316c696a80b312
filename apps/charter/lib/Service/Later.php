<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// When the ask comes back after "later", as src/logic/later.ts; cases/later.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

final class Later {
	/**
	 * Four in the morning on the n-th day after today, where the reader lives: a new day, and nobody is at work.
	 *
	 * @param int $now seconds since 1970
	 * @param string $timezone the reader's time zone, IANA name; one that is not known counts as UTC
	 * @param int $days n, 1 = tomorrow
	 * @return int seconds since 1970
	 */
	public static function until(int $now, string $timezone, int $days): int {
		try {
			$zone = new \DateTimeZone($timezone);
		} catch (\Exception) {
			$zone = new \DateTimeZone('UTC');
		}
		$noon = (new \DateTimeImmutable('@' . $now))->setTimezone($zone)->setTime(12, 0);
		return $noon->modify('+' . $days . ' days')->setTime(4, 0)->getTimestamp();
	}
}
