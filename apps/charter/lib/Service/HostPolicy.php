<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The host's charter as the fleet's policy has it, and whether this space shows it.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Shared\Settings;

class HostPolicy {
	public function __construct(
		private Settings $settings,
	) {
	}

	/** Makes decide() look at what is stored now, whatever this request has read before. */
	public function refresh(): void {
		$this->settings->refresh();
	}

	/** @return ?array the charter, complete, as in contract.ts; null for none */
	public function charter(): ?array {
		return $this->settings->host()['charter'];
	}

	/**
	 * What is to be done.
	 *
	 * @param ?Version $newest the host's newest version, null for none
	 * @return array{publish: ?string, inForce: bool} as HostPublication::decide()
	 */
	public function decide(?Version $newest): array {
		$on = $this->settings->values()['hostCharter'];
		return HostPublication::decide($this->charter(), $on, $newest === null ? null : get_object_vars($newest));
	}
}
