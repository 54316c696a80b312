<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads what accounts keep from Nextcloud's file index: one query, however many accounts there are, and no file system set up.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IConfig;
use OCP\IDBConnection;

final class Usage {
	/** Folder at the top of an account's storage → property of Kept. */
	private const FOLDERS = ['files' => 'files', 'files_trashbin' => 'trash', 'files_versions' => 'versions'];
	/** Longer storage ids are kept as their MD5 (column of 64 characters). */
	private const LONGEST_ID = 64;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly IConfig $config,
	) {
	}

	/**
	 * What each of these accounts keeps, to the byte as Nextcloud itself counts it. One query.
	 *
	 * @param list<string> $accounts account ids
	 * @return array<string, Kept> by account id; an account that never logged in keeps nothing
	 */
	public function all(array $accounts): array {
		return $this->collect($accounts, $this->query());
	}

	/**
	 * What one account keeps. One query.
	 *
	 * @param string $account account id
	 */
	public function one(string $account): Kept {
		$query = $this->query();
		$query->andWhere($query->expr()->in('s.id', $query->createNamedParameter($this->storageIds($account), IQueryBuilder::PARAM_STR_ARRAY)));
		return $this->collect([$account], $query)[$account];
	}

	private function query(): IQueryBuilder {
		$query = $this->db->getQueryBuilder();
		// The index over (storage, path_hash) answers this: three rows for each storage.
		return $query->select('s.id', 'f.path', 'f.size')
			->from('storages', 's')
			->innerJoin('s', 'filecache', 'f', $query->expr()->eq('f.storage', 's.numeric_id'))
			->where($query->expr()->in('f.path_hash', $query->createNamedParameter(array_map('md5', array_keys(self::FOLDERS)), IQueryBuilder::PARAM_STR_ARRAY)));
	}

	/**
	 * @param list<string> $accounts
	 * @return array<string, Kept>
	 */
	private function collect(array $accounts, IQueryBuilder $query): array {
		$sizes = [];
		$result = $query->executeQuery();
		while (($row = $result->fetch()) !== false) {
			// A folder that was not scanned yet has a negative size.
			$sizes[(string)$row['id']][self::FOLDERS[(string)$row['path']]] = max(0, (int)$row['size']);
		}
		$result->closeCursor();

		$kept = [];
		foreach ($accounts as $account) {
			$kept[$account] = new Kept();
			foreach ($this->storageIds($account) as $id) {
				if (isset($sizes[$id])) {
					$kept[$account] = new Kept(...$sizes[$id]);
					break;
				}
			}
		}
		return $kept;
	}

	/**
	 * The ids that the storage of an account can have; the one of this installation comes first. A space that was moved
	 * between a disk and an object store may still hold the rows of the other one.
	 *
	 * @return list<string>
	 */
	private function storageIds(string $account): array {
		$ids = ['home::' . $account, 'object::user:' . $account];
		if ($this->config->getSystemValue('objectstore', null) !== null || $this->config->getSystemValue('objectstore_multibucket', null) !== null) {
			$ids = array_reverse($ids);
		}
		return array_map(static fn (string $id): string => strlen($id) > self::LONGEST_ID ? md5($id) : $id, $ids);
	}
}
