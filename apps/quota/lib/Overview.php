<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts together who keeps how much, who may keep how much, and what the whole space keeps.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCA\EnsembleQuota\Shared\Settings;

/**
 * @psalm-type Member = array{account: string, name: string, enabled: bool, guest: bool, seen: bool, files: int, trash: int, versions: int, quota: ?int, percent: ?float, level: ?int, stored: string, changedAt: ?int}
 * @psalm-type Total = array{pool: ?int, files: int, trash: int, versions: int, team: int, other: int, promised: ?int, accounts: int, accountCap: ?int}
 */
final class Overview {
	/** What of a total lies in the pool. */
	private const KINDS = ['files', 'trash', 'versions', 'team', 'other'];

	public function __construct(
		private readonly Accounts $accounts,
		private readonly Usage $usage,
		private readonly Quotas $quotas,
		private readonly Pool $pool,
		private readonly Settings $settings,
	) {
	}

	/**
	 * Counts everything. The number of queries does not depend on how many accounts there are.
	 *
	 * @return array{members: list<Member>, total: Total} members in the order of the account ids
	 */
	public function count(): array {
		$settings = $this->settings->values();
		$accounts = $this->accounts->all();
		$ids = array_map('strval', array_keys($accounts));
		$storages = $this->usage->storages();
		$kept = $this->usage->pick($ids, $storages);
		$quotas = $this->quotas->all($ids);
		$members = [];
		foreach ($ids as $id) {
			['stored' => $stored, 'quota' => $quota] = $quotas[$id];
			$members[] = ['account' => $id, ...$accounts[$id], ...self::row($kept[$id], $quota, $settings['levels']), 'stored' => $stored, 'changedAt' => $kept[$id]->changedAt];
		}
		$total = ['pool' => $settings['pool'], ...self::total($members), ...$this->pool->rest($ids, $storages), 'accountCap' => $settings['accountCap']];
		return ['members' => $members, 'total' => $total];
	}

	/**
	 * One account.
	 *
	 * @param string $account account id
	 * @return array{files: int, trash: int, versions: int, quota: ?int, percent: ?float, level: ?int}
	 */
	public function member(string $account): array {
		return self::row($this->usage->one($account), $this->quotas->one($account), $this->settings->values()['levels']);
	}

	/**
	 * How full the space is.
	 *
	 * @return ?array{used: int, pool: int, percent: float, level: ?int} null where its size is not known
	 */
	public function space(): ?array {
		['pool' => $pool, 'poolLevels' => $levels] = $this->settings->values();
		if (!$pool) {
			return null;
		}
		$used = self::used($this->count()['total']);
		$percent = Levels::percent($used, $pool);
		return ['used' => $used, 'pool' => $pool, 'percent' => $percent, 'level' => Levels::passed($percent, $levels)];
	}

	/**
	 * What lies in the pool.
	 *
	 * @param array<string, ?int> $total as count() gives it, or a day of the history
	 * @return int bytes
	 */
	public static function used(array $total): int {
		return array_sum(array_intersect_key($total, array_flip(self::KINDS)));
	}

	/**
	 * The sums over all members.
	 *
	 * @param list<Member> $members
	 * @return array{files: int, trash: int, versions: int, promised: ?int, accounts: int} `promised` = quotas of enabled accounts, null where one has no limit; `accounts` = enabled ones that are no guests
	 */
	private static function total(array $members): array {
		return [
			'files' => array_sum(array_column($members, 'files')),
			'trash' => array_sum(array_column($members, 'trash')),
			'versions' => array_sum(array_column($members, 'versions')),
			'promised' => Levels::promised($members),
			'accounts' => count(array_filter($members, static fn (array $member): bool => $member['enabled'] && !$member['guest'])),
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
