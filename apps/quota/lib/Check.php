<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks at the storage of everybody and of the space, keeps the day, and tells whoever is to be told.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCA\EnsembleQuota\Mail\Week;
use OCA\EnsembleQuota\Notices\Digest;
use OCA\EnsembleQuota\Notices\Pages;
use OCA\EnsembleQuota\Notices\Readers;
use OCA\EnsembleQuota\Notices\Round;
use OCA\EnsembleQuota\Notices\SpaceNumbers;
use OCA\EnsembleQuota\Notices\States;
use OCA\EnsembleQuota\Notices\Telling;
use OCA\EnsembleQuota\Requests\RequestStore;
use OCA\EnsembleQuota\Shared\Settings;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDateTimeZone;

class Check {
	/** Row of the states that says in which week admins had their mail. */
	private const DIGEST = 'digest';

	public function __construct(
		private Overview $overview,
		private History $history,
		private Settings $settings,
		private Readers $readers,
		private States $states,
		private Telling $telling,
		private Pages $pages,
		private SpaceNumbers $spaceNumbers,
		private RequestStore $requests,
		private IDateTimeZone $zones,
		private ITimeFactory $time,
	) {
	}

	/**
	 * One run. Reads with a number of queries that does not depend on the number of accounts; writes only what changed.
	 * Several at once do no harm, and it does not matter how long ago the last one was.
	 *
	 * @return array{accounts: int, warned: int, changed: int, notifications: int, mails: int} counts, for the host: no names
	 */
	public function run(): array {
		$now = $this->time->getTime();
		$settings = $this->settings->values();
		['members' => $members, 'total' => $total] = $this->overview->count();
		$this->history->keep($members, $total, $now);

		$states = $this->states->all();
		$round = $this->look($settings, $now, $members, $total, $states);
		$sent = $this->telling->carryOut($round->changes);
		$changed = $this->pages->bring(fn (): array => $this->pages($round, $settings, $total, $now));
		$this->digest($settings, $now, $members, $total, $states);
		return ['accounts' => count($members), 'warned' => count($round->pages), 'changed' => $changed, ...$sent];
	}

	private function look(array $settings, int $now, array $members, array $total, array $states): Round {
		$byAccount = [];
		foreach (array_intersect_key($states, array_flip(['mine', 'space', 'accounts'])) as $about => $accounts) {
			foreach ($accounts as $account => $state) {
				$byAccount[$account][$about] = $state;
			}
		}
		$round = new Round($settings, $now, ['used' => Overview::used($total)] + $total);
		$readers = $this->readers->among($members);
		foreach ($members as $member) {
			$reader = $readers[$member['account']] ?? null;
			if ($reader !== null) {
				$round->look($reader, $member, $byAccount[$member['account']] ?? []);
			}
		}
		$accounts = array_column($members, 'account', 'account');
		foreach (array_diff_key($byAccount, $readers) as $account => $left) {
			$round->leave((string)$account, !isset($accounts[$account]), $left);
		}
		return $round;
	}

	/** @return array<string, array{mine: ?array, space: ?array}> what pages tell, by account */
	private function pages(Round $round, array $settings, array $total, int $now): array {
		$told = array_filter(array_column($round->pages, 'space')) !== [];
		$numbers = $told ? $this->spaceNumbers->of(Overview::used($total), $total['pool'], $settings['poolLevels'], $now) : [];
		return array_map(static fn (array $page): array => [
			'mine' => $page['mine'],
			'space' => $page['space'] === null ? null : ['level' => $page['space'], ...$numbers],
		], $round->pages);
	}

	/** Once a week, if there is anything to say: whoever claims the week writes, and nobody else. */
	private function digest(array $settings, int $now, array $members, array $total, array $states): void {
		$week = Digest::week($now, $this->zones->getDefaultTimeZone()->getName(), $settings['digestDay']);
		$before = $states[self::DIGEST][''] ?? null;
		if ($week === null || ($before['told']['level'] ?? 0) >= $week) {
			return;
		}
		$claimed = $this->states->change('', self::DIGEST, $before, ['level' => null, 'told' => ['level' => $week, 'at' => $now]]);
		if ($claimed && (new Week($total, $members, $this->requests->countOpen(), $settings))->isWorthAMail) {
			$this->telling->digest($this->readers->admins());
		}
	}
}
