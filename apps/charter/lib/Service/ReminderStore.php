<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// When whom was reminded last.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\DB\Exception;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** One row for each account, so that of two admins who remind at once only one does. */
class ReminderStore {
	private const TABLE = 'ens_charter_reminders';

	public function __construct(
		private IDBConnection $db,
	) {
	}

	/** @return array<string, int> account → seconds since 1970 */
	public function all(): array {
		$query = $this->db->getQueryBuilder();
		$result = $query->select('account', 'at')->from(self::TABLE)->executeQuery();
		$all = array_map('intval', array_column($result->fetchAll(), 'at', 'account'));
		$result->closeCursor();
		return $all;
	}

	/**
	 * Notes that an account is reminded, unless somebody else does at the same moment.
	 *
	 * @param string $account login name
	 * @param ?int $before when it was reminded last, as all() told; null for never
	 * @param int $now seconds since 1970
	 * @return bool whether it is ours to remind
	 */
	public function claim(string $account, ?int $before, int $now): bool {
		return Retry::whileBusy(fn (): bool => $before === null ? $this->insert($account, $now) : $this->move($account, $before, $now));
	}

	/**
	 * Forgets an account.
	 *
	 * @param string $account login name
	 */
	public function forget(string $account): void {
		$query = $this->db->getQueryBuilder();
		$query->delete(self::TABLE)->where($query->expr()->eq('account', $query->createNamedParameter($account)));
		$query->executeStatement();
	}

	private function insert(string $account, int $now): bool {
		$query = $this->db->getQueryBuilder();
		$query->insert(self::TABLE)->values([
			'account' => $query->createNamedParameter($account),
			'at' => $query->createNamedParameter($now, IQueryBuilder::PARAM_INT),
		]);
		try {
			return $query->executeStatement() === 1;
		} catch (Exception $trouble) {
			if ($trouble->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				return false;
			}
			throw $trouble;
		}
	}

	/** Whether nobody else has moved it in the meantime. */
	private function move(string $account, int $from, int $to): bool {
		$query = $this->db->getQueryBuilder();
		$query->update(self::TABLE)
			->set('at', $query->createNamedParameter($to, IQueryBuilder::PARAM_INT))
			->where($query->expr()->eq('account', $query->createNamedParameter($account)))
			->andWhere($query->expr()->eq('at', $query->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		return $query->executeStatement() === 1;
	}
}
