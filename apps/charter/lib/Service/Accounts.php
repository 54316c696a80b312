<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists the accounts of the space, and whom a charter is for, without loading each of them.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Pending;
use OCP\GroupInterface;
use OCP\IGroupManager;
use OCP\IUserBackend;
use OCP\IUserManager;

class Accounts {
	public function __construct(
		private IUserManager $users,
		private IGroupManager $groups,
	) {
	}

	/**
	 * The accounts that are not disabled: one query for each kind of account (backend), one for the disabled ones and
	 * one for each group of the audience.
	 *
	 * @param array{who: string, groups: list<string>} $audience whom a charter is for
	 * @return array<string, array{name: string, asked: bool}> by account, in the order of the ids
	 */
	public function enabled(array $audience): array {
		$members = $this->membersOf($audience['groups']);
		$accounts = [];
		foreach ($this->users->getBackends() as $backend) {
			$guest = $backend instanceof IUserBackend && $backend->getBackendName() === Pending::GUESTS;
			foreach ($backend->getDisplayNames() as $id => $name) {
				$accounts[$id] = [
					// As Nextcloud shows it: the id where there is no name.
					'name' => trim((string)$name) ?: (string)$id,
					'asked' => Audience::includes($audience, $members[$id] ?? [], $guest),
				];
			}
		}
		foreach ($this->users->getDisabledUsers() as $user) {
			unset($accounts[$user->getUID()]);
		}
		ksort($accounts, SORT_STRING);
		return $accounts;
	}

	/**
	 * Who belongs to which of some groups.
	 *
	 * @param list<string> $groups ids of groups; one that is gone has no members
	 * @return array<string, list<string>> account → groups
	 */
	private function membersOf(array $groups): array {
		$members = [];
		foreach ($groups as $group) {
			/** @var GroupInterface $backend */
			foreach ($this->groups->getBackends() as $backend) {
				foreach ($backend->usersInGroup($group) as $account) {
					$members[$account][] = $group;
				}
			}
		}
		return $members;
	}
}
