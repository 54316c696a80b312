<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The first steps of somebody, as the space shows them.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\Detector\Detectors;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCA\EnsembleOnboarding\Shared\Settings;
use OCP\IUser;
use OCP\L10N\IFactory;

final class FirstSteps {
	private const CHANGE = 'PUT /api/v1/steps/{id}';

	public function __construct(
		private readonly Settings $settings,
		private readonly Person $person,
		private readonly Detectors $detectors,
		private readonly Memory $memory,
		private readonly Widget $widget,
		private readonly IFactory $languages,
		private readonly Contract $contract,
	) {
	}

	/**
	 * The list of somebody; what is newly done is remembered.
	 *
	 * @return list<array> as `step` in contract.ts
	 */
	public function of(IUser $user): array {
		return $this->look($user, static fn (array $shown, array $before): array => $before);
	}

	/**
	 * The list after its person has said something about a step.
	 *
	 * @param string $id of the step
	 * @param 'open'|'done'|'declined' $state what they say
	 * @return list<array> as `step` in contract.ts
	 * @throws Shared\ApiError `no_such_step`, `ticks_itself`
	 */
	public function change(IUser $user, string $id, string $state): array {
		return $this->look($user, function (array $shown, array $before) use ($id, $state): array {
			if (!in_array($id, array_column($shown, 'id'), true)) {
				throw $this->contract->error(self::CHANGE, 'no_such_step');
			}
			return Steps::changed($id, $state, $before) ?? throw $this->contract->error(self::CHANGE, 'ticks_itself');
		});
	}

	/** @param callable(list<array>, array): array $change gets the steps shown and what is remembered, gives what is to be remembered */
	private function look(IUser $user, callable $change): array {
		$account = $user->getUID();
		$plan = $this->settings->values()['steps'];
		$person = $this->person->of($user, Plan::asksForGroups($plan));
		$shown = Plan::listed($plan, $person, fn (string $id): bool => $this->detectors->isOffered($id, $user));
		$before = $change($shown, $this->memory->steps($account));
		$found = $this->detectors->look(array_diff(array_column($shown, 'id'), $before['done']), $user);

		$language = $this->languages->getUserLanguage($user);
		['steps' => $steps, 'done' => $done] = Steps::resolve($shown, $person, $language, $found, $before);
		$this->memory->keepSteps($account, ['done' => $done] + $before);
		$this->memory->finish($account, !in_array('open', array_column($steps, 'state'), true));
		$this->widget->tidy($account);
		return $steps;
	}
}
