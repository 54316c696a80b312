<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whom a charter is for, as src/logic/audience.ts; cases/audience.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

final class Audience {
	/** Everybody but guests. */
	public const EVERYONE = ['who' => 'everyone', 'groups' => []];

	/**
	 * Whether somebody belongs to those a charter is for.
	 *
	 * @param array{who: string, groups: list<string>} $audience as in contract.ts
	 * @param list<string> $groups ids of the account's groups
	 * @param bool $guest whether it is an account of the guests app, who are never asked
	 */
	public static function includes(array $audience, array $groups, bool $guest): bool {
		return !$guest && match ($audience['who']) {
			'only' => array_intersect($audience['groups'], $groups) !== [],
			'except' => array_intersect($audience['groups'], $groups) === [],
			default => true,
		};
	}
}
