<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who is in the space, without loading each account.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCP\Config\IUserConfig;
use OCP\GroupInterface;
use OCP\IGroupManager;
use OCP\IUserBackend;
use OCP\IUserManager;

final class Accounts {
	/** Group of the guests app. */
	private const GUEST_GROUP = 'guest_app';

	public function __construct(
		private readonly IUserManager $users,
		private readonly IGroupManager $groups,
		private readonly IUserConfig $userConfig,
	) {
	}

	/**
	 * All accounts: one query for each kind of account (backend), one for the disabled ones and one for who was ever here.
	 *
	 * @return array<string, array{enabled: bool, guest: bool, seen: bool}> by account id
	 */
	public function all(): array {
		$lastLogins = $this->userConfig->getValuesByUsers('login', 'lastLogin');
		$accounts = [];
		foreach ($this->users->getBackends() as $backend) {
			$guest = $backend instanceof IUserBackend && $backend->getBackendName() === Person::GUESTS;
			foreach (array_keys($backend->getDisplayNames()) as $id) {
				$accounts[$id] = ['enabled' => true, 'guest' => $guest, 'seen' => (int)($lastLogins[$id] ?? 0) > 0];
			}
		}
		foreach ($this->users->getDisabledUsers() as $user) {
			if (isset($accounts[$user->getUID()])) {
				$accounts[$user->getUID()]['enabled'] = false;
			}
		}
		return $accounts;
	}

	/**
	 * Who is in some groups. One query for each group.
	 *
	 * @param list<string> $groups ids
	 * @return array<string, list<string>> account → those of the groups that it is in
	 */
	public function inGroups(array $groups): array {
		$of = [];
		foreach (array_unique($groups) as $group) {
			/** @var GroupInterface $backend */
			foreach ($this->groups->getBackends() as $backend) {
				foreach ($backend->usersInGroup($group) as $account) {
					$of[$account][] = $group;
				}
			}
		}
		return array_map(static fn (array $ids): array => array_values(array_unique($ids)), $of);
	}

	/** How many groups there are, without that of the administrators and of the guests app. */
	public function countGroups(): int {
		$ids = [];
		foreach ($this->groups->getBackends() as $backend) {
			$ids = [...$ids, ...$backend->getGroups()];
		}
		return count(array_diff(array_unique(array_map(strval(...), $ids)), [Person::ADMINS, self::GUEST_GROUP]));
	}

	/**
	 * The mail addresses of all accounts.
	 *
	 * @return array<string, true> in small letters
	 */
	public function mails(): array {
		$mails = [];
		foreach (['email', 'primary_email'] as $key) {
			foreach ($this->userConfig->getValuesByUsers('settings', $key) as $mail) {
				$mails[mb_strtolower((string)$mail)] = true;
			}
		}
		unset($mails['']);
		return $mails;
	}
}
