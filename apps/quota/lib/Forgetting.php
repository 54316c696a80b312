<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Forgets a deleted account. Its own values (notice, dismissed, preferences) Nextcloud deletes with it, its notifications too.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCA\EnsembleQuota\Notices\States;
use OCA\EnsembleQuota\Requests\RequestStore;

class Forgetting {
	public function __construct(
		private States $states,
		private History $history,
		private RequestStore $requests,
	) {
	}

	/**
	 * @param string $account account id
	 */
	public function forget(string $account): void {
		// The rows without an account are the space's own.
		if ($account !== '') {
			$this->states->forget($account);
			$this->history->forget($account);
			$this->requests->forget($account);
		}
	}
}
