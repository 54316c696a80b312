<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of published charters.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Rows are added, never changed nor deleted. */
class VersionStore {
	private const TABLE = 'ens_charter_versions';

	public function __construct(
		private IDBConnection $db,
	) {
	}

	/** The newest version, which is the one in force; null where nothing was published. */
	public function newest(): ?Version {
		return $this->read($this->query()->setMaxResults(1))[0] ?? null;
	}

	/**
	 * One version.
	 *
	 * @param int $id row id
	 */
	public function get(int $id): ?Version {
		$query = $this->query();
		$query->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->read($query)[0] ?? null;
	}

	/** @return list<Version> all of them, the newest first */
	public function all(): array {
		return $this->read($this->query());
	}

	/**
	 * Adds a version.
	 *
	 * @param int $number its number
	 * @param string $defaultLanguage the main language
	 * @param array $texts language → text
	 * @param array<string, string> $hashes language → hash
	 * @param int $publishedAt seconds since 1970
	 * @throws \OCP\DB\Exception unique constraint violation where the number is taken
	 */
	public function add(int $number, string $defaultLanguage, array $texts, array $hashes, int $publishedAt): Version {
		$query = $this->db->getQueryBuilder();
		$query->insert(self::TABLE)->values([
			'number' => $query->createNamedParameter($number, IQueryBuilder::PARAM_INT),
			'default_language' => $query->createNamedParameter($defaultLanguage),
			// ASCII only (\uXXXX), so that a MariaDB without utf8mb4 keeps every character.
			'texts' => $query->createNamedParameter(json_encode($texts, JSON_THROW_ON_ERROR)),
			'hashes' => $query->createNamedParameter(json_encode($hashes, JSON_THROW_ON_ERROR)),
			'published_at' => $query->createNamedParameter($publishedAt, IQueryBuilder::PARAM_INT),
		]);
		$query->executeStatement();
		return new Version($query->getLastInsertId(), $number, $defaultLanguage, $texts, $hashes, $publishedAt);
	}

	private function query(): IQueryBuilder {
		$query = $this->db->getQueryBuilder();
		return $query->select('*')->from(self::TABLE)->orderBy('number', 'DESC');
	}

	/** @return list<Version> */
	private function read(IQueryBuilder $query): array {
		$result = $query->executeQuery();
		$rows = $result->fetchAll();
		$result->closeCursor();
		return array_map(static fn (array $row): Version => new Version(
			(int)$row['id'],
			(int)$row['number'],
			$row['default_language'],
			json_decode($row['texts'], true, flags: JSON_THROW_ON_ERROR),
			json_decode($row['hashes'], true, flags: JSON_THROW_ON_ERROR),
			(int)$row['published_at'],
		), $rows);
	}
}
