<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks at everybody's storage and keeps, for each member near the limit, what to tell them on their next page.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCA\EnsembleQuota\Shared\Settings;

final class Check {
	public function __construct(
		private readonly Overview $overview,
		private readonly Notices $notices,
		private readonly Settings $settings,
	) {
	}

	/**
	 * Brings the notices up to date. Reads with a number of queries that does not depend on the number of accounts;
	 * writes only where a notice changed.
	 *
	 * @return array{accounts: int, warned: int, changed: int} counts, for the host: no names
	 */
	public function run(): array {
		$members = $this->overview->members($this->settings->values()['levels']);
		$before = $this->notices->all();
		$warned = 0;
		$changed = 0;
		foreach ($members as $member) {
			$account = $member['account'];
			$notice = self::notice($member);
			$warned += $notice === null ? 0 : 1;
			if ($notice == ($before[$account] ?? null)) {
				continue;
			}
			$changed++;
			if ($notice === null) {
				$this->notices->remove($account);
			} else {
				$this->notices->put($account, $notice);
			}
		}
		return ['accounts' => count($members), 'warned' => $warned, 'changed' => $changed];
	}

	/** What to tell a member; null = nothing. Nobody reads a banner in a disabled account. */
	private static function notice(array $member): ?array {
		if (!$member['enabled'] || $member['level'] === null) {
			return null;
		}
		return [
			'level' => $member['level'],
			'files' => $member['files'],
			'trash' => $member['trash'],
			'versions' => $member['versions'],
			'quota' => $member['quota'],
		];
	}
}
