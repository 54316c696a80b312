<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Answers that somebody gave in another space and brought along with their account.

declare(strict_types=1);

namespace OCA\EnsembleCharter\UserMigration;

use OCA\EnsembleCharter\Service\Retry;
use OCP\DB\Exception;
use OCP\IDBConnection;

/** One row for each account that brought something. They count for nothing here: they are to be read, and to go along again. */
class Brought {
	private const TABLE = 'ens_charter_brought';

	public function __construct(
		private IDBConnection $db,
	) {
	}

	/**
	 * What an account brought along.
	 *
	 * @param string $account login name
	 * @return list<array<string, int|string>> as `brought` of `GET /api/v1/answers`
	 */
	public function of(string $account): array {
		$query = $this->db->getQueryBuilder();
		$query->select('answers')->from(self::TABLE)
			->where($query->expr()->eq('account', $query->createNamedParameter($account)));
		$result = $query->executeQuery();
		$answers = $result->fetchOne();
		$result->closeCursor();
		return $answers === false ? [] : json_decode($answers, true, flags: JSON_THROW_ON_ERROR);
	}

	/**
	 * Keeps what an account brings along, in place of what it brought before.
	 *
	 * @param string $account login name
	 * @param list<array<string, int|string>> $answers checked, as `brought` of `GET /api/v1/answers`
	 */
	public function set(string $account, array $answers): void {
		// ASCII only (\uXXXX), so that a MariaDB without utf8mb4 keeps every character.
		$json = json_encode($answers, JSON_THROW_ON_ERROR);
		Retry::whileBusy(fn () => $this->has($account) ? $this->update($account, $json) : $this->insert($account, $json));
	}

	/**
	 * Forgets what an account brought along.
	 *
	 * @param string $account login name
	 */
	public function forget(string $account): void {
		$query = $this->db->getQueryBuilder();
		$query->delete(self::TABLE)->where($query->expr()->eq('account', $query->createNamedParameter($account)));
		$query->executeStatement();
	}

	private function has(string $account): bool {
		$query = $this->db->getQueryBuilder();
		$query->select('id')->from(self::TABLE)
			->where($query->expr()->eq('account', $query->createNamedParameter($account)));
		$result = $query->executeQuery();
		$id = $result->fetchOne();
		$result->closeCursor();
		return $id !== false;
	}

	private function update(string $account, string $json): void {
		$query = $this->db->getQueryBuilder();
		$query->update(self::TABLE)
			->set('answers', $query->createNamedParameter($json))
			->where($query->expr()->eq('account', $query->createNamedParameter($account)));
		$query->executeStatement();
	}

	/** @throws Exception unique constraint violation where somebody else was faster */
	private function insert(string $account, string $json): void {
		$query = $this->db->getQueryBuilder();
		$query->insert(self::TABLE)->values([
			'account' => $query->createNamedParameter($account),
			'answers' => $query->createNamedParameter($json),
		]);
		$query->executeStatement();
	}
}
