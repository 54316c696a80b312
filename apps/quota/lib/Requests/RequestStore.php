<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Keeps requests for more room.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Requests;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** The column `open_for` is unique and empty once a request is settled: nobody has two open ones. */
class RequestStore {
	private const TABLE = 'ens_quota_requests';

	public function __construct(
		private IDBConnection $db,
	) {
	}

	/**
	 * Keeps a new request.
	 *
	 * @param string $account who asks
	 * @param int $wanted bytes
	 * @param string $sentence why
	 * @param int $quota what they have, bytes
	 * @param int $now seconds since 1970
	 * @return ?Request null where they have an open one
	 */
	public function add(string $account, int $wanted, string $sentence, int $quota, int $now): ?Request {
		$added = $this->db->insertIgnoreConflict(self::TABLE, [
			'account' => $account,
			'wanted' => $wanted,
			'sentence' => $sentence,
			'at' => $now,
			'state' => 'open',
			'quota_at' => $quota,
			'open_for' => $account,
		]);
		return $added === 1 ? $this->newest($account) : null;
	}

	public function get(int $id): ?Request {
		$query = $this->select();
		$query->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->fetch($query)[0] ?? null;
	}

	/** The newest request of an account. */
	public function newest(string $account): ?Request {
		$query = $this->select();
		$query->where($query->expr()->eq('account', $query->createNamedParameter($account)))
			->orderBy('id', 'DESC')
			->setMaxResults(1);
		return $this->fetch($query)[0] ?? null;
	}

	/** @return list<Request> all open ones, the oldest first */
	public function open(): array {
		$query = $this->select();
		$query->where($query->expr()->isNotNull('open_for'))->orderBy('id');
		return $this->fetch($query);
	}

	/** How many are open. */
	public function countOpen(): int {
		$query = $this->db->getQueryBuilder();
		$query->select($query->func()->count('id'))->from(self::TABLE)->where($query->expr()->isNotNull('open_for'));
		$result = $query->executeQuery();
		$count = (int)$result->fetchOne();
		$result->closeCursor();
		return $count;
	}

	/**
	 * @param int $since seconds since 1970
	 * @return list<Request> those decided since then, the newest first
	 */
	public function decided(int $since): array {
		$query = $this->select();
		$query->where($query->expr()->isNull('open_for'))
			->andWhere($query->expr()->gte('decided_at', $query->createNamedParameter($since, IQueryBuilder::PARAM_INT)))
			->orderBy('decided_at', 'DESC')
			->addOrderBy('id', 'DESC');
		return $this->fetch($query);
	}

	/**
	 * Settles an open request.
	 *
	 * @param int $id
	 * @param string $state what becomes of it
	 * @param ?int $decidedAt seconds since 1970; null where nobody decides
	 * @param ?string $by account id of who decides
	 * @param ?int $granted bytes
	 * @param string $word of who decides
	 * @return bool whether it was open still
	 */
	public function settle(int $id, string $state, ?int $decidedAt = null, ?string $by = null, ?int $granted = null, string $word = ''): bool {
		$query = $this->db->getQueryBuilder();
		$query->update(self::TABLE)
			->set('state', $query->createNamedParameter($state))
			->set('granted', $query->createNamedParameter($granted, $granted === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT))
			->set('word', $query->createNamedParameter($word))
			->set('decided_by', $query->createNamedParameter($by, $by === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_STR))
			->set('decided_at', $query->createNamedParameter($decidedAt, $decidedAt === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT))
			->set('open_for', $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($query->expr()->isNotNull('open_for'));
		return $query->executeStatement() === 1;
	}

	/** Forgets an account: what it asked for, and that it decided about others. */
	public function forget(string $account): void {
		$query = $this->db->getQueryBuilder();
		$query->delete(self::TABLE)->where($query->expr()->eq('account', $query->createNamedParameter($account)));
		$query->executeStatement();
		$query = $this->db->getQueryBuilder();
		$query->update(self::TABLE)
			->set('decided_by', $query->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($query->expr()->eq('decided_by', $query->createNamedParameter($account)));
		$query->executeStatement();
	}

	private function select(): IQueryBuilder {
		return $this->db->getQueryBuilder()->select('*')->from(self::TABLE);
	}

	/** @return list<Request> */
	private function fetch(IQueryBuilder $query): array {
		$result = $query->executeQuery();
		$rows = $result->fetchAll();
		$result->closeCursor();
		$number = static fn (mixed $value): ?int => $value === null ? null : (int)$value;
		return array_map(static fn (array $row): Request => new Request(
			(int)$row['id'],
			(string)$row['account'],
			(int)$row['wanted'],
			(string)$row['sentence'],
			(int)$row['at'],
			(string)$row['state'],
			$number($row['quota_at']),
			$number($row['granted']),
			(string)$row['word'],
			$row['decided_by'] === null ? null : (string)$row['decided_by'],
			$number($row['decided_at']),
		), $rows);
	}
}
