<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Publishing a charter.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Shared\ApiError;
use OCA\EnsembleCharter\Shared\Contract;
use OCP\AppFramework\Utility\ITimeFactory;

class Publishing {
	private const ENDPOINT = 'POST /api/v1/versions';

	public function __construct(
		private VersionStore $versions,
		private InForce $inForce,
		private Contract $contract,
		private ITimeFactory $time,
	) {
	}

	/**
	 * Publishes a charter; it is in force at once.
	 *
	 * @param array $body checked body of the endpoint
	 * @throws ApiError `no_default_text`, `published_meanwhile`
	 */
	public function publish(array $body): Version {
		['defaultLanguage' => $language, 'texts' => $texts, 'after' => $after] = $body;
		if (!isset($texts[$language])) {
			throw $this->contract->error(self::ENDPOINT, 'no_default_text', 'texts.' . $language);
		}
		$hashes = [];
		foreach ($texts as $name => $text) {
			$hashes[$name] = Canonical::hash($name, $text);
		}
		$version = Retry::whileBusy(function () use ($language, $texts, $hashes, $after): Version {
			$newest = $this->versions->newest();
			if (($newest->id ?? 0) !== $after) {
				throw $this->contract->error(self::ENDPOINT, 'published_meanwhile', 'after');
			}
			return $this->versions->add(($newest->number ?? 0) + 1, $language, $texts, $hashes, $this->time->getTime());
		});
		$this->inForce->announce();
		return $version;
	}
}
