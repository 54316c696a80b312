<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which charters are in force: of the association its newest version, of the host what the fleet's policy says.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Shared\ApiError;
use OCA\EnsembleCharter\Shared\Contract;

class InForce {
	public function __construct(
		private VersionStore $versions,
		private HostCharter $host,
		private Announcement $announcement,
		private Contract $contract,
	) {
	}

	/**
	 * The version of an owner that is in force; null for none. What pages were told is put right on the way.
	 *
	 * @param 'association'|'host' $owner whose charter
	 */
	public function version(string $owner): ?Version {
		if ($owner === Owner::HOST) {
			return $this->host->inForce();
		}
		$version = $this->versions->newest($owner);
		if (!$this->announcement->isKnown($owner, $version)) {
			$this->announcement->make($owner, fn (): ?Version => $this->versions->newest($owner), false);
		}
		return $version;
	}

	/** @return array<'association'|'host', ?Version> what is in force of each owner */
	public function all(): array {
		$versions = [];
		foreach (Owner::ALL as $owner) {
			$versions[$owner] = $this->version($owner);
		}
		return $versions;
	}

	/**
	 * The version in force, if it is the one that somebody speaks of.
	 *
	 * @param string $endpoint name of the endpoint that asks
	 * @param int $id id of the version that is meant
	 * @throws ApiError `unknown_version`, `replaced`, `withdrawn`
	 */
	public function meant(string $endpoint, int $id): Version {
		$meant = $this->versions->get($id) ?? throw $this->contract->error($endpoint, 'unknown_version', 'version');
		$version = $this->version($meant->owner);
		if ($version?->id === $id) {
			return $version;
		}
		$newest = $version ?? $this->versions->newest($meant->owner);
		throw $this->contract->error($endpoint, $newest?->id === $id ? 'withdrawn' : 'replaced', 'version');
	}
}
