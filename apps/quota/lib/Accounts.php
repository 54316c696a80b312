<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists the accounts of the space without loading each of them.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\IUserManager;

final class Accounts {
	public function __construct(
		private readonly IUserManager $users,
	) {
	}

	/**
	 * All accounts: one query for each kind of account (backend) and one for the disabled ones.
	 *
	 * @return array<string, array{name: string, enabled: bool}> by account id, in the order of the ids
	 */
	public function all(): array {
		$accounts = [];
		foreach ($this->users->getBackends() as $backend) {
			foreach ($backend->getDisplayNames() as $id => $name) {
				// As Nextcloud shows it: the id where there is no name.
				$accounts[$id] = ['name' => trim((string)$name) ?: (string)$id, 'enabled' => true];
			}
		}
		foreach ($this->users->getDisabledUsers() as $user) {
			if (isset($accounts[$user->getUID()])) {
				$accounts[$user->getUID()]['enabled'] = false;
			}
		}
		ksort($accounts, SORT_STRING);
		return $accounts;
	}
}
