<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which charter is in force, and the app values that pages read instead of asking the database.

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
		if ($version !== null
			&& ($version->id !== $this->config->getAppValueInt(Pending::SHOWN) || $version->asks !== $this->config->getAppValueInt(Pending::CURRENT))) {
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
		for ($newest = $this->versions->newest(); $newest?->id !== $told; $newest = $this->versions->newest()) {
			$this->tell($newest);
			$told = $newest?->id;
		}
	}

	/** `current` comes last: with it the pages begin to ask, and only those who Ask says are to be asked. */
	private function tell(?Version $version): void {
		$this->config->setAppValueString(Pending::MODE, $version->mode ?? 'ask');
		$this->config->setAppValueInt(Pending::DEADLINE, $version->deadline ?? 0);
		$this->config->setAppValueString(Pending::AUDIENCE, json_encode($version->audience ?? Audience::EVERYONE, JSON_THROW_ON_ERROR));
		$this->config->setAppValueInt(Pending::SHOWN, $version->id ?? 0);
		$this->config->setAppValueInt(Pending::CURRENT, $version->asks ?? 0);
	}
}
