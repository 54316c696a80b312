<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the weekly mail tells: counts, no names.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Mail;

use OCA\EnsembleQuota\Levels;
use OCA\EnsembleQuota\Notices\Channels;
use OCA\EnsembleQuota\Overview;

final class Week {
	/** Members who have passed a level of their own. */
	public readonly int $members;
	public readonly bool $capIsNear;
	/** Whether there is anything that an admin may want to do something about. */
	public readonly bool $isWorthAMail;

	/**
	 * @param array<string, ?int> $total as Overview::count() gives it
	 * @param list<array{enabled: bool, guest: bool, files: int, quota: ?int}> $members as Overview::count() gives them
	 * @param int $requests how many are open
	 * @param array{levels: list<int>, poolLevels: list<int>} $settings the settings in force
	 */
	public function __construct(
		public readonly array $total,
		array $members,
		public readonly int $requests,
		array $settings,
	) {
		$passed = static fn (array $member): bool => $member['enabled'] && !$member['guest']
			&& Levels::passed(Levels::noticed($member['files'], $member['quota']), $settings['levels']) !== null;
		$this->members = count(array_filter($members, $passed));
		$this->capIsNear = Levels::passed(Levels::percent($total['accounts'], $total['accountCap']), Channels::ACCOUNT_LEVELS) !== null;
		$pool = Levels::passed(Levels::percent(Overview::used($total), $total['pool']), $settings['poolLevels']);
		$this->isWorthAMail = $pool !== null || $this->members > 0 || $this->requests > 0 || $this->capIsNear;
	}
}
