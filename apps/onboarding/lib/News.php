<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What changed in the space, told once after an update of the pack; the twin of src/logic/news.ts.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

/**
 * @psalm-type Told = array{version: string, lines: array<string, list<string>>} version of the pack that brought it; language → lines
 */
final class News {
	/** More lines nobody reads. */
	private const MOST_LINES = 3;

	/**
	 * What a page carries.
	 *
	 * @param Told $news the newest there are
	 * @param ?string $read the version that the person has read about; null = none: the account is older than the news
	 * @param string $language Nextcloud's code of the reader
	 * @param bool $guest whether it is an account of the guests app, which is left alone
	 * @return ?array{version: string, lines: list<string>} null for nothing
	 */
	public static function due(array $news, ?string $read, string $language, bool $guest): ?array {
		$lines = Words::best($news['lines'], $language) ?? Words::any($news['lines'], 'en') ?? [];
		if ($guest || $lines === [] || !self::isNewer($news['version'], $read)) {
			return null;
		}
		return ['version' => $news['version'], 'lines' => array_slice($lines, 0, self::MOST_LINES)];
	}

	/** Whether there is something newer than what somebody has read; null = nothing was read. */
	public static function isNewer(string $version, ?string $read): bool {
		return $read === null || ($version !== $read && self::compare($version, $read) > 0);
	}

	/**
	 * What to remember when a person has read what came with a page. The page may be older than the last update, and
	 * nobody reads about what is not there yet.
	 *
	 * @param ?string $read the version that they had read about; null = none
	 * @param string $version as it came with the page
	 * @param string $now the newest there are
	 */
	public static function read(?string $read, string $version, string $now): ?string {
		if (preg_match('~^[0-9]{1,6}(\.[0-9]{1,6})*$~D', $version) !== 1) {
			return $read;
		}
		$most = self::compare($version, $now) > 0 ? $now : $version;
		return $read !== null && self::compare($read, $most) > 0 ? $read : $most;
	}

	/** Below 0 where the first is the older one. PHP's own comparison takes 0.2 for older than 0.2.0. */
	private static function compare(string $one, string $other): int {
		[$left, $right] = array_map(static fn (string $version): array => array_map(intval(...), explode('.', $version)), [$one, $other]);
		$length = max(count($left), count($right));
		return array_pad($left, $length, 0) <=> array_pad($right, $length, 0);
	}
}
