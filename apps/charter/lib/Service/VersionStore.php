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
	 * @param array{defaultLanguage: string, texts: array, hashes: array<string, string>, publishedAt: int, kind: string, mode: string, deadline: ?int, audience: array, changeNote: array<string, string>} $fields as in Version
	 * @param ?int $asks id of the version whose answers count for it; null for itself, whose id nobody knows yet
	 * @throws \OCP\DB\Exception unique constraint violation where the number is taken
	 */
	public function add(int $number, array $fields, ?int $asks): Version {
		$query = $this->db->getQueryBuilder();
		$query->insert(self::TABLE)->values([
			'number' => $query->createNamedParameter($number, IQueryBuilder::PARAM_INT),
			'default_language' => $query->createNamedParameter($fields['defaultLanguage']),
			'texts' => $query->createNamedParameter(self::json($fields['texts'])),
			'hashes' => $query->createNamedParameter(self::json($fields['hashes'])),
			'published_at' => $query->createNamedParameter($fields['publishedAt'], IQueryBuilder::PARAM_INT),
			'kind' => $query->createNamedParameter($fields['kind']),
			'mode' => $query->createNamedParameter($fields['mode']),
			'deadline' => $query->createNamedParameter($fields['deadline'], $fields['deadline'] === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT),
			'audience' => $query->createNamedParameter(self::json($fields['audience'])),
			'change_note' => $query->createNamedParameter(self::json($fields['changeNote'])),
			'asks_id' => $query->createNamedParameter($asks, $asks === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT),
		]);
		$query->executeStatement();
		$id = $query->getLastInsertId();
		return new Version(...['id' => $id, 'number' => $number, 'asks' => $asks ?? $id] + $fields);
	}

	/** ASCII only (\uXXXX), so that a MariaDB without utf8mb4 keeps every character. */
	private static function json(array $value): string {
		return json_encode($value, JSON_THROW_ON_ERROR);
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
			id: (int)$row['id'],
			number: (int)$row['number'],
			defaultLanguage: $row['default_language'],
			texts: json_decode($row['texts'], true, flags: JSON_THROW_ON_ERROR),
			hashes: json_decode($row['hashes'], true, flags: JSON_THROW_ON_ERROR),
			publishedAt: (int)$row['published_at'],
			kind: $row['kind'],
			mode: $row['mode'],
			deadline: $row['deadline'] === null ? null : (int)$row['deadline'],
			audience: json_decode($row['audience'] ?? '', true) ?? Audience::EVERYONE,
			changeNote: json_decode($row['change_note'] ?? '', true) ?? [],
			// Empty: its own.
			asks: (int)($row['asks_id'] ?? $row['id']),
		), $rows);
	}
}
