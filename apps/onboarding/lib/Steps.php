<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The first steps of one person: which are shown, which are done, what is remembered; the twin of src/logic/steps.ts.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

/**
 * @psalm-type Remembered = array{done: list<string>, declined: list<string>} ids of steps, also of those that are not planned any more
 */
final class Steps {
	/**
	 * The list of somebody. What was done once stays done, even if its trace has gone.
	 *
	 * @param list<array> $plan all steps
	 * @param array{admin: bool, guest: bool, groups: list<string>} $person whose list
	 * @param string $language Nextcloud's code
	 * @param array<string, ?bool> $found what the space shows: whether a step is done, false where left out; null = it makes no sense for this person here
	 * @param Remembered $before what was remembered
	 * @return array{steps: list<array>, done: list<string>} the steps, and every step that was ever done, to be stored
	 */
	public static function resolve(array $plan, array $person, string $language, array $found, array $before): array {
		$shown = Plan::listed($plan, $person, static fn (string $id): bool => !array_key_exists($id, $found) || $found[$id] !== null);
		$done = $before['done'];
		foreach ($shown as ['id' => $id]) {
			if (!Plan::isOwn($id) && ($found[$id] ?? false) && !in_array($id, $done, true)) {
				$done[] = $id;
			}
		}
		return ['steps' => self::states($shown, $language, ['done' => $done] + $before), 'done' => $done];
	}

	/**
	 * Steps as their person sees them.
	 *
	 * @param list<array> $shown as Plan::listed() gives them
	 * @param string $language Nextcloud's code
	 * @param Remembered $remembered what is remembered
	 * @return list<array> as `step` in contract.ts
	 */
	public static function states(array $shown, string $language, array $remembered): array {
		return array_map(static fn (array $step): array => [
			'id' => $step['id'],
			'state' => self::state($step['id'], $remembered),
			'texts' => Plan::isOwn($step['id']) ? Words::any((array)$step['texts'], $language) : Words::best((array)$step['texts'], $language),
			'url' => $step['url'],
		], $shown);
	}

	/** @param Remembered $remembered */
	public static function state(string $id, array $remembered): string {
		return match (true) {
			in_array($id, $remembered['done'], true) => 'done',
			in_array($id, $remembered['declined'], true) => 'declined',
			default => 'open',
		};
	}

	/**
	 * What a person says about a step of their list.
	 *
	 * @param string $id of the step
	 * @param 'open'|'done'|'declined' $state what they say
	 * @param Remembered $before what was remembered
	 * @return ?Remembered what to remember; null where only the space can say that the step is done
	 */
	public static function changed(string $id, string $state, array $before): ?array {
		if ($state === 'done' && !Plan::isOwn($id)) {
			return null;
		}
		return [
			'done' => Plan::isOwn($id) ? self::toggled($before['done'], $id, $state === 'done') : $before['done'],
			'declined' => self::toggled($before['declined'], $id, $state === 'declined'),
		];
	}

	private static function toggled(array $ids, string $id, bool $there): array {
		return match (true) {
			$there === in_array($id, $ids, true) => $ids,
			$there => [...$ids, $id],
			default => array_values(array_diff($ids, [$id])),
		};
	}
}
