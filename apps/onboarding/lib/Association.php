<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the association is called and what it says to newcomers.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\Shared\Settings;
use OCP\Defaults;

final class Association {
	public function __construct(
		private readonly Settings $settings,
		private readonly Defaults $defaults,
	) {
	}

	/** The name in the settings, else the name the space carries. */
	public function name(): string {
		return $this->settings->values()['association'] ?: $this->defaults->getName();
	}

	/** Whom to ask for help; may be empty. */
	public function contact(): string {
		return $this->settings->values()['contact'];
	}

	/**
	 * The association's own words of welcome.
	 *
	 * @param string $language Nextcloud's language code of the reader
	 * @return string empty where the built-in words are to be used
	 */
	public function welcome(string $language): string {
		return self::words((array)$this->settings->values()['welcome'], $language);
	}

	/**
	 * The words for a language: exactly it, else the same language without its region; the twin of welcomeWords() in src/logic/steps.ts.
	 *
	 * @param array<string, string> $words language → words
	 * @param string $language Nextcloud's language code
	 */
	public static function words(array $words, string $language): string {
		return $words[$language] ?? $words[explode('_', $language)[0]] ?? '';
	}
}
