<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The canonical form of a charter text and its hash, as src/logic/canonical.ts; cases/canonical.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

/** A text is title, summary (sentences) and body, as in contract.ts. */
final class Canonical {
	/**
	 * SHA-256 of the canonical form, in lower-case hexadecimal.
	 *
	 * @param string $language language of the text
	 * @param array{title: string, summary: list<string>, body: string} $text the text
	 */
	public static function hash(string $language, array $text): string {
		return hash('sha256', self::form($language, $text));
	}

	/**
	 * The hashes of a whole charter.
	 *
	 * @param array<string, array{title: string, summary: list<string>, body: string}> $texts language → text
	 * @return array<string, string> language → hash
	 */
	public static function hashes(array $texts): array {
		$hashes = [];
		foreach ($texts as $language => $text) {
			$hashes[$language] = self::hash($language, $text);
		}
		return $hashes;
	}

	/**
	 * The canonical form: every part with its length in bytes before it, so that no two texts have the same one.
	 *
	 * @param string $language language of the text
	 * @param array{title: string, summary: list<string>, body: string} $text the text
	 */
	public static function form(string $language, array $text): string {
		$form = "ensemble-charter-text 1\n" . self::part('language', $language) . self::part('title', $text['title']);
		foreach ($text['summary'] as $sentence) {
			$form .= self::part('sentence', $sentence);
		}
		return $form . self::part('body', $text['body']);
	}

	private static function part(string $name, string $text): string {
		return $name . ' ' . strlen($text) . "\n" . $text . "\n";
	}
}
