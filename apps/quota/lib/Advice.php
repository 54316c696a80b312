<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the host or the association says about making room.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCA\EnsembleQuota\Shared\Settings;

final class Advice {
	public function __construct(
		private readonly Settings $settings,
	) {
	}

	/**
	 * The advice for a reader.
	 *
	 * @param string $language Nextcloud's language code of the reader
	 * @return string empty for none
	 */
	public function for(string $language): string {
		return self::words((array)$this->settings->values()['advice'], $language);
	}

	/**
	 * The words for a language: exactly it, else the same language without its region.
	 *
	 * @param array<string, string> $words language → words
	 * @param string $language Nextcloud's language code
	 */
	public static function words(array $words, string $language): string {
		return $words[$language] ?? $words[explode('_', $language)[0]] ?? '';
	}
}
