<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads what accounts keep from Nextcloud's file index: one query, however many accounts there are, and no file system set up.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

final class Usage {
	/** Folder at the top of an account's storage → its alias in the query. */
	public const FOLDERS = ['files' => 'f', 'files_trashbin' => 't', 'files_versions' => 'v'];

	public function __construct(
		private readonly IDBConnection $db,
		private readonly StorageIds $ids,
	) {
	}

	/**
	 * What is in the files, trash and versions folders of each storage, whoever's. One query.
	 *
	 * @return array<string, Kept> by storage id
	 */
	public function storages(): array {
		return $this->read($this->query());
	}

	/**
	 * What each of these accounts keeps, to the byte as Nextcloud itself counts it.
	 *
	 * @param list<string> $accounts account ids
	 * @param array<string, Kept> $storages as storages() gives them
	 * @return array<string, Kept> by account id; an account that never logged in keeps nothing
	 */
	public function pick(array $accounts, array $storages): array {
		$kept = [];
		$nothing = new Kept();
		foreach ($accounts as $account) {
			[$id, $former] = $this->ids->of($account);
			$kept[$account] = $storages[$id] ?? $storages[$former] ?? $nothing;
		}
		return $kept;
	}

	/**
	 * What one account keeps. One query.
	 *
	 * @param string $account account id
	 */
	public function one(string $account): Kept {
		$query = $this->query();
		$query->where($query->expr()->in('s.id', $query->createNamedParameter($this->ids->of($account), IQueryBuilder::PARAM_STR_ARRAY)));
		return $this->pick([$account], $this->read($query))[$account];
	}

	/** The index over (storage, path_hash) answers this: four rows for each storage. */
	private function query(): IQueryBuilder {
		$query = $this->db->getQueryBuilder();
		$query->select('s.id', 's.numeric_id')->from('storages', 's');
		foreach (self::FOLDERS as $folder => $alias) {
			$query->selectAlias("$alias.size", "{$alias}_size")->selectAlias("$alias.mtime", "{$alias}_mtime");
			$this->joinFolder($query, $alias, $folder);
		}
		// Files that the server encrypts: Nextcloud counts their readable size against the quota.
		$query->selectAlias('f.unencrypted_size', 'f_readable');
		// Only the storage that the space's own data lies in has this folder.
		$query->selectAlias('a.fileid', 'a_id');
		$this->joinFolder($query, 'a', $this->ids->ownData());
		return $query;
	}

	private function joinFolder(IQueryBuilder $query, string $alias, string $folder): void {
		$query->leftJoin('s', 'filecache', $alias, $query->expr()->andX(
			$query->expr()->eq("$alias.storage", 's.numeric_id'),
			$query->expr()->eq("$alias.path_hash", $query->createNamedParameter(md5($folder))),
		));
	}

	/** @return array<string, Kept> by storage id */
	private function read(IQueryBuilder $query): array {
		$storages = [];
		$result = $query->executeQuery();
		foreach ($result->fetchAll() as $row) {
			$changedAt = max((int)$row['f_mtime'], (int)$row['t_mtime'], (int)$row['v_mtime']);
			$storages[(string)$row['id']] = new Kept(
				// A folder that was not scanned yet has a negative size.
				max(0, (int)$row['f_readable'] ?: (int)$row['f_size']),
				max(0, (int)$row['t_size']),
				max(0, (int)$row['v_size']),
				$changedAt ?: null,
				(int)$row['numeric_id'],
				$row['a_id'] !== null,
			);
		}
		$result->closeCursor();
		return $storages;
	}
}
