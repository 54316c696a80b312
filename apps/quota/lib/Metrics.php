<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts without names, for the host.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCA\EnsembleQuota\Requests\RequestStore;
use OCA\EnsembleQuota\Shared\Settings;
use OCP\AppFramework\Utility\ITimeFactory;

final class Metrics {
	/** In membersByLevel: below the first level, or without a limit. */
	private const BELOW = '0';

	public function __construct(
		private readonly Overview $overview,
		private readonly History $history,
		private readonly RequestStore $requests,
		private readonly Settings $settings,
		private readonly ITimeFactory $time,
	) {
	}

	/**
	 * @param ?array $count what Overview::count() has just given; null = count now
	 * @return array as `GET /api/v1/metrics` of contract.ts
	 */
	public function read(?array $count = null): array {
		['members' => $members, 'total' => $total] = $count ?? $this->overview->count();
		$now = $this->time->getTime();
		return [
			'countedAt' => $now,
			...$total,
			'membersByLevel' => (object)$this->byLevel($members),
			'growthPerDay' => $this->growth(History::day($now)),
			'openRequests' => $this->requests->countOpen(),
		];
	}

	/** @return array<string, int> */
	private function byLevel(array $members): array {
		$levels = [self::BELOW, ...$this->settings->values()['levels']];
		$counts = array_fill_keys($levels, 0);
		foreach ($members as $member) {
			if ($member['enabled']) {
				$counts[$member['level'] ?? self::BELOW]++;
			}
		}
		return $counts;
	}

	private function growth(int $today): ?float {
		$points = array_map(static fn (array $day): array => ['day' => $day['day'], 'used' => Overview::used($day)], $this->history->space());
		return Growth::perDay($points, $today);
	}
}
