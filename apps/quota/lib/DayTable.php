<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of the history: a row for a day of an account, or of the space. Rows are added and deleted, never changed.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\DB\IResult;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

final class DayTable {
	/** In the column `account`. */
	public const SPACE = '';
	/** What is kept of an account, and of the space. */
	public const OWN = ['files', 'trash', 'versions', 'quota'];
	public const WHOLE = ['files', 'trash', 'versions', 'team', 'other', 'promised', 'pool'];

	private const TABLE = 'ens_quota_days';
	/** IN takes no longer lists everywhere. */
	private const AT_ONCE = 500;

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * All days of an account or of the space.
	 *
	 * @param string $account account id, or SPACE
	 * @param list<string> $amounts OWN or WHOLE
	 * @return list<array<string, ?int>> `day` and the amounts, the oldest first
	 */
	public function days(string $account, array $amounts): array {
		$query = $this->db->getQueryBuilder();
		$query->select('day', ...$amounts)
			->from(self::TABLE)
			->where($query->expr()->eq('account', $query->createNamedParameter($account)))
			->orderBy('day');
		$days = [];
		foreach (self::rows($query->executeQuery()) as $row) {
			$days[] = ['day' => (int)$row['day'], ...self::amounts($amounts, $row)];
		}
		return $days;
	}

	/**
	 * The newest day of the space up to a day. Days to come, which a clock that was wrong left behind, do not count.
	 *
	 * @param int $until days since 1970
	 * @return ?int days since 1970; null for none
	 */
	public function newestDay(int $until): ?int {
		$query = $this->db->getQueryBuilder();
		$result = $query->select($query->func()->max('day'))
			->from(self::TABLE)
			->where($query->expr()->eq('account', $query->createNamedParameter(self::SPACE)))
			->andWhere($query->expr()->lte('day', $query->createNamedParameter($until, IQueryBuilder::PARAM_INT)))
			->executeQuery();
		$day = $result->fetchOne();
		$result->closeCursor();
		return $day === null || $day === false ? null : (int)$day;
	}

	/**
	 * The newest row of each account up to a day.
	 *
	 * @param int $until days since 1970
	 * @return array<string, array{day: int, amounts: array<string, ?int>}> by account
	 */
	public function newest(int $until): array {
		$query = $this->db->getQueryBuilder();
		$newest = $this->db->getQueryBuilder();
		$newest->select('account')
			->selectAlias($newest->func()->max('day'), 'day')
			->from(self::TABLE)
			->where($newest->expr()->lte('day', $query->createNamedParameter($until, IQueryBuilder::PARAM_INT)))
			->groupBy('account');
		$query->select('d.account', 'd.day', ...array_map(static fn (string $amount): string => "d.$amount", self::OWN))
			->from(self::TABLE, 'd')
			->innerJoin('d', $query->createFunction('(' . $newest->getSQL() . ')'), 'n', $query->expr()->andX(
				$query->expr()->eq('n.account', 'd.account'),
				$query->expr()->eq('n.day', 'd.day'),
			));
		$rows = [];
		foreach (self::rows($query->executeQuery()) as $row) {
			$rows[$row['account']] = ['day' => (int)$row['day'], 'amounts' => self::amounts(self::OWN, $row)];
		}
		return $rows;
	}

	/**
	 * Adds a day.
	 *
	 * @param array<string, array<string, ?int>> $rows amounts by account
	 * @param int $day days since 1970
	 * @throws \OCP\DB\Exception unique constraint violation where one is there already
	 */
	public function insert(array $rows, int $day): void {
		$query = $this->db->getQueryBuilder();
		$amounts = array_values(array_unique([...self::OWN, ...self::WHOLE]));
		$columns = ['account', 'day', ...$amounts];
		$query->insert(self::TABLE)->values(array_combine($columns, array_map($query->createParameter(...), $columns)));
		foreach ($rows as $account => $row) {
			$query->setParameter('account', (string)$account)->setParameter('day', $day, IQueryBuilder::PARAM_INT);
			foreach ($amounts as $amount) {
				$value = $row[$amount] ?? null;
				$query->setParameter($amount, $value, $value === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT);
			}
			$query->executeStatement();
		}
	}

	/**
	 * The rows of some days, of all accounts and of the space.
	 *
	 * @param int $before all older days, and
	 * @param int $from from this day
	 * @param int $to to this day (not included)
	 * @return array<string, array<int, int>> account → day → id
	 */
	public function between(int $before, int $from, int $to): array {
		$query = $this->db->getQueryBuilder();
		$day = static fn (int $day) => $query->createNamedParameter($day, IQueryBuilder::PARAM_INT);
		$query->select('id', 'account', 'day')->from(self::TABLE)->where($query->expr()->orX(
			$query->expr()->lt('day', $day($before)),
			$query->expr()->andX($query->expr()->gte('day', $day($from)), $query->expr()->lt('day', $day($to))),
		));
		$ids = [];
		foreach (self::rows($query->executeQuery()) as $row) {
			$ids[$row['account']][(int)$row['day']] = (int)$row['id'];
		}
		return $ids;
	}

	/** @param list<int> $ids rows to delete */
	public function delete(array $ids): void {
		foreach (array_chunk($ids, self::AT_ONCE) as $some) {
			$query = $this->db->getQueryBuilder();
			$query->delete(self::TABLE)
				->where($query->expr()->in('id', $query->createNamedParameter($some, IQueryBuilder::PARAM_INT_ARRAY)))
				->executeStatement();
		}
	}

	/** Deletes all days of an account. */
	public function forget(string $account): void {
		$query = $this->db->getQueryBuilder();
		$query->delete(self::TABLE)->where($query->expr()->eq('account', $query->createNamedParameter($account)))->executeStatement();
	}

	/**
	 * Some amounts out of more.
	 *
	 * @param list<string> $names OWN or WHOLE
	 * @param array<string, mixed> $row a row, a member or a total
	 * @return array<string, ?int>
	 */
	public static function amounts(array $names, array $row): array {
		$amounts = [];
		foreach ($names as $name) {
			$amounts[$name] = $row[$name] === null ? null : (int)$row[$name];
		}
		return $amounts;
	}

	/** @return iterable<array<string, mixed>> */
	private static function rows(IResult $result): iterable {
		while (($row = $result->fetch()) !== false) {
			yield $row;
		}
		$result->closeCursor();
	}
}
