<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Keeps day by day what the space and each account kept, and thins it out.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\AppFramework\Db\TTransactional;
use OCP\DB\Exception;
use OCP\IDBConnection;

/**
 * The first run of a day (UTC) writes a row for the space, and one for each account of which something differs from its
 * newest row: a row holds until the next one. A day without a run is a gap; nothing is made up for it.
 */
final class History {
	use TTransactional;

	private const WEEK = 7;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly DayTable $table,
	) {
	}

	/**
	 * The day that a moment is in.
	 *
	 * @param int $now seconds since 1970
	 * @return int days since 1970 (UTC)
	 */
	public static function day(int $now): int {
		return intdiv($now, 86400);
	}

	/**
	 * Keeps what was counted, if it is the first time today; of two at once one does. All of a day or nothing of it.
	 *
	 * @param list<array> $members as Overview::count() gives them
	 * @param array<string, ?int> $total as Overview::count() gives it
	 * @param int $now seconds since 1970
	 */
	public function keep(array $members, array $total, int $now): void {
		$today = self::day($now);
		$last = $this->table->newestDay($today);
		if ($last === $today) {
			return;
		}
		$rows = [DayTable::SPACE => DayTable::amounts(DayTable::WHOLE, $total)] + $this->changed($members, $today);
		try {
			$this->atomic(function () use ($rows, $today, $last): void {
				$this->table->insert($rows, $today);
				$this->thin($today, $last ?? 0);
			}, $this->db);
		} catch (Exception $trouble) {
			// Another run was faster.
			if ($trouble->getReason() !== Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
				throw $trouble;
			}
		}
	}

	/**
	 * What an account kept.
	 *
	 * @param string $account account id
	 * @return list<array{day: int, files: int, trash: int, versions: int, quota: ?int}> the oldest first
	 */
	public function own(string $account): array {
		return $this->table->days($account, DayTable::OWN);
	}

	/** @return list<array{day: int, files: int, trash: int, versions: int, team: int, other: int, promised: ?int, pool: ?int}> what the space kept, the oldest first */
	public function space(): array {
		return $this->table->days(DayTable::SPACE, DayTable::WHOLE);
	}

	/**
	 * Forgets an account that is deleted.
	 *
	 * @param string $account account id
	 */
	public function forget(string $account): void {
		$this->table->forget($account);
	}

	/**
	 * The accounts whose amounts are not those of their newest row.
	 *
	 * @param list<array> $members
	 * @return array<string, array<string, ?int>> amounts by account
	 */
	private function changed(array $members, int $today): array {
		$newest = $this->table->newest($today);
		$changed = [];
		foreach ($members as $member) {
			$amounts = DayTable::amounts(DayTable::OWN, $member);
			['day' => $day, 'amounts' => $before] = $newest[$member['account']] ?? ['day' => null, 'amounts' => null];
			if ($amounts !== $before && $day !== $today) {
				$changed[$member['account']] = $amounts;
			}
		}
		return $changed;
	}

	/**
	 * Deletes the days that no longer stay. Looks only at those that have become old since the last time, with the rest
	 * of their week, and at those older than the history is kept.
	 *
	 * @param int $today days since 1970
	 * @param int $last the newest day before today
	 */
	private function thin(int $today, int $last): void {
		$gone = [];
		foreach ($this->table->between($today - Thinning::KEPT, $last - Thinning::DAILY - self::WEEK, $today - Thinning::DAILY) as $days) {
			array_push($gone, ...array_values(array_diff_key($days, array_flip(Thinning::staying(array_keys($days), $today)))));
		}
		$this->table->delete($gone);
	}
}
