<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the pages beside the list need.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\Shared\Settings;
use OCP\INavigationManager;

final class Guide {
	public function __construct(
		private readonly Help $help,
		private readonly Settings $settings,
		private readonly INavigationManager $navigation,
		private readonly Memory $memory,
	) {
	}

	/**
	 * @param string $account login name of the reader
	 * @param string $language Nextcloud's code
	 * @return array as `GET /api/v1/guide` of contract.ts
	 */
	public function for(string $account, string $language): array {
		return [
			'help' => $this->help->in($language),
			'apps' => array_map(
				static fn (array $entry): array => ['id' => (string)$entry['id'], 'name' => (string)$entry['name'], 'url' => (string)$entry['href']],
				array_values($this->navigation->getAll()),
			),
			'glossary' => Words::any((array)$this->settings->values()['glossary'], $language) ?? [],
			'hints' => !($this->memory->hints($account) ?? Hints::NONE)['off'],
		];
	}
}
