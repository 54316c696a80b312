<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reminds members who have not answered.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\BackgroundJob\SendMails;
use OCA\EnsembleCharter\Notification\Notices;
use OCA\EnsembleCharter\Shared\ApiError;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJobList;

class Reminders {
	private const ENDPOINT = 'POST /api/v1/reminders';
	/** Nobody is reminded twice within so many seconds: a day. */
	private const PAUSE = 86_400;
	/** Accounts at a time and for each job: Nextcloud keeps 4,000 characters of what a job is told, and an id may have 64. */
	private const CHUNK = 40;

	public function __construct(
		private InForce $inForce,
		private Status $status,
		private ReminderStore $store,
		private Notices $notices,
		private IJobList $jobs,
		private ITimeFactory $time,
	) {
	}

	/**
	 * Reminds: a notification at once, a mail as soon as background jobs run, since a mail server may take its time.
	 *
	 * @param array{version: int, accounts: list<string>} $body checked body of the endpoint
	 * @return array{sent: int, skipped: int}
	 * @throws ApiError `unknown_version`, `replaced`, `withdrawn`
	 */
	public function send(array $body): array {
		$version = $this->inForce->meant(self::ENDPOINT, $body['version']);
		$open = $this->open($version);
		$wanted = $body['accounts'] === [] ? array_keys($open) : array_unique($body['accounts']);
		$now = $this->time->getTime();
		$due = array_filter($open, static fn (?int $before): bool => $before === null || $now - $before >= self::PAUSE);
		$sent = 0;
		// A chunk is done before the next one begins: what cuts the call short keeps nobody from being reminded later.
		foreach (array_chunk(array_intersect_key($due, array_flip($wanted)), self::CHUNK, true) as $chunk) {
			$sent += $this->remind($chunk, $version, $now);
		}
		return ['sent' => $sent, 'skipped' => count($wanted) - $sent];
	}

	/**
	 * @param array<string, ?int> $chunk account → when it was reminded last
	 * @return int how many were not reminded by somebody else at the same moment
	 */
	private function remind(array $chunk, Version $version, int $now): int {
		$claimed = array_filter($chunk, fn (?int $before, int|string $account): bool => $this->store->claim((string)$account, $before, $now), ARRAY_FILTER_USE_BOTH);
		if ($claimed !== []) {
			$accounts = array_map(strval(...), array_keys($claimed));
			$this->notices->remind($accounts, $version);
			$this->jobs->add(SendMails::class, ['owner' => $version->owner, 'asks' => $version->asks, 'accounts' => $accounts]);
		}
		return count($claimed);
	}

	/** @return array<string, ?int> accounts that are asked and have not answered, in the order of their ids → when they were reminded last */
	private function open(Version $version): array {
		$members = array_filter($this->status->members($version), static fn (array $member): bool => in_array($member['standing'], ['waiting', 'overdue'], true));
		return array_column($members, 'remindedAt', 'account');
	}
}
