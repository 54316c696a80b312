<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Done when the person has sent a file, from a browser, a computer or a telephone.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IUser;

final class Upload implements Detector {
	/** Longer ids are kept as their MD5. */
	private const LONGEST = 64;

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	public function isDone(IUser $user): bool {
		// Nextcloud writes a time of upload for what a person sends; the example files of a new account have none.
		$query = $this->db->getQueryBuilder();
		$query->select('f.fileid')
			->from('storages', 's')
			->innerJoin('s', 'filecache', 'f', $query->expr()->eq('f.storage', 's.numeric_id'))
			->innerJoin('f', 'filecache_extended', 'e', $query->expr()->eq('e.fileid', 'f.fileid'))
			->where($query->expr()->in('s.id', $query->createNamedParameter(self::storageIds($user->getUID()), IQueryBuilder::PARAM_STR_ARRAY)))
			->andWhere($query->expr()->like('f.path', $query->createNamedParameter('files/%')))
			->andWhere($query->expr()->gt('e.upload_time', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)));
		return Exists::in($query);
	}

	/**
	 * The ids an account's own storage can have, on a disk or in an object store.
	 *
	 * @return list<string>
	 */
	private static function storageIds(string $account): array {
		return array_map(
			static fn (string $id): string => strlen($id) > self::LONGEST ? md5($id) : $id,
			['home::' . $account, 'object::user:' . $account],
		);
	}
}
