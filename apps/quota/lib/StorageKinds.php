<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What each storage is for: an account, a team folder, the space's own data, or something that lies elsewhere.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\IAppConfig;
use OCP\IDBConnection;

final class StorageKinds {
	public function __construct(
		private readonly IDBConnection $db,
		private readonly StorageIds $ids,
		private readonly IAppConfig $appConfig,
	) {
	}

	/**
	 * What each storage of the space is for; those that lie elsewhere, or are left from before the space was moved, are
	 * not in it.
	 *
	 * @param list<string> $accounts ids of all accounts
	 * @param array<string, Kept> $storages as Usage::storages() gives them
	 * @return array<int, 'account'|'team'|'other'> by number of the storage
	 */
	public function of(array $accounts, array $storages): array {
		$homes = [];
		$former = [];
		foreach ($accounts as $account) {
			[$id, $before] = $this->ids->of($account);
			if (isset($storages[$id])) {
				$homes[$id] = true;
				$former[$before] = true;
			} else {
				$homes[$before] = true;
			}
		}
		$team = array_flip($this->teamStorages());
		$moved = $this->moved($storages);
		$kinds = [];
		foreach ($storages as $id => $kept) {
			$id = (string)$id;
			if (isset($former[$id]) || ($moved && $kept->root && $this->ids->isFormer($id))) {
				continue;
			}
			if (isset($homes[$id])) {
				$kinds[$kept->storage] = 'account';
			} elseif (!$kept->root && ($this->ids->isTeam($id) || isset($team[$kept->storage]))) {
				$kinds[$kept->storage] = 'team';
			} elseif ($kept->root || $this->ids->isOwn($id)) {
				$kinds[$kept->storage] = 'other';
			}
		}
		return $kinds;
	}

	/**
	 * The accounts' storages whose ids do not tell that they are.
	 *
	 * @param array<string, Kept> $storages as Usage::storages() gives them
	 * @param array<int, string> $kinds as of() gives them
	 * @return list<int>
	 */
	public function hashed(array $storages, array $kinds): array {
		$hashed = [];
		foreach ($storages as $id => $kept) {
			if (($kinds[$kept->storage] ?? null) === 'account' && !$this->ids->isHome((string)$id)) {
				$hashed[] = $kept->storage;
			}
		}
		return $hashed;
	}

	/**
	 * Whether there are two storages that the space's own data lies in, one of them of the kind that is in use.
	 *
	 * @param array<string, Kept> $storages
	 */
	private function moved(array $storages): bool {
		foreach ($storages as $id => $kept) {
			if ($kept->root && !$this->ids->isFormer((string)$id)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The storages that team folders have for themselves, where their ids are hashed and so do not tell.
	 *
	 * @return list<int>
	 */
	private function teamStorages(): array {
		if (!$this->appConfig->hasKey('groupfolders', 'installed_version')) {
			return [];
		}
		$query = $this->db->getQueryBuilder();
		// Its older versions have no such column, and no such storages.
		$result = $query->select('*')->from('group_folders')->executeQuery();
		$storages = array_filter(array_map('intval', array_column($result->fetchAll(), 'storage_id')));
		$result->closeCursor();
		return array_values($storages);
	}
}
