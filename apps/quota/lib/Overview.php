<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts together who keeps how much and who may keep how much.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

final class Overview {
	public function __construct(
		private readonly Accounts $accounts,
		private readonly Usage $usage,
		private readonly Quotas $quotas,
	) {
	}

	/**
	 * All members. The number of queries does not depend on how many there are.
	 *
	 * @param list<int> $levels warning levels in percent
	 * @return list<array{account: string, name: string, enabled: bool, files: int, trash: int, versions: int, quota: ?int, percent: ?float, level: ?int}> in the order of the account ids
	 */
	public function members(array $levels): array {
		$accounts = $this->accounts->all();
		$ids = array_map('strval', array_keys($accounts));
		$kept = $this->usage->all($ids);
		$quotas = $this->quotas->all($ids);
		$members = [];
		foreach ($ids as $id) {
			$members[] = ['account' => $id, ...$accounts[$id], ...self::row($kept[$id], $quotas[$id], $levels)];
		}
		return $members;
	}

	/**
	 * One account.
	 *
	 * @param string $account account id
	 * @param list<int> $levels warning levels in percent
	 * @return array{files: int, trash: int, versions: int, quota: ?int, percent: ?float, level: ?int}
	 */
	public function member(string $account, array $levels): array {
		return self::row($this->usage->one($account), $this->quotas->one($account), $levels);
	}

	/**
	 * The sums over all members.
	 *
	 * @param list<array{enabled: bool, files: int, trash: int, versions: int, quota: ?int}> $members as members() gives them
	 * @return array{files: int, trash: int, versions: int, promised: ?int} bytes; `promised` = quotas of enabled accounts, null where one has no limit
	 */
	public static function total(array $members): array {
		return [
			'files' => array_sum(array_column($members, 'files')),
			'trash' => array_sum(array_column($members, 'trash')),
			'versions' => array_sum(array_column($members, 'versions')),
			'promised' => Levels::promised($members),
		];
	}

	/** @param list<int> $levels */
	private static function row(Kept $kept, ?int $quota, array $levels): array {
		$percent = Levels::percent($kept->files, $quota);
		return [
			'files' => $kept->files,
			'trash' => $kept->trash,
			'versions' => $kept->versions,
			'quota' => $quota,
			'percent' => $percent,
			'level' => Levels::passed($percent, $levels),
		];
	}
}
