<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists the accounts of the space without loading each of them.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\Config\IUserConfig;
use OCP\IUserBackend;
use OCP\IUserManager;

final class Accounts {
	/** Name of the backend of the guests app: its accounts do not count against the cap, and are not told anything. */
	public const GUESTS = 'Guests';

	public function __construct(
		private readonly IUserManager $users,
		private readonly IUserConfig $userConfig,
	) {
	}

	/**
	 * All accounts: one query for each kind of account (backend), one for the disabled ones and one for who was ever here.
	 *
	 * @return array<string, array{name: string, enabled: bool, guest: bool, seen: bool}> by account id, in the order of the ids
	 */
	public function all(): array {
		$lastLogins = $this->userConfig->getValuesByUsers('login', 'lastLogin');
		$accounts = [];
		foreach ($this->users->getBackends() as $backend) {
			$guest = $backend instanceof IUserBackend && $backend->getBackendName() === self::GUESTS;
			foreach ($backend->getDisplayNames() as $id => $name) {
				$accounts[$id] = [
					// As Nextcloud shows it: the id where there is no name.
					'name' => trim((string)$name) ?: (string)$id,
					'enabled' => true,
					'guest' => $guest,
					'seen' => (int)($lastLogins[$id] ?? 0) > 0,
				];
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
