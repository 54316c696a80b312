<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who can be told something: accounts that are enabled, have logged in and are no guests.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

use OCP\App\IAppManager;
use OCP\Config\IUserConfig;
use OCP\GroupInterface;
use OCP\IDateTimeZone;
use OCP\IGroupManager;
use OCP\IUserManager;

class Readers {
	private const ADMINS = 'admin';
	/** Nextcloud's own app for warnings about the quota: nobody is told the same by two apps. */
	private const OTHER_APP = 'quota_warning';

	public function __construct(
		private IUserManager $users,
		private IGroupManager $groups,
		private IUserConfig $userConfig,
		private IDateTimeZone $zones,
		private IAppManager $apps,
		private Choices $choices,
	) {
	}

	/**
	 * The readers among the members. The number of queries does not depend on how many there are.
	 *
	 * @param iterable<array{account: string, enabled: bool, seen: bool, guest: bool}> $members everybody
	 * @return array<string, Reader> by account
	 */
	public function among(iterable $members): array {
		$zones = $this->userConfig->getValuesByUsers('core', 'timezone');
		$mails = array_filter($this->userConfig->getValuesByUsers('settings', 'email')) + array_filter($this->userConfig->getValuesByUsers('settings', 'primary_email'));
		$choices = $this->choices->all();
		$admins = $this->membersOf([self::ADMINS]);
		$warned = $this->warnedElsewhere();
		$usual = $this->zones->getDefaultTimeZone()->getName();
		$readers = [];
		foreach ($members as ['account' => $account, 'enabled' => $enabled, 'seen' => $seen, 'guest' => $guest]) {
			if ($enabled && $seen && !$guest) {
				$readers[$account] = new Reader(
					$account,
					isset($admins[$account]),
					(string)($zones[$account] ?? '') ?: $usual,
					isset($mails[$account]),
					$choices[$account] ?? Choices::USUAL,
					$warned === true || isset($warned[$account]),
				);
			}
		}
		return $readers;
	}

	/** @return list<string> the account ids of those who look after the space and are not disabled */
	public function admins(): array {
		$admins = $this->membersOf([self::ADMINS]);
		foreach ($this->users->getDisabledUsers() as $user) {
			unset($admins[$user->getUID()]);
		}
		return array_map(strval(...), array_keys($admins));
	}

	/** @return true|array<string, true> true = everybody, else by account */
	private function warnedElsewhere(): true|array {
		if (!$this->apps->isEnabledForAnyone(self::OTHER_APP)) {
			return [];
		}
		$groups = $this->apps->getAppRestriction(self::OTHER_APP);
		return $groups === [] ? true : $this->membersOf($groups);
	}

	/**
	 * @param list<string> $groups ids of groups
	 * @return array<string, true> by account
	 */
	private function membersOf(array $groups): array {
		$members = [];
		foreach ($groups as $group) {
			/** @var GroupInterface $backend */
			foreach ($this->groups->getBackends() as $backend) {
				$members += array_fill_keys($backend->usersInGroup($group), true);
			}
		}
		return $members;
	}
}
