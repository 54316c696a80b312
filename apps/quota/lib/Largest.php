<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The largest files and folders of an account.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\Files\FileInfo;
use OCP\Files\IMimeTypeLoader;
use OCP\IDBConnection;

/** Of the account's own storage only: what others share with it takes their room. */
final class Largest {
	private const MOST = 20;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly Usage $usage,
		private readonly IMimeTypeLoader $mimeTypes,
	) {
	}

	/**
	 * The twenty largest of each kind, the largest first.
	 *
	 * @param string $account account id
	 * @return array{files: list<array>, folders: list<array>} items of contract.ts
	 */
	public function of(string $account): array {
		$storage = $this->usage->one($account)->storage;
		return $storage === null ? ['files' => [], 'folders' => []] : [
			'files' => $this->items($storage, false),
			'folders' => $this->items($storage, true),
		];
	}

	/** The index over (storage, size, fileid) gives them in this order, so that reading ends with the twentieth. */
	private function items(int $storage, bool $folders): array {
		$query = $this->db->getQueryBuilder();
		$folder = $query->createNamedParameter($this->mimeTypes->getId(FileInfo::MIMETYPE_FOLDER), IQueryBuilder::PARAM_INT);
		$result = $query->select('fileid', 'path', 'size', 'mtime')
			->from('filecache')
			->where($query->expr()->eq('storage', $query->createNamedParameter($storage, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->gt('size', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)))
			->andWhere($folders ? $query->expr()->eq('mimetype', $folder) : $query->expr()->neq('mimetype', $folder))
			->andWhere($query->expr()->like('path', $query->createNamedParameter('files/%')))
			->orderBy('size', 'DESC')
			->addOrderBy('fileid', 'DESC')
			->setMaxResults(self::MOST)
			->executeQuery();
		$items = [];
		while (($row = $result->fetch()) !== false) {
			$items[] = [
				'id' => (int)$row['fileid'],
				...Path::split((string)$row['path']),
				'size' => (int)$row['size'],
				'changedAt' => max(0, (int)$row['mtime']),
			];
		}
		$result->closeCursor();
		return $items;
	}
}
