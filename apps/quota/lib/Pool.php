<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What takes room in the space besides the accounts: team folders, previews, uploads under way, storages of accounts that are gone.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\Files\FileInfo;
use OCP\Files\IMimeTypeLoader;
use OCP\IDBConnection;
use OCP\ServerVersion;

/**
 * Adds up files and not folders wherever no account is: Nextcloud keeps no dependable sizes of the folders that its own
 * data, team folders and their old versions lie in.
 */
final class Pool {
	/** Where the team folders lie that share the storage everything stands on, with their trash and versions. */
	private const SHARED = '__groupfolders/';
	/** Since then Nextcloud keeps previews outside its file index, in a table of their own. */
	private const PREVIEWS_TABLE = 33;
	/** IN takes no longer lists everywhere. */
	private const AT_ONCE = 500;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly StorageKinds $kinds,
		private readonly ServerVersion $server,
		private readonly IMimeTypeLoader $mimeTypes,
	) {
	}

	/**
	 * What is not in the files, trash and versions of the accounts. A fixed number of queries.
	 *
	 * @param list<string> $accounts ids of all accounts
	 * @param array<string, Kept> $storages as Usage::storages() gives them
	 * @return array{team: int, other: int} bytes
	 */
	public function rest(array $accounts, array $storages): array {
		$kinds = $this->kinds->of($accounts, $storages);
		$rest = ['team' => 0, 'other' => $this->previews()];
		foreach ($this->uploads($this->kinds->hashed($storages, $kinds)) as [$storage, $size]) {
			$rest['other'] += ($kinds[$storage] ?? null) === 'account' ? $size : 0;
		}
		$apart = array_filter($kinds, static fn (string $kind): bool => $kind !== 'account');
		foreach ($this->files(array_keys($apart)) as [$storage, $size, $shared]) {
			$rest[$apart[$storage]] += $size - $shared;
			$rest['team'] += $shared;
		}
		return $rest;
	}

	/**
	 * What is at the top of homes beside files, trash and versions: uploads under way, as a rule.
	 *
	 * The joins are outer ones, and the sums are made here, so that every database goes from the storages to the folders
	 * by the index over (storage, path_hash) and not through all files by one over their sizes.
	 *
	 * @param list<int> $hashed more homes than their ids tell
	 * @return iterable<array{int, int}> number of the storage, bytes
	 */
	private function uploads(array $hashed): iterable {
		$query = $this->db->getQueryBuilder();
		$expr = $query->expr();
		$hashes = array_map('md5', array_keys(Usage::FOLDERS));
		$query->select('s.numeric_id', 'c.size')
			->from('storages', 's')
			->leftJoin('s', 'filecache', 'p', $expr->andX($expr->eq('p.storage', 's.numeric_id'), $expr->eq('p.path_hash', $query->createNamedParameter(md5('')))))
			->leftJoin('p', 'filecache', 'c', $expr->andX($expr->eq('c.parent', 'p.fileid'), $expr->notIn('c.path_hash', $query->createNamedParameter($hashes, IQueryBuilder::PARAM_STR_ARRAY))))
			->where($expr->orX(
				...array_map(static fn (string $beginning) => $expr->like('s.id', $query->createNamedParameter("$beginning%")), StorageIds::HOMES),
				...self::oneOf($query, 's.numeric_id', $hashed),
			))
			// A condition that no row without a folder could meet would make inner joins of the outer ones.
			->andWhere($expr->gt($query->createFunction('COALESCE(' . $query->getColumnName('size', 'c') . ', 0)'), $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)));
		$result = $query->executeQuery();
		while (($row = $result->fetch()) !== false) {
			yield [(int)$row['numeric_id'], (int)$row['size']];
		}
		$result->closeCursor();
	}

	/**
	 * What all files in some storages take.
	 *
	 * @param list<int> $storages numbers of storages
	 * @return iterable<array{int, int, int}> number of the storage, bytes, and how many of them are in team folders that share it
	 */
	private function files(array $storages): iterable {
		$query = $this->db->getQueryBuilder();
		$expr = $query->expr();
		$shared = $expr->like('path', $query->createNamedParameter($this->db->escapeLikeParameter(self::SHARED) . '%'));
		$query->select('storage')
			->selectAlias($query->func()->sum('size'), 'bytes')
			->selectAlias($query->createFunction('SUM(CASE WHEN ' . $shared . ' THEN ' . $query->getColumnName('size') . ' ELSE 0 END)'), 'shared')
			->from('filecache')
			// A list that is never empty.
			->where($expr->orX(...self::oneOf($query, 'storage', [0, ...$storages])))
			->andWhere($expr->neq('mimetype', $query->createNamedParameter($this->mimeTypes->getId(FileInfo::MIMETYPE_FOLDER), IQueryBuilder::PARAM_INT)))
			->andWhere($expr->gt('size', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)))
			->groupBy('storage');
		$result = $query->executeQuery();
		while (($row = $result->fetch()) !== false) {
			yield [(int)$row['storage'], (int)$row['bytes'], (int)$row['shared']];
		}
		$result->closeCursor();
	}

	/**
	 * @param list<int> $numbers
	 * @return list<string> conditions, one of which holds
	 */
	private static function oneOf(IQueryBuilder $query, string $column, array $numbers): array {
		return array_map(static fn (array $some): string => $query->expr()->in($column, $query->createNamedParameter($some, IQueryBuilder::PARAM_INT_ARRAY)), array_chunk($numbers, self::AT_ONCE));
	}

	private function previews(): int {
		if ($this->server->getMajorVersion() < self::PREVIEWS_TABLE) {
			return 0;
		}
		$query = $this->db->getQueryBuilder();
		$result = $query->select($query->func()->sum('size'))->from('previews')->executeQuery();
		$size = (int)$result->fetchOne();
		$result->closeCursor();
		return $size;
	}
}
