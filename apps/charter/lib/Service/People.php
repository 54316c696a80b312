<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who a person in the answers is: a token per account, forgotten with the account.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\IDBConnection;

class People {
	public const TABLE = 'ens_charter_people';

	public function __construct(
		private IDBConnection $db,
	) {
	}

	/**
	 * The token of an account that has answered before.
	 *
	 * @param string $account login name
	 */
	public function find(string $account): ?string {
		$query = $this->db->getQueryBuilder();
		$query->select('person')->from(self::TABLE)
			->where($query->expr()->eq('account', $query->createNamedParameter($account)));
		$result = $query->executeQuery();
		$person = $result->fetchOne();
		$result->closeCursor();
		return $person === false ? null : $person;
	}

	/**
	 * The token of an account, made where there is none yet.
	 *
	 * @param string $account login name
	 * @return string 32 hexadecimal digits that tell nothing about the account
	 */
	public function findOrMake(string $account): string {
		return Retry::whileBusy(fn (): string => $this->find($account) ?? $this->make($account));
	}

	/**
	 * Cuts the link between an account and its answers, for ever.
	 *
	 * @param string $account login name
	 */
	public function forget(string $account): void {
		$query = $this->db->getQueryBuilder();
		$query->delete(self::TABLE)
			->where($query->expr()->eq('account', $query->createNamedParameter($account)));
		$query->executeStatement();
	}

	private function make(string $account): string {
		$person = bin2hex(random_bytes(16));
		$query = $this->db->getQueryBuilder();
		$query->insert(self::TABLE)->values([
			'person' => $query->createNamedParameter($person),
			'account' => $query->createNamedParameter($account),
		]);
		$query->executeStatement();
		return $person;
	}
}
