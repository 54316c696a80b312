<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which charter is in force, and the app value `current` that pages read instead of asking the database.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Pending;
use OCA\EnsembleCharter\Shared\ApiError;
use OCA\EnsembleCharter\Shared\Contract;
use OCP\AppFramework\Services\IAppConfig;

class InForce {
	public function __construct(
		private VersionStore $versions,
		private IAppConfig $config,
		private Contract $contract,
	) {
	}

	/** The version in force; null for none. */
	public function version(): ?Version {
		$version = $this->versions->newest();
		if ($version !== null && $version->id !== $this->config->getAppValueInt(Pending::CURRENT)) {
			$this->announce();
		}
		return $version;
	}

	/**
	 * The version in force, if it is the one that somebody speaks of.
	 *
	 * @param string $endpoint name of the endpoint that asks
	 * @param int $id id of the version that is meant
	 * @throws ApiError `unknown_version`, `replaced`
	 */
	public function meant(string $endpoint, int $id): Version {
		$version = $this->version();
		if ($version?->id === $id) {
			return $version;
		}
		throw $this->contract->error($endpoint, $this->versions->get($id) === null ? 'unknown_version' : 'replaced', 'version');
	}

	/** Tells the pages which version is in force. Whoever writes last has read last: two at once end with the newest. */
	public function announce(): void {
		$told = null;
		for ($newest = $this->versions->newest()?->id; $newest !== $told; $newest = $this->versions->newest()?->id) {
			$this->config->setAppValueInt(Pending::CURRENT, (int)$newest);
			$told = $newest;
		}
	}
}
