<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// In which language somebody without an account reads, as embedded/public/readerLanguage.ts; cases/publicPage.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Public;

use OCA\EnsembleCharter\Service\Language;

final class ReaderLanguage {
	/** A language of an Accept-Language header: the language, perhaps a region or a script, perhaps more, perhaps a weight. */
	private const ACCEPTED = '/^\s*([A-Za-z]{2,3})(?:-([A-Za-z]{2,4}))?(?:-[A-Za-z0-9]+)*\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?)\s*)?$/D';
	/** A longer header is not read to its end. */
	private const LONGEST = 1000;
	private const RIGHT_TO_LEFT = ['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'];

	/**
	 * The best language: the one of the link that was followed, else what the browser asks for, else the main one.
	 *
	 * @param string $asked the address's `lang`, whatever stood there; empty for none
	 * @param string $accept the Accept-Language header, empty for none
	 * @param list<string> $languages Nextcloud's names of the languages there are, at least one
	 * @param string $default the main language
	 */
	public static function best(string $asked, string $accept, array $languages, string $default): string {
		foreach ([$asked, ...self::accepted($accept)] as $wanted) {
			$base = explode('_', $wanted)[0];
			foreach ($languages as $language) {
				if (explode('_', $language)[0] === $base) {
					return Language::best($wanted, $languages, $default);
				}
			}
		}
		return Language::best('', $languages, $default);
	}

	/**
	 * What a browser asks for, the most wanted first.
	 *
	 * @param string $accept the Accept-Language header
	 * @return list<string> Nextcloud's names of languages
	 */
	public static function accepted(string $accept): array {
		$weights = [];
		foreach (explode(',', substr($accept, 0, self::LONGEST)) as $part) {
			if (preg_match(self::ACCEPTED, $part, $found, PREG_UNMATCHED_AS_NULL) === 1) {
				$region = $found[2] === null ? '' : '_' . (strlen($found[2]) === 4 ? ucfirst(strtolower($found[2])) : strtoupper($found[2]));
				$weights[strtolower($found[1]) . $region] ??= (float)($found[3] ?? 1);
			}
		}
		$weights = array_filter($weights);
		arsort($weights);
		return array_keys($weights);
	}

	/**
	 * Which way a language is written.
	 *
	 * @param string $language Nextcloud's name of a language
	 * @return 'ltr'|'rtl'
	 */
	public static function direction(string $language): string {
		return in_array(explode('_', $language)[0], self::RIGHT_TO_LEFT, true) ? 'rtl' : 'ltr';
	}
}
