<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who is in which groups, for all accounts at once.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\Group\Backend\INamedBackend;
use OCP\GroupInterface;
use OCP\IDBConnection;
use OCP\IGroupManager;

final class Groups {
	/** Name of the backend whose groups are in Nextcloud's own tables. */
	private const OWN = 'Database';

	public function __construct(
		private readonly IDBConnection $db,
		private readonly IGroupManager $groups,
	) {
	}

	/**
	 * The groups of all accounts: one query, and for groups kept elsewhere (a directory) some for each such group.
	 *
	 * @return array{names: array<string, string>, of: array<string, list<string>>} id → name of those with members; account → ids
	 */
	public function all(): array {
		$all = ['names' => [], 'of' => []];
		foreach ($this->groups->getBackends() as $backend) {
			$members = $backend instanceof INamedBackend && $backend->getBackendName() === self::OWN ? $this->own() : $this->elsewhere($backend);
			foreach ($members as [$group, $name, $account]) {
				$all['names'][$group] = $name ?: $group;
				$all['of'][$account][] = (string)$group;
			}
		}
		return $all;
	}

	/** @return iterable<array{string, string, string}> group, its name, account */
	private function own(): iterable {
		$query = $this->db->getQueryBuilder();
		$query->select('m.gid', 'm.uid', 'g.displayname')
			->from('group_user', 'm')
			->leftJoin('m', 'groups', 'g', $query->expr()->eq('g.gid', 'm.gid'))
			->orderBy('m.gid');
		$result = $query->executeQuery();
		while (($row = $result->fetch()) !== false) {
			yield [(string)$row['gid'], (string)$row['displayname'], (string)$row['uid']];
		}
		$result->closeCursor();
	}

	/** @return iterable<array{string, string, string}> group, its name, account */
	private function elsewhere(GroupInterface $backend): iterable {
		foreach ($backend->getGroups() as $group) {
			$accounts = $backend->usersInGroup($group);
			$name = $accounts === [] ? '' : (string)$this->groups->getDisplayName($group);
			foreach ($accounts as $account) {
				yield [(string)$group, $name, (string)$account];
			}
		}
	}
}
