<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which language of a charter a reader gets, as src/logic/language.ts; cases/languages.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

final class Language {
	/**
	 * The best language: the reader's own, else the same one of anywhere (`fr` for `fr_CA`; without a plain one the first
	 * regional one by code), else the main one, else the first by code.
	 *
	 * @param string $wanted the reader's language, as fr_CA
	 * @param list<string> $languages the languages there are, at least one
	 * @param string $default the main language
	 */
	public static function best(string $wanted, array $languages, string $default): string {
		if (in_array($wanted, $languages, true)) {
			return $wanted;
		}
		$base = self::base($wanted);
		if (in_array($base, $languages, true)) {
			return $base;
		}
		sort($languages, SORT_STRING);
		foreach ($languages as $language) {
			if (self::base($language) === $base) {
				return $language;
			}
		}
		return in_array($default, $languages, true) ? $default : $languages[0];
	}

	private static function base(string $language): string {
		return explode('_', $language)[0];
	}
}
