<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Steps that are done the moment that something happens, without anybody opening the list.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

final class Ticking {
	public function __construct(
		private readonly Memory $memory,
	) {
	}

	/**
	 * Remembers that somebody has done a step.
	 *
	 * @param string $account login name
	 * @param string $step id of a built-in step
	 */
	public function tick(string $account, string $step): void {
		$steps = $this->memory->steps($account);
		if (!in_array($step, $steps['done'], true)) {
			$this->memory->keepSteps($account, ['done' => [...$steps['done'], $step]] + $steps);
		}
	}
}
