<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The old versions of an account's files, as Nextcloud's DAV names them.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\App\IAppManager;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\Files\FileInfo;
use OCP\Files\IMimeTypeLoader;
use OCP\IDBConnection;

/**
 * A version of `files/Letter.odt` lies at `files_versions/Letter.odt.v<seconds>`, and DAV deletes it as
 * `versions/<account>/versions/<id of the file>/<seconds>`. Left out are versions that cannot or should not be deleted
 * so: those whose file is gone, and those that somebody gave a name, which Nextcloud never deletes by itself either.
 */
final class OldVersions {
	private const APP = 'files_versions';
	/** So many are listed. */
	private const MOST = 2000;
	/** IN takes no longer lists everywhere. */
	private const AT_ONCE = 500;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly IAppManager $apps,
		private readonly IMimeTypeLoader $mimeTypes,
	) {
	}

	/**
	 * The old versions in a storage.
	 *
	 * @param int $storage number of the storage
	 * @return array{versions: list<array>, versionCount: int} at most 2,000, the oldest first, and how many there are
	 */
	public function of(int $storage): array {
		if (!$this->apps->isEnabledForAnyone(self::APP)) {
			return ['versions' => [], 'versionCount' => 0];
		}
		$found = $this->find($storage);
		$files = $this->files($storage, array_column($found, 'path', 'path'));
		$named = $this->named($files);
		$versions = [];
		foreach ($found as ['path' => $path, 'at' => $at, 'size' => $size]) {
			$file = $files[$path] ?? null;
			if ($file !== null && !isset($named["$file $at"])) {
				$versions[] = ['file' => $file, 'version' => (string)$at, ...Path::split($path), 'size' => $size, 'at' => $at];
			}
		}
		usort($versions, static fn (array $a, array $b): int => [$a['at'], $a['file']] <=> [$b['at'], $b['file']]);
		return ['versions' => array_slice($versions, 0, self::MOST), 'versionCount' => count($versions)];
	}

	/** @return list<array{path: string, at: int, size: int}> path = that of the file */
	private function find(int $storage): array {
		$query = $this->db->getQueryBuilder();
		$result = $query->select('path', 'size')
			->from('filecache')
			->where($query->expr()->eq('storage', $query->createNamedParameter($storage, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->like('path', $query->createNamedParameter($this->db->escapeLikeParameter('files_versions/') . '%')))
			->andWhere($query->expr()->neq('mimetype', $query->createNamedParameter($this->mimeTypes->getId(FileInfo::MIMETYPE_FOLDER), IQueryBuilder::PARAM_INT)))
			->executeQuery();
		$found = [];
		while (($row = $result->fetch()) !== false) {
			if (preg_match('~^files_versions(/.+)\.v(\d{1,15})$~Ds', (string)$row['path'], $match) === 1) {
				$found[] = ['path' => 'files' . $match[1], 'at' => (int)$match[2], 'size' => max(0, (int)$row['size'])];
			}
		}
		$result->closeCursor();
		return $found;
	}

	/**
	 * @param array<string, string> $paths
	 * @return array<string, int> path → id of the file, of those that are there
	 */
	private function files(int $storage, array $paths): array {
		$files = [];
		foreach (array_chunk(array_map('md5', $paths), self::AT_ONCE) as $hashes) {
			$query = $this->db->getQueryBuilder();
			$result = $query->select('path', 'fileid')
				->from('filecache')
				->where($query->expr()->eq('storage', $query->createNamedParameter($storage, IQueryBuilder::PARAM_INT)))
				->andWhere($query->expr()->in('path_hash', $query->createNamedParameter($hashes, IQueryBuilder::PARAM_STR_ARRAY)))
				->executeQuery();
			$files += array_map('intval', array_column($result->fetchAll(), 'fileid', 'path'));
			$result->closeCursor();
		}
		return $files;
	}

	/**
	 * @param array<string, int> $files
	 * @return array<string, true> `<file> <seconds>` of the versions that have a name
	 */
	private function named(array $files): array {
		$named = [];
		foreach (array_chunk($files, self::AT_ONCE) as $ids) {
			$query = $this->db->getQueryBuilder();
			$result = $query->select('file_id', 'timestamp', 'metadata')
				->from('files_versions')
				->where($query->expr()->in('file_id', $query->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)))
				// A JSON column on some databases, a text on others.
				->andWhere($query->expr()->like($query->expr()->castColumn('metadata', IQueryBuilder::PARAM_STR), $query->createNamedParameter('%"label"%')))
				->executeQuery();
			while (($row = $result->fetch()) !== false) {
				if ((json_decode((string)$row['metadata'], true)['label'] ?? '') !== '') {
					$named[$row['file_id'] . ' ' . $row['timestamp']] = true;
				}
			}
			$result->closeCursor();
		}
		return $named;
	}
}
