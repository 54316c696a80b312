<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The one line about an app at somebody's first visit; the twin of src/logic/hints.ts.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

/**
 * @psalm-type Stored = array{seen: list<string>, day: string, off: bool} apps whose line was shown; day of the last one where the person lives, empty for never; whether they want none
 */
final class Hints {
	public const NONE = ['seen' => [], 'day' => '', 'off' => false];

	/**
	 * The line that a page carries.
	 *
	 * @param string $path of the request, without webroot and index.php
	 * @param ?Stored $value what is remembered
	 * @param string $day today in the account's time zone
	 * @param string $language Nextcloud's code of the reader
	 * @param bool $wanted whether the association wants such lines
	 * @param array<string, array<string, string>> $texts app → language → the association's own line; nothing = none
	 * @param bool $waits whether a welcome is still to come
	 * @param bool $guest an account of the guests app: it is left alone
	 * @param list<string> $builtIn apps that have a built-in line
	 * @return ?array{app: string, text: ?string} text: the association's own line, null = the built-in one; null for no line
	 */
	public static function due(string $path, ?array $value, string $day, string $language, bool $wanted, array $texts, bool $waits, bool $guest, array $builtIn): ?array {
		$app = self::unseen($path, $value);
		if ($app === null || $guest || $waits || !$wanted || ($value ?? self::NONE)['day'] === $day || !self::hasLine($app, $texts, $builtIn)) {
			return null;
		}
		$own = (array)($texts[$app] ?? []);
		// A built-in line in the reader's language is better than a foreign one.
		return ['app' => $app, 'text' => in_array($app, $builtIn, true) ? Words::best($own, $language) : Words::any($own, $language)];
	}

	/**
	 * The app that a path belongs to, if a line about it may still come some day.
	 *
	 * @param string $path of the request, without webroot and index.php
	 * @param ?Stored $value what is remembered
	 */
	public static function unseen(string $path, ?array $value): ?string {
		['seen' => $seen, 'off' => $off] = $value ?? self::NONE;
		return !$off && preg_match('~^/apps/([a-z][a-z0-9_]{0,63})(/|$)~D', $path, $match) === 1 && !in_array($match[1], $seen, true) ? $match[1] : null;
	}

	/**
	 * What to remember once a line was shown; only apps that have one are remembered.
	 *
	 * @param ?Stored $value what was remembered
	 * @param string $app which line
	 * @param array<string, array<string, string>> $texts the association's own lines
	 * @param string $day today in the account's time zone
	 * @param list<string> $builtIn apps that have a built-in line
	 * @return Stored
	 */
	public static function seen(?array $value, string $app, array $texts, string $day, array $builtIn): array {
		$value ??= self::NONE;
		return self::hasLine($app, $texts, $builtIn)
			? ['seen' => in_array($app, $value['seen'], true) ? $value['seen'] : [...$value['seen'], $app], 'day' => $day, 'off' => $value['off']]
			: $value;
	}

	/**
	 * What to remember of the person's choice.
	 *
	 * @param ?Stored $value what was remembered
	 * @param bool $wanted whether they want such lines
	 * @return Stored
	 */
	public static function choice(?array $value, bool $wanted): array {
		return ['off' => !$wanted] + ($value ?? self::NONE);
	}

	/**
	 * The day of a moment where somebody lives.
	 *
	 * @param int $now seconds since 1970
	 * @param string $timezone IANA name; one that is not known counts as UTC
	 * @return string as `2026-11-22`
	 */
	public static function day(int $now, string $timezone): string {
		try {
			$zone = new \DateTimeZone($timezone);
		} catch (\Exception) {
			$zone = new \DateTimeZone('UTC');
		}
		return (new \DateTimeImmutable('@' . $now))->setTimezone($zone)->format('Y-m-d');
	}

	/** Whether there is a line about an app: the association's own, or a built-in one. */
	private static function hasLine(string $app, array $texts, array $builtIn): bool {
		return array_key_exists($app, $texts) ? (array)$texts[$app] !== [] : in_array($app, $builtIn, true);
	}
}
