<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// When the weekly mail to admins is due. Needs nothing of Nextcloud.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

final class Digest {
	private const HOUR = 8;
	/** After so many seconds it is given up: two days without cron, and nobody is told of last week. */
	private const PATIENCE = 172800;

	/**
	 * Which week's mail is due.
	 *
	 * @param int $now seconds since 1970
	 * @param string $timezone of the space, IANA name
	 * @param int $day 1 = Monday … 7 = Sunday; 0 = none
	 * @return ?int ISO year and week as 202647; null = none is due
	 */
	public static function week(int $now, string $timezone, int $day): ?int {
		$today = (new \DateTimeImmutable('@' . $now))->setTimezone(QuietHours::zone($timezone));
		for ($back = 0; $back <= 2; $back++) {
			$due = $today->modify("-$back days")->setTime(self::HOUR, 0);
			if ((int)$due->format('N') === $day) {
				$late = $now - $due->getTimestamp();
				return $late >= 0 && $late < self::PATIENCE ? (int)$due->format('oW') : null;
			}
		}
		return null;
	}
}
