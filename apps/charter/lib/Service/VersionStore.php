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
	public const TABLE = 'ens_charter_versions';

	public function __construct(
		private IDBConnection $db,
	) {
	}

	/**
	 * The newest version of an owner; null where nothing was published.
	 *
	 * @param 'association'|'host' $owner whose charter
	 */
	public function newest(string $owner): ?Version {
		$query = $this->query();
		$query->where($query->expr()->eq('owner', $query->createNamedParameter($owner)))->setMaxResults(1);
		return $this->read($query)[0] ?? null;
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

	/** @return list<Version> all of them, whoever's they are, the newest first */
	public function all(): array {
		return $this->read($this->query());
	}

	/**
	 * Adds a version.
	 *
	 * @param 'association'|'host' $owner whose it is
	 * @param int $number its number among those of its owner
	 * @param array{ownerName: string, defaultLanguage: string, texts: array, hashes: array<string, string>, publishedAt: int, kind: string, mode: string, deadline: ?int, audience: array, changeNote: array<string, string>} $fields as in Version
	 * @param ?int $asks id of the version whose answers count for it; null for itself, whose id nobody knows yet
	 * @throws \OCP\DB\Exception unique constraint violation where the number is taken
	 */
	public function add(string $owner, int $number, array $fields, ?int $asks): Version {
		$query = $this->db->getQueryBuilder();
		$query->insert(self::TABLE)->values([
			'number' => $query->createNamedParameter($this->last() + 1, IQueryBuilder::PARAM_INT),
			'owner' => $query->createNamedParameter($owner),
			'owner_name' => $query->createNamedParameter(json_encode($fields['ownerName'], JSON_THROW_ON_ERROR)),
			'edition' => $query->createNamedParameter($number, IQueryBuilder::PARAM_INT),
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
		return new Version(...['id' => $id, 'owner' => $owner, 'number' => $number, 'asks' => $asks ?? $id] + $fields);
	}

	/** ASCII only (\uXXXX), so that a MariaDB without utf8mb4 keeps every character. */
	private static function json(array $value): string {
		return json_encode($value, JSON_THROW_ON_ERROR);
	}

	/** The greatest number in the whole space, which 0.1.0 and the order of the rows go by; 0 for none. */
	private function last(): int {
		$query = $this->db->getQueryBuilder();
		$result = $query->select($query->func()->max('number'))->from(self::TABLE)->executeQuery();
		$number = (int)$result->fetchOne();
		$result->closeCursor();
		return $number;
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
			owner: $row['owner'],
			ownerName: json_decode($row['owner_name'] ?? '', true) ?? '',
			number: (int)($row['edition'] ?? $row['number']),
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
