<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words that were written by people, in the language of who reads; the twin of src/logic/words.ts.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

final class Words {
	/**
	 * The words in the reader's language: exactly it, else the same language without its region.
	 *
	 * @template T
	 * @param array<string, T> $words language → words
	 * @param string $language Nextcloud's code of the reader
	 * @return ?T null where there are none in that language: then the built-in words are better than foreign ones
	 */
	public static function best(array $words, string $language): mixed {
		return $words[$language] ?? $words[explode('_', $language)[0]] ?? null;
	}

	/**
	 * The same for what has no built-in words: then English, then the first there are.
	 *
	 * @template T
	 * @param array<string, T> $words language → words
	 * @param string $language Nextcloud's code of the reader
	 * @return ?T null where there are none at all
	 */
	public static function any(array $words, string $language): mixed {
		return self::best($words, $language) ?? self::best($words, 'en') ?? array_values($words)[0] ?? null;
	}
}
