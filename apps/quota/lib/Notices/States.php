<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The level in force for each reader and thing, and what they were told last about it.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * A row changes only for whom finds it as it was read: of two runs at once one has its way, and only that one sends.
 *
 * @psalm-import-type State from Engine
 */
final class States {
	private const TABLE = 'ens_quota_states';

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	/** @return array<string, array<string, State>> about → account → state; one query */
	public function all(): array {
		$query = $this->db->getQueryBuilder();
		return $this->fetch($query->select('*')->from(self::TABLE));
	}

	/**
	 * The states of some accounts. One query.
	 *
	 * @param string $about mine, space or accounts
	 * @param list<string> $accounts account ids, some dozens at most
	 * @return array<string, State> by account; without those who are below the first level and were not told lately
	 */
	public function of(string $about, array $accounts): array {
		$query = $this->db->getQueryBuilder();
		$query->select('*')->from(self::TABLE)
			->where($query->expr()->eq('about', $query->createNamedParameter($about)))
			->andWhere($query->expr()->in('account', $query->createNamedParameter($accounts, IQueryBuilder::PARAM_STR_ARRAY)));
		return $this->fetch($query)[$about] ?? [];
	}

	/**
	 * Changes a state, unless somebody else has done so in the meantime.
	 *
	 * @param string $account account id; empty for the space itself
	 * @param string $about mine, space, accounts or digest
	 * @param ?State $before as it was read; null = there was none
	 * @param ?State $after null = none any more
	 * @return bool whether it is ours: what it stands for may be sent
	 */
	public function change(string $account, string $about, ?array $before, ?array $after): bool {
		if ($before === null) {
			return $after !== null && $this->db->insertIgnoreConflict(self::TABLE, [
				'account' => $account,
				'about' => $about,
				'level' => $after['level'],
				'told_level' => $after['told']['level'] ?? null,
				'told_at' => $after['told']['at'] ?? null,
			]) === 1;
		}
		$query = $this->db->getQueryBuilder();
		if ($after === null) {
			$query->delete(self::TABLE);
		} else {
			$query->update(self::TABLE)
				->set('level', $this->number($query, $after['level']))
				->set('told_level', $this->number($query, $after['told']['level'] ?? null))
				->set('told_at', $this->number($query, $after['told']['at'] ?? null));
		}
		$query->where($query->expr()->eq('account', $query->createNamedParameter($account)))
			->andWhere($query->expr()->eq('about', $query->createNamedParameter($about)))
			->andWhere($this->is($query, 'level', $before['level']))
			->andWhere($this->is($query, 'told_level', $before['told']['level'] ?? null))
			->andWhere($this->is($query, 'told_at', $before['told']['at'] ?? null));
		return $query->executeStatement() === 1;
	}

	/** Forgets an account. */
	public function forget(string $account): void {
		$query = $this->db->getQueryBuilder();
		$query->delete(self::TABLE)->where($query->expr()->eq('account', $query->createNamedParameter($account)));
		$query->executeStatement();
	}

	private function fetch(IQueryBuilder $query): array {
		$states = [];
		$result = $query->executeQuery();
		while (($row = $result->fetch()) !== false) {
			$states[(string)$row['about']][(string)$row['account']] = [
				'level' => $row['level'] === null ? null : (int)$row['level'],
				'told' => $row['told_at'] === null ? null : ['level' => (int)$row['told_level'], 'at' => (int)$row['told_at']],
			];
		}
		$result->closeCursor();
		return $states;
	}

	private function number(IQueryBuilder $query, ?int $value): mixed {
		return $query->createNamedParameter($value, $value === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_INT);
	}

	private function is(IQueryBuilder $query, string $column, ?int $value): mixed {
		return $value === null ? $query->expr()->isNull($column) : $query->expr()->eq($column, $this->number($query, $value));
	}
}
