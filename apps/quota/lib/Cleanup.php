<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What an account could free: its deleted files in short, and its old versions.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

final class Cleanup {
	/** The folder of deleted files; beside it are their old versions. */
	private const TRASH = 'files_trashbin/files';

	public function __construct(
		private readonly IDBConnection $db,
		private readonly Usage $usage,
		private readonly OldVersions $versions,
	) {
	}

	/**
	 * @param string $account account id
	 * @return array{trash: array{count: int, size: int, oldest: ?int}, versions: list<array>, versionCount: int} as contract.ts
	 */
	public function of(string $account): array {
		$kept = $this->usage->one($account);
		if ($kept->storage === null) {
			return ['trash' => ['count' => 0, 'size' => 0, 'oldest' => null], 'versions' => [], 'versionCount' => 0];
		}
		return ['trash' => [...$this->deleted($kept->storage), 'size' => $kept->trash], ...$this->versions->of($kept->storage)];
	}

	/** @return array{count: int, oldest: ?int} the entries of the trash, folders as one; their names end with when they were deleted */
	private function deleted(int $storage): array {
		$query = $this->db->getQueryBuilder();
		$result = $query->select('c.name')
			->from('filecache', 'p')
			->innerJoin('p', 'filecache', 'c', $query->expr()->eq('c.parent', 'p.fileid'))
			->where($query->expr()->eq('p.storage', $query->createNamedParameter($storage, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->eq('p.path_hash', $query->createNamedParameter(md5(self::TRASH))))
			->executeQuery();
		$count = 0;
		$oldest = null;
		while (($name = $result->fetchOne()) !== false) {
			$count++;
			if (preg_match('/\.d(\d+)$/D', (string)$name, $match) === 1) {
				$oldest = min($oldest ?? PHP_INT_MAX, (int)$match[1]);
			}
		}
		$result->closeCursor();
		return ['count' => $count, 'oldest' => $oldest];
	}
}
