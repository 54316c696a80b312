<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Answers of many: how many chose what, who stands where, the whole chain.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** One query each, however many answers there are. */
class AnswerLists {
	public function __construct(
		private IDBConnection $db,
	) {
	}

	/**
	 * How many people chose what; a change of mind counts once.
	 *
	 * @return array<int, array<string, int>> id of the version whose answers count → choice → people
	 */
	public function counts(): array {
		$query = $this->latest();
		$query->select('a.asks_id', 'a.choice')
			->selectAlias($query->func()->count('a.id'), 'people')
			->groupBy('a.asks_id', 'a.choice');
		$counts = [];
		foreach ($this->rows($query) as $row) {
			$counts[(int)$row['asks_id']][$row['choice']] = (int)$row['people'];
		}
		return $counts;
	}

	/**
	 * The answers that count for a version, of all accounts that still exist.
	 *
	 * @param int $asks id of the version whose answers count
	 * @return array<string, array{choice: string, at: int, language: string, reason: string}> by account
	 */
	public function standing(int $asks): array {
		$query = $this->latest();
		$query->select('p.account', 'a.choice', 'a.at', 'a.language', 'a.reason')
			->innerJoin('a', People::TABLE, 'p', (string)$query->expr()->eq('p.person', 'a.person'))
			->andWhere($query->expr()->eq('a.asks_id', $query->createNamedParameter($asks, IQueryBuilder::PARAM_INT)));
		$standing = [];
		foreach ($this->rows($query) as $row) {
			$standing[$row['account']] = [
				'choice' => $row['choice'],
				'at' => (int)$row['at'],
				'language' => $row['language'],
				'reason' => AnswerStore::reason($row['reason']),
			];
		}
		return $standing;
	}

	/** How many answers there are, changes of mind and those of deleted accounts included. */
	public function length(): int {
		$query = $this->db->getQueryBuilder();
		$query->select($query->func()->count('*'))->from(AnswerStore::TABLE);
		$result = $query->executeQuery();
		$length = (int)$result->fetchOne();
		$result->closeCursor();
		return $length;
	}

	/**
	 * The whole chain as it is stored, with the accounts that still exist.
	 *
	 * @return list<array{number: int, version: int, language: string, textHash: string, choice: string, at: int, person: string, hash: string, account: ?string, reason: string}> by number
	 */
	public function chain(): array {
		$query = $this->db->getQueryBuilder();
		$query->select('a.number', 'a.version_id', 'a.language', 'a.text_hash', 'a.choice', 'a.at', 'a.person', 'a.hash', 'a.reason', 'p.account')
			->from(AnswerStore::TABLE, 'a')
			->leftJoin('a', People::TABLE, 'p', (string)$query->expr()->eq('p.person', 'a.person'))
			->orderBy('a.number');
		return array_map(static fn (array $row): array => [
			'number' => (int)$row['number'],
			'version' => (int)$row['version_id'],
			'language' => $row['language'],
			'textHash' => $row['text_hash'],
			'choice' => $row['choice'],
			'at' => (int)$row['at'],
			'person' => $row['person'],
			'hash' => $row['hash'],
			'account' => $row['account'],
			'reason' => AnswerStore::reason($row['reason']),
		], $this->rows($query));
	}

	/** Of each person and version the last answer: none of a later turn. */
	private function latest(): IQueryBuilder {
		$query = $this->db->getQueryBuilder();
		return $query->from(AnswerStore::TABLE, 'a')
			->leftJoin('a', AnswerStore::TABLE, 'b', (string)$query->expr()->andX(
				$query->expr()->eq('b.person', 'a.person'),
				$query->expr()->eq('b.asks_id', 'a.asks_id'),
				$query->expr()->gt('b.turn', 'a.turn'),
			))
			->where($query->expr()->isNull('b.id'));
	}

	private function rows(IQueryBuilder $query): array {
		$result = $query->executeQuery();
		$rows = $result->fetchAll();
		$result->closeCursor();
		return $rows;
	}
}
