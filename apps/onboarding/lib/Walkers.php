<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far everybody has come, for the figures.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\Detector\Detectors;
use OCA\EnsembleOnboarding\Shared\Settings;

final class Walkers {
	public function __construct(
		private readonly Settings $settings,
		private readonly Detectors $detectors,
		private readonly Accounts $accounts,
		private readonly Memory $memory,
	) {
	}

	/**
	 * The figures. A number of queries that does not depend on how many people there are. A step counts as done once its
	 * person has opened the list, or where something has ticked it by itself.
	 *
	 * @return array as `figures` in contract.ts
	 */
	public function figures(): array {
		$plan = $this->settings->values()['steps'];
		$remembered = $this->memory->everybodysSteps();
		$groups = $this->accounts->inGroups($this->groupsOf($plan));
		$people = [];
		foreach ($this->accounts->all() as $account => ['enabled' => $enabled, 'guest' => $guest, 'seen' => $seen]) {
			if ($enabled && $seen) {
				$theirs = $groups[$account] ?? [];
				$person = ['admin' => in_array(Person::ADMINS, $theirs, true), 'guest' => $guest, 'groups' => $theirs];
				$people[] = ['person' => $person] + ($remembered[$account] ?? ['done' => [], 'declined' => []]);
			}
		}
		return Figures::of($plan, $this->detectors->offered(), $people);
	}

	/** @return list<string> the groups that decide whose steps are which */
	private function groupsOf(array $plan): array {
		return Plan::asksForGroups($plan) ? [Person::ADMINS, ...array_merge(...array_column(array_column($plan, 'audience'), 'groups'))] : [];
	}
}
