<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Fills in what 0.1.0 did not write: the number among the owner's versions, for which version an answer counts, and what pages read.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Migration;

use OCA\EnsembleCharter\Service\InForce;
use OCA\EnsembleCharter\Service\Owner;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use OCP\Migration\IRepairStep;

/** Runs after every upgrade: a host may have gone back to 0.1.0 for a while. Without such rows it costs three queries. */
class FillAsks implements IRepairStep {
	private const VERSIONS = 'ens_charter_versions';
	private const ANSWERS = 'ens_charter_answers';

	public function __construct(
		private IDBConnection $db,
		private InForce $inForce,
	) {
	}

	public function getName(): string {
		return 'Note for which charter older answers count, and follow the policy of the host';
	}

	public function run(IOutput $output): void {
		$this->fillEditions();
		$this->fillAnswers();
		$this->fillAnswersToMendedVersions();
		// Pages are told on the way: 0.1.0 told them less, and of no mended version.
		$this->inForce->all();
	}

	/** All that 0.1.0 publishes is the association's. Where the host has versions too, numbers of the space have gaps. */
	private function fillEditions(): void {
		$query = $this->db->getQueryBuilder();
		$query->select('id')->from(self::VERSIONS)->where($query->expr()->isNull('edition'))->orderBy('number');
		$result = $query->executeQuery();
		$ids = array_column($result->fetchAll(), 'id');
		$result->closeCursor();
		$edition = $ids === [] ? 0 : $this->lastEdition();
		foreach ($ids as $id) {
			$update = $this->db->getQueryBuilder();
			$update->update(self::VERSIONS)
				->set('edition', $update->createNamedParameter(++$edition, IQueryBuilder::PARAM_INT))
				->where($update->expr()->eq('id', $update->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
			$update->executeStatement();
		}
	}

	/** The greatest number among the association's versions, 0 for none. */
	private function lastEdition(): int {
		$query = $this->db->getQueryBuilder();
		$query->select($query->func()->max('edition'))->from(self::VERSIONS)
			->where($query->expr()->eq('owner', $query->createNamedParameter(Owner::ASSOCIATION)));
		$result = $query->executeQuery();
		$edition = (int)$result->fetchOne();
		$result->closeCursor();
		return $edition;
	}

	/** Almost all of them: 0.1.0 knew no version that mends another one. */
	private function fillAnswers(): void {
		$query = $this->db->getQueryBuilder();
		$own = $this->db->getQueryBuilder();
		$own->select('id')->from(self::VERSIONS)->where($own->expr()->orX($own->expr()->isNull('asks_id'), $own->expr()->eq('asks_id', 'id')));
		$query->update(self::ANSWERS)->set('asks_id', 'version_id')
			->where($query->expr()->isNull('asks_id'))
			->andWhere($query->expr()->in('version_id', $query->createFunction($own->getSQL())));
		$query->executeStatement();
	}

	/** The turn is no part of the chain; where the person had answered the mended version, it moves behind those turns. */
	private function fillAnswersToMendedVersions(): void {
		$query = $this->db->getQueryBuilder();
		$query->select('a.id', 'a.person', 'a.version_id', 'a.turn', 'v.asks_id')
			->from(self::ANSWERS, 'a')
			->innerJoin('a', self::VERSIONS, 'v', (string)$query->expr()->eq('v.id', 'a.version_id'))
			->where($query->expr()->isNull('a.asks_id'))
			->orderBy('a.number');
		$result = $query->executeQuery();
		$rows = $result->fetchAll();
		$result->closeCursor();
		foreach ($rows as $row) {
			$taken = $this->lastTurn($row['person'], 'asks_id', (int)$row['asks_id']);
			$turn = (int)$row['turn'] > $taken ? (int)$row['turn'] : max($taken, $this->lastTurn($row['person'], 'version_id', (int)$row['version_id'])) + 1;
			$update = $this->db->getQueryBuilder();
			$update->update(self::ANSWERS)
				->set('asks_id', $update->createNamedParameter($row['asks_id'], IQueryBuilder::PARAM_INT))
				->set('turn', $update->createNamedParameter($turn, IQueryBuilder::PARAM_INT))
				->where($update->expr()->eq('id', $update->createNamedParameter($row['id'], IQueryBuilder::PARAM_INT)));
			$update->executeStatement();
		}
	}

	/** The greatest turn of a person among rows of a column's value, -1 for none. */
	private function lastTurn(string $person, string $column, int $value): int {
		$query = $this->db->getQueryBuilder();
		$query->select($query->func()->max('turn'))->from(self::ANSWERS)
			->where($query->expr()->eq('person', $query->createNamedParameter($person)))
			->andWhere($query->expr()->eq($column, $query->createNamedParameter($value, IQueryBuilder::PARAM_INT)));
		$result = $query->executeQuery();
		$turn = $result->fetchOne();
		$result->closeCursor();
		return $turn === null || $turn === false ? -1 : (int)$turn;
	}
}
