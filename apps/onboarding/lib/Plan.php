<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which of the planned steps are somebody's; the twin of src/logic/plan.ts.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

final class Plan {
	/** Most steps that anybody is shown. */
	private const MOST = 7;

	/**
	 * The steps of somebody, in the plan's order: those for them that make sense here, each once, seven at most.
	 *
	 * @param list<array> $plan all steps; of one that is there twice, the first counts, whoever it is for
	 * @param array{admin: bool, guest: bool, groups: list<string>} $person whose list
	 * @param callable(string): bool $offered whether a built-in step makes sense for them here and now
	 * @return list<array> some of the plan
	 */
	public static function listed(array $plan, array $person, callable $offered): array {
		$first = [];
		foreach ($plan as $step) {
			$first[$step['id']] ??= $step;
		}
		$theirs = array_filter($first, static fn (array $step): bool => Audience::holds($step['audience'], $person)
			&& (self::isOwn($step['id']) ? (array)$step['texts'] !== [] : $offered($step['id'])));
		return array_slice(array_values($theirs), 0, self::MOST);
	}

	/** Whether a step is one of the association's or host's own. */
	public static function isOwn(string $id): bool {
		return str_starts_with($id, 'own-');
	}

	/**
	 * Whether it takes somebody's groups to know which steps are theirs.
	 *
	 * @param list<array> $plan all steps
	 */
	public static function asksForGroups(array $plan): bool {
		return array_diff(array_column(array_column($plan, 'audience'), 'who'), ['everyone', 'guests']) !== [];
	}
}
