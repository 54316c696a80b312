<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What admins set up in the space, and which of it the space shows to be done; the twin of src/logic/tasks.ts.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

/**
 * @psalm-type Facts = array{look: bool, mail: bool, admins: int, people: int, waiting: int, groups: int, charter: ?bool, storage: ?bool, start: bool} as SpaceFacts in tasks.ts
 * @psalm-type Marks = array<string, 'done'|'declined'> what admins have said about tasks
 */
final class Tasks {
	/** The tasks that no state of the space can show. */
	private const BY_HAND = ['icons', 'handover'];

	/**
	 * The tasks in their order.
	 *
	 * @param Facts $facts what the space shows
	 * @param Marks $marks what admins have said
	 * @return list<array{id: string, state: string, count: ?int}>
	 */
	public static function resolve(array $facts, array $marks): array {
		$found = [
			'look' => [$facts['look'], null],
			'mail' => [$facts['mail'], null],
			'colleague' => [$facts['admins'] >= 2, $facts['admins']],
			'people' => [$facts['people'] >= 3, $facts['people']],
			'waiting' => [$facts['waiting'] === 0, $facts['waiting']],
			'groups' => [$facts['groups'] >= 1, $facts['groups']],
			'charter' => [$facts['charter'], null],
			'storage' => [$facts['storage'], null],
			'start' => [$facts['start'], null],
		];
		foreach (self::BY_HAND as $id) {
			$found[$id] = [($marks[$id] ?? null) === 'done', null];
		}
		$tasks = [];
		foreach ($found as $id => [$done, $count]) {
			if ($done !== null) {
				$state = $done ? 'done' : (($marks[$id] ?? null) === 'declined' ? 'declined' : 'open');
				$tasks[] = ['id' => $id, 'state' => $state, 'count' => $count];
			}
		}
		return $tasks;
	}

	/**
	 * What an admin says about a task.
	 *
	 * @param string $id of the task
	 * @param 'open'|'done'|'declined' $state what they say
	 * @param Marks $marks what was said before
	 * @return ?Marks what to remember; null where only the space can say that the task is done
	 */
	public static function changed(string $id, string $state, array $marks): ?array {
		if ($state === 'done' && !in_array($id, self::BY_HAND, true)) {
			return null;
		}
		unset($marks[$id]);
		return $state === 'open' ? $marks : [...$marks, $id => $state];
	}
}
