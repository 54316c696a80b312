<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The hours in which nobody is disturbed, as src/logic/quiet.ts; cases/quiet.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

final class QuietHours {
	/**
	 * Whether it is a quiet hour where the reader is.
	 *
	 * @param int $now seconds since 1970
	 * @param string $timezone IANA name; one that is not known counts as UTC
	 * @param ?array{from: int, to: int} $hours hours of the day, `from` included, `to` not; null = none; the same hour
	 *                                          twice = none; from > to goes over midnight
	 */
	public static function covers(int $now, string $timezone, ?array $hours): bool {
		if ($hours === null || $hours['from'] === $hours['to']) {
			return false;
		}
		$hour = (int)(new \DateTimeImmutable('@' . $now))->setTimezone(self::zone($timezone))->format('G');
		return $hours['from'] < $hours['to']
			? $hour >= $hours['from'] && $hour < $hours['to']
			: $hour >= $hours['from'] || $hour < $hours['to'];
	}

	/**
	 * A time zone.
	 *
	 * @param string $name IANA name; one that is not known counts as UTC
	 */
	public static function zone(string $name): \DateTimeZone {
		try {
			return new \DateTimeZone($name);
		} catch (\Exception) {
			return new \DateTimeZone('UTC');
		}
	}
}
