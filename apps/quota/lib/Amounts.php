<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Amounts and shares as the reader's language writes them, as shared/l10n/format.ts does in a browser.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\Util;

final class Amounts {
	private const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'];

	/**
	 * An amount of storage.
	 *
	 * @param int $bytes amount; 1024 bytes are a kilobyte, as everywhere in Nextcloud
	 * @param string $language Nextcloud's language code of the reader
	 * @return string as "4.6 GB" or "4,6 Go"
	 */
	public static function bytes(int $bytes, string $language): string {
		$amount = (float)$bytes;
		$unit = 0;
		// Not 1024: 1023.96 kilobytes would be written as "1,024.0 kB".
		while ($amount >= 1023.95 && $unit < count(self::UNITS) - 1) {
			$amount /= 1024;
			$unit++;
		}
		// The short word for bytes has no plural in English: "12 byte".
		$width = $unit === 0 ? 'full-name' : 'short';
		$digits = $amount < 100 && $unit > 0 ? '.#' : '.';
		return self::icu($language, 'unit/' . self::UNITS[$unit] . " unit-width-$width $digits", $amount) ?? Util::humanFileSize($bytes);
	}

	/**
	 * A share in percent, rounded down: 100 % is said only when it is true.
	 *
	 * @param float $percent 0 to 100, or more
	 * @param string $language Nextcloud's language code of the reader
	 * @return string as "92%" or "92 %"
	 */
	public static function percent(float $percent, string $language): string {
		return self::icu($language, 'percent .', floor($percent)) ?? floor($percent) . '%';
	}

	/**
	 * How much of how much.
	 *
	 * @param int $used bytes
	 * @param int $of bytes, more than 0
	 * @param string $language Nextcloud's language code of the reader
	 * @return array{'{used}': string, '{total}': string, '{percent}': string} for strtr()
	 */
	public static function vars(int $used, int $of, string $language): array {
		return [
			'{used}' => self::bytes($used, $language),
			'{total}' => self::bytes($of, $language),
			'{percent}' => self::percent((float)Levels::percent($used, $of), $language),
		];
	}

	/** @return ?string null on a server without PHP's intl, or for a language it does not know how to write */
	private static function icu(string $language, string $skeleton, float $number): ?string {
		if (!class_exists(\MessageFormatter::class)) {
			return null;
		}
		return \MessageFormatter::formatMessage($language, "{0, number, :: $skeleton}", [$number]) ?: null;
	}
}
