<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether somebody belongs to those a charter is for.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Pending;
use OCP\IGroupManager;
use OCP\IUser;

class Asked {
	public function __construct(
		private IGroupManager $groups,
	) {
	}

	/**
	 * Whether an account belongs to those a charter is for.
	 *
	 * @param IUser $user the account
	 * @param array{who: string, groups: list<string>} $audience as in contract.ts
	 */
	public function is(IUser $user, array $audience): bool {
		$groups = $audience['who'] === 'everyone' ? [] : $this->groups->getUserGroupIds($user);
		return Audience::includes($audience, $groups, self::isGuest($user));
	}

	/**
	 * Whether it is an account of the guests app, who are no members: their backend says so.
	 *
	 * @param IUser $user the account
	 */
	public static function isGuest(IUser $user): bool {
		return $user->getBackendClassName() === Pending::GUESTS;
	}
}
