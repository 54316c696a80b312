<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the fleet's policy does to the host's charter, as src/logic/hostPublication.ts; cases/hostPublication.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

/** A charter is that of the policy, complete, as in contract.ts. */
final class HostPublication {
	private const DAY = 86_400;

	/**
	 * Compares the policy's charter with the host's newest version. Other texts are published as the host says, the first
	 * ones as substantive; the same texts under another mode, deadline or name as editorial, so that answers go on
	 * counting. Without any text, or switched off in the space, the host's charter is not in force.
	 *
	 * @param ?array $charter of the policy; null for none
	 * @param bool $on whether the space shows the host's charter (setting `hostCharter`)
	 * @param ?array{ownerName: string, defaultLanguage: string, texts: array, mode: string, publishedAt: int, deadline: ?int} $newest the host's newest version; null for none
	 * @return array{publish: ?string, inForce: bool} the kind of what is to be published, null for nothing; whether the newest version then is in force
	 */
	public static function decide(?array $charter, bool $on, ?array $newest): array {
		if ($charter === null || !$on || $charter['texts'] === []) {
			return ['publish' => null, 'inForce' => false];
		}
		return ['publish' => $newest === null ? 'substantive' : self::difference($charter, $newest), 'inForce' => true];
	}

	/**
	 * The language to fall back on: the one that the host says, or the first that has a text.
	 *
	 * @param array{defaultLanguage: string, texts: array} $charter with at least one text
	 */
	public static function mainLanguage(array $charter): string {
		return isset($charter['texts'][$charter['defaultLanguage']]) ? $charter['defaultLanguage'] : (string)array_key_first($charter['texts']);
	}

	/**
	 * When an answer to a charter is overdue.
	 *
	 * @param array{deadlineDays: ?int} $charter what is published
	 * @param int $at when, seconds since 1970
	 * @return ?int seconds since 1970; null for never
	 */
	public static function deadline(array $charter, int $at): ?int {
		return $charter['deadlineDays'] === null ? null : $at + $charter['deadlineDays'] * self::DAY;
	}

	private static function difference(array $charter, array $newest): ?string {
		if (self::mainLanguage($charter) !== $newest['defaultLanguage'] || self::forms($charter['texts']) !== self::forms($newest['texts'])) {
			return $charter['kind'];
		}
		$same = $charter['mode'] === $newest['mode'] && $charter['name'] === $newest['ownerName']
			&& self::deadline($charter, $newest['publishedAt']) === $newest['deadline'];
		return $same ? null : 'editorial';
	}

	/** @return array<string, string> language → canonical form, in the order of the languages */
	private static function forms(array $texts): array {
		$forms = [];
		foreach ($texts as $language => $text) {
			$forms[$language] = Canonical::form((string)$language, $text);
		}
		ksort($forms, SORT_STRING);
		return $forms;
	}
}
