<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of answers, for one person and for the end of the chain.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Rows are added, never changed nor deleted; only why somebody declined may be told later, and goes with the account. */
class AnswerStore {
	public const TABLE = 'ens_charter_answers';

	public function __construct(
		private IDBConnection $db,
	) {
	}

	/**
	 * A person's answer that counts for a version and all that mend it, which is the last one.
	 *
	 * @param string $person the person's token
	 * @param int $asks id of the version
	 */
	public function latest(string $person, int $asks): ?Answer {
		$query = $this->of($person);
		$query->andWhere($query->expr()->eq('asks_id', $query->createNamedParameter($asks, IQueryBuilder::PARAM_INT)))
			->orderBy('turn', 'DESC')
			->setMaxResults(1);
		return $this->read($query)[0] ?? null;
	}

	/**
	 * The last answer of a person to whatever version of an owner.
	 *
	 * @param string $person the person's token
	 * @param 'association'|'host' $owner whose charter
	 */
	public function newest(string $person, string $owner): ?Answer {
		$query = $this->db->getQueryBuilder();
		$query->select('a.*')->from(self::TABLE, 'a')
			->innerJoin('a', VersionStore::TABLE, 'v', (string)$query->expr()->eq('v.id', 'a.version_id'))
			->where($query->expr()->eq('a.person', $query->createNamedParameter($person)))
			->andWhere($query->expr()->eq('v.owner', $query->createNamedParameter($owner)))
			->orderBy('a.number', 'DESC')
			->setMaxResults(1);
		return $this->read($query)[0] ?? null;
	}

	/**
	 * All answers of a person.
	 *
	 * @param string $person the person's token
	 * @return list<Answer> the newest first
	 */
	public function all(string $person): array {
		return $this->read($this->of($person)->orderBy('number', 'DESC'));
	}

	/** The end of the chain; null where nobody has answered yet. */
	public function last(): ?Answer {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from(self::TABLE)->orderBy('number', 'DESC')->setMaxResults(1);
		return $this->read($query)[0] ?? null;
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
			'asks_id' => $query->createNamedParameter($answer->asks, IQueryBuilder::PARAM_INT),
			'turn' => $query->createNamedParameter($answer->turn, IQueryBuilder::PARAM_INT),
			'language' => $query->createNamedParameter($answer->language),
			'text_hash' => $query->createNamedParameter($answer->textHash),
			'choice' => $query->createNamedParameter($answer->choice),
			'at' => $query->createNamedParameter($answer->at, IQueryBuilder::PARAM_INT),
			'hash' => $query->createNamedParameter($answer->hash),
			// ASCII only, as the texts of a version.
			'reason' => $query->createNamedParameter(json_encode($answer->reason, JSON_THROW_ON_ERROR)),
		]);
		$query->executeStatement();
		return new Answer(...['id' => $query->getLastInsertId()] + get_object_vars($answer));
	}

	/**
	 * Keeps why somebody declined.
	 *
	 * @param int $id row id of the answer
	 * @param string $reason not empty
	 */
	public function explain(int $id, string $reason): void {
		$query = $this->db->getQueryBuilder();
		$query->update(self::TABLE)
			->set('reason', $query->createNamedParameter(json_encode($reason, JSON_THROW_ON_ERROR)))
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$query->executeStatement();
	}

	/**
	 * Forgets why a person declined. The answers stay.
	 *
	 * @param string $person the person's token
	 */
	public function forgetReasons(string $person): void {
		$query = $this->db->getQueryBuilder();
		$query->update(self::TABLE)
			->set('reason', $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($query->expr()->eq('person', $query->createNamedParameter($person)));
		$query->executeStatement();
	}

	/**
	 * A reason as it stands in the table.
	 *
	 * @param ?string $stored the column; null for none
	 */
	public static function reason(?string $stored): string {
		return json_decode($stored ?? '""', flags: JSON_THROW_ON_ERROR);
	}

	private function of(string $person): IQueryBuilder {
		$query = $this->db->getQueryBuilder();
		return $query->select('*')->from(self::TABLE)->where($query->expr()->eq('person', $query->createNamedParameter($person)));
	}

	/** @return list<Answer> */
	private function read(IQueryBuilder $query): array {
		$result = $query->executeQuery();
		$rows = $result->fetchAll();
		$result->closeCursor();
		return array_map(static fn (array $row): Answer => new Answer(
			id: (int)$row['id'],
			number: (int)$row['number'],
			version: (int)$row['version_id'],
			asks: (int)$row['asks_id'],
			turn: (int)$row['turn'],
			language: $row['language'],
			textHash: $row['text_hash'],
			choice: $row['choice'],
			at: (int)$row['at'],
			hash: $row['hash'],
			reason: self::reason($row['reason']),
		), $rows);
	}
}
