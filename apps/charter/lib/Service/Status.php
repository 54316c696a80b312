<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who has answered a charter in force, and how.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\AppFramework\Utility\ITimeFactory;

class Status {
	public function __construct(
		private InForce $inForce,
		private Accounts $accounts,
		private AnswerLists $answers,
		private ReminderStore $reminders,
		private ITimeFactory $time,
	) {
	}

	/**
	 * As `GET /api/v1/status/{owner}` gives it.
	 *
	 * @param 'association'|'host' $owner whose charter
	 */
	public function read(string $owner): array {
		$version = $this->inForce->version($owner);
		$members = $version === null ? [] : $this->members($version);
		return ['version' => $version, 'counts' => self::count($members), 'members' => $members];
	}

	/** Counts without names, as `GET /api/v1/metrics` gives them. */
	public function metrics(): array {
		$figures = array_map(fn (?Version $version): ?array => $version === null ? null : [
			'number' => $version->number,
			'publishedAt' => $version->publishedAt,
			'mode' => $version->mode,
			'deadline' => $version->deadline,
			'counts' => self::count($this->members($version)),
		], $this->inForce->all());
		return $figures + ['answers' => $this->answers->length()];
	}

	/**
	 * Everybody who is asked, and who has answered anyway. The number of queries does not depend on how many they are.
	 *
	 * @param Version $version the version in force
	 * @return list<array{account: string, name: string, standing: string, at: ?int, language: ?string, reason: string, remindedAt: ?int}> in the order of the account ids
	 */
	public function members(Version $version): array {
		$answers = $this->answers->standing($version->asks);
		$reminded = $this->reminders->all();
		$now = $this->time->getTime();
		$members = [];
		foreach ($this->accounts->enabled($version->audience) as $id => ['name' => $name, 'asked' => $asked]) {
			$answer = $answers[$id] ?? null;
			$standing = Standing::of($answer['choice'] ?? null, $asked, $version->deadline, $now);
			if ($standing !== null) {
				$members[] = [
					'account' => (string)$id,
					'name' => $name,
					'standing' => $standing,
					'at' => $answer['at'] ?? null,
					'language' => $answer['language'] ?? null,
					'reason' => $answer['reason'] ?? '',
					'remindedAt' => $reminded[$id] ?? null,
				];
			}
		}
		return $members;
	}

	/** @return array{accepted: int, declined: int, waiting: int, overdue: int} */
	private static function count(array $members): array {
		return array_replace(Standing::NONE, array_count_values(array_column($members, 'standing')));
	}
}
