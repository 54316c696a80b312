<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Carries out what a run decided: keeps it, and tells those whom no other run tells at the same moment.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

use OCA\EnsembleQuota\BackgroundJob\SendMails;
use OCA\EnsembleQuota\Notification\Bells;
use OCP\BackgroundJob\IJobList;

/** What is to be told is kept first: whatever cuts a run short costs a notice at most, and never gives it twice. */
class Telling {
	/** Accounts at a time and for each job: a job can be told only so many characters, and an id may have 64. */
	private const CHUNK = 40;

	public function __construct(
		private States $states,
		private Bells $bells,
		private IJobList $jobs,
	) {
	}

	/**
	 * @param list<Change> $changes what a run decided
	 * @return array{notifications: int, mails: int} how many notifications were sent, and how many mails are on their way
	 */
	public function carryOut(array $changes): array {
		$loud = [];
		foreach ($changes as $change) {
			if ($change->send !== null) {
				$loud[$change->about][] = $change;
			} elseif ($this->claim($change) && $change->isOver()) {
				$this->bells->levelIsOver($change->account, $change->about);
			}
		}
		$counts = ['notifications' => 0, 'mails' => 0];
		foreach ($loud as $about => $all) {
			// A chunk is done before the next one begins: the rest is for the next run.
			foreach (array_chunk($all, self::CHUNK) as $chunk) {
				$claimed = array_filter($chunk, $this->claim(...));
				$counts['notifications'] += $this->bells->levels(array_filter($claimed, static fn (Change $change): bool => $change->send['notification']));
				$mailed = array_filter($claimed, static fn (Change $change): bool => $change->send['mail']);
				if ($mailed !== []) {
					$this->jobs->add(SendMails::class, ['about' => $about, 'accounts' => array_map(static fn (Change $change): string => $change->account, array_values($mailed))]);
					$counts['mails'] += count($mailed);
				}
			}
		}
		return $counts;
	}

	/**
	 * Writes to all admins once.
	 *
	 * @param list<string> $admins account ids
	 */
	public function digest(array $admins): void {
		foreach (array_chunk($admins, self::CHUNK) as $chunk) {
			$this->jobs->add(SendMails::class, ['about' => 'digest', 'accounts' => $chunk]);
		}
	}

	private function claim(Change $change): bool {
		return $this->states->change($change->account, $change->about, $change->before, $change->after);
	}
}
