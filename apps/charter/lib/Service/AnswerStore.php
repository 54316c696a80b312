<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of answers.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Rows are added, never changed nor deleted. */
class AnswerStore {
	private const TABLE = 'ens_charter_answers';

	public function __construct(
		private IDBConnection $db,
	) {
	}

	/**
	 * A person's answer to a version that counts, which is the last one.
	 *
	 * @param string $person the person's token
	 * @param int $version id of the version
	 */
	public function latest(string $person, int $version): ?Answer {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from(self::TABLE)
			->where($query->expr()->eq('person', $query->createNamedParameter($person)))
			->andWhere($query->expr()->eq('version_id', $query->createNamedParameter($version, IQueryBuilder::PARAM_INT)))
			->orderBy('turn', 'DESC')
			->setMaxResults(1);
		return $this->first($query);
	}

	/** The end of the chain; null where nobody has answered yet. */
	public function last(): ?Answer {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from(self::TABLE)->orderBy('number', 'DESC')->setMaxResults(1);
		return $this->first($query);
	}

	/**
	 * How many people chose what; a change of mind counts once.
	 *
	 * @return array<int, array<string, int>> id of the version → choice → people
	 */
	public function counts(): array {
		$query = $this->db->getQueryBuilder();
		$query->select('a.version_id', 'a.choice')
			->selectAlias($query->func()->count('a.id'), 'people')
			->from(self::TABLE, 'a')
			->leftJoin('a', self::TABLE, 'b', (string)$query->expr()->andX(
				$query->expr()->eq('b.person', 'a.person'),
				$query->expr()->eq('b.version_id', 'a.version_id'),
				$query->expr()->gt('b.turn', 'a.turn'),
			))
			->where($query->expr()->isNull('b.id'))
			->groupBy('a.version_id', 'a.choice');
		$result = $query->executeQuery();
		$counts = [];
		foreach ($result->fetchAll() as $row) {
			$counts[(int)$row['version_id']][$row['choice']] = (int)$row['people'];
		}
		$result->closeCursor();
		return $counts;
	}

	/**
	 * Adds an answer to the end of the chain.
	 *
	 * @param string $person the person's token
	 * @param Answer $answer what to add; its id does not count
	 * @return Answer with its id
	 * @throws \OCP\DB\Exception unique constraint violation where somebody was faster
	 */
	public function add(string $person, Answer $answer): Answer {
		$query = $this->db->getQueryBuilder();
		$query->insert(self::TABLE)->values([
			'number' => $query->createNamedParameter($answer->number, IQueryBuilder::PARAM_INT),
			'person' => $query->createNamedParameter($person),
			'version_id' => $query->createNamedParameter($answer->version, IQueryBuilder::PARAM_INT),
			'turn' => $query->createNamedParameter($answer->turn, IQueryBuilder::PARAM_INT),
			'language' => $query->createNamedParameter($answer->language),
			'text_hash' => $query->createNamedParameter($answer->textHash),
			'choice' => $query->createNamedParameter($answer->choice),
			'at' => $query->createNamedParameter($answer->at, IQueryBuilder::PARAM_INT),
			'hash' => $query->createNamedParameter($answer->hash),
		]);
		$query->executeStatement();
		return new Answer(...['id' => $query->getLastInsertId()] + get_object_vars($answer));
	}

	private function first(IQueryBuilder $query): ?Answer {
		$result = $query->executeQuery();
		$row = $result->fetch();
		$result->closeCursor();
		return $row === false ? null : new Answer(
			(int)$row['id'],
			(int)$row['number'],
			(int)$row['version_id'],
			(int)$row['turn'],
			$row['language'],
			$row['text_hash'],
			$row['choice'],
			(int)$row['at'],
			$row['hash'],
		);
	}
}
