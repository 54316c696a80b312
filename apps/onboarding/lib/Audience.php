<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whom a step is for; the twin of src/logic/audience.ts.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

final class Audience {
	/**
	 * Whether somebody belongs to those a step is for.
	 *
	 * @param array{who: string, groups: list<string>} $audience as in contract.ts
	 * @param array{admin: bool, guest: bool, groups: list<string>} $person what is known of them
	 */
	public static function holds(array $audience, array $person): bool {
		return match ($audience['who']) {
			'members' => !$person['admin'] && !$person['guest'],
			'admins' => $person['admin'],
			'guests' => $person['guest'],
			'groups' => array_filter($audience['groups'], static fn (string $group): bool => in_array($group, $person['groups'], true)) !== [],
			default => true,
		};
	}
}
