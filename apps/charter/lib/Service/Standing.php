<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where a member stands, as src/logic/standing.ts; cases/standing.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

final class Standing {
	public const NONE = ['accepted' => 0, 'declined' => 0, 'waiting' => 0, 'overdue' => 0];

	/**
	 * Where a member stands. An answer counts whoever gave it and whenever.
	 *
	 * @param ?string $choice the latest answer that counts for the charter in force: accepted, declined, null for none
	 * @param bool $asked whether the charter is for this member
	 * @param ?int $deadline seconds since 1970, null for none
	 * @param int $now seconds since 1970
	 * @return null|'accepted'|'declined'|'waiting'|'overdue' null for somebody who is not asked and has not answered
	 */
	public static function of(?string $choice, bool $asked, ?int $deadline, int $now): ?string {
		if ($choice !== null || !$asked) {
			return $choice;
		}
		return self::isOver($deadline, $now) ? 'overdue' : 'waiting';
	}

	/**
	 * Whether the ask can be put off.
	 *
	 * @param string $mode how the charter is published: inform, ask or require
	 * @param ?int $deadline seconds since 1970, null for none
	 * @param int $now seconds since 1970
	 */
	public static function canWait(string $mode, ?int $deadline, int $now): bool {
		return $mode !== 'require' || !self::isOver($deadline, $now);
	}

	private static function isOver(?int $deadline, int $now): bool {
		return $deadline !== null && $now >= $deadline;
	}
}
