<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// How the list went for everybody together: counts only, and none that could point at somebody; the twin of src/logic/figures.ts.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

final class Figures {
	/** Figures about fewer people than this would point at somebody. */
	private const FEWEST = 5;
	/** Steps that guests of the guests app are never offered. */
	private const NOT_FOR_GUESTS = ['charter', 'storage', 'calendar'];

	/**
	 * The figures.
	 *
	 * @param list<array> $plan all steps
	 * @param list<string> $offered built-in steps that make sense in this space at all
	 * @param list<array{person: array, done: list<string>, declined: list<string>}> $people everybody who has logged in at least once and is not disabled, guests too, who are not counted
	 * @return array as `figures` in contract.ts
	 */
	public static function of(array $plan, array $offered, array $people): array {
		$walkers = array_values(array_filter($people, static fn (array $walker): bool => !$walker['person']['guest']));
		if (count($walkers) < self::FEWEST) {
			return ['people' => count($walkers), 'finished' => null, 'steps' => null];
		}
		$steps = [];
		foreach ($plan as ['id' => $id]) {
			$steps[$id] = ['id' => $id, 'done' => 0, 'declined' => 0, 'open' => 0];
		}
		$lists = 0;
		$finished = 0;
		foreach ($walkers as $walker) {
			$listed = Plan::listed($plan, $walker['person'], static fn (string $id): bool => in_array($id, $offered, true));
			$states = [];
			foreach ($listed as ['id' => $id]) {
				$states[] = $state = Steps::state($id, $walker);
				$steps[$id][$state]++;
			}
			$lists += $states === [] ? 0 : 1;
			$finished += $states === [] || in_array('open', $states, true) ? 0 : 1;
		}
		return [
			'people' => count($walkers),
			'finished' => $lists < self::FEWEST ? null : $finished,
			'steps' => array_values(array_filter($steps, static fn (array $step): bool => $step['done'] + $step['declined'] + $step['open'] >= self::FEWEST)),
		];
	}

	/** Whether a built-in step is for guests at all. */
	public static function forGuests(string $id): bool {
		return !in_array($id, self::NOT_FOR_GUESTS, true);
	}
}
