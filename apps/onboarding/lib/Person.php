<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is known of somebody, as far as steps ask.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCP\IGroupManager;
use OCP\IUser;

final class Person {
	/** Name of the backend of the guests app. */
	public const GUESTS = 'Guests';
	public const ADMINS = 'admin';

	public function __construct(
		private readonly IGroupManager $groups,
	) {
	}

	public static function isGuest(IUser $user): bool {
		return $user->getBackendClassName() === self::GUESTS;
	}

	/**
	 * @param bool $withGroups whether anything asks for groups; costs a query
	 * @return array{admin: bool, guest: bool, groups: list<string>}
	 */
	public function of(IUser $user, bool $withGroups): array {
		$groups = $withGroups ? array_map(strval(...), $this->groups->getUserGroupIds($user)) : [];
		return ['admin' => in_array(self::ADMINS, $groups, true), 'guest' => self::isGuest($user), 'groups' => $groups];
	}
}
