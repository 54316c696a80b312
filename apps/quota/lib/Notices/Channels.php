<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who is told what by which channel, by the settings and the reader's own choices, as src/logic/channels.ts.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

/**
 * Levels from which on each channel is used; `from` is the reader's own lowest level for all of them.
 *
 * @psalm-import-type Channels from Engine
 */
final class Channels {
	/** No use reaches it, as in contract.ts: a channel that begins here is never used. */
	public const NEVER = 101;
	/** Levels at which admins are told that the space nears its account cap, percent. */
	public const ACCOUNT_LEVELS = [90, 100];

	/**
	 * For the reader's own storage.
	 *
	 * @param array $settings the settings in force
	 * @param array{mail: bool, from: ?int} $choices what the reader chose; left aside where members may not choose
	 * @return Channels
	 */
	public static function own(array $settings, array $choices): array {
		$free = $settings['membersChoose'];
		return [
			'bannerFrom' => $settings['bannerFrom'],
			'notificationFrom' => $settings['notificationFrom'],
			'mailFrom' => $settings['mailFrom'],
			'wantsMail' => !$free || $choices['mail'],
			'from' => $free ? $choices['from'] : null,
		];
	}

	/**
	 * For the space as a whole. Admins are part of everybody: the lower of the two levels counts for them.
	 *
	 * @param array $settings the settings in force
	 * @param bool $admin whether the reader is an admin
	 * @return Channels
	 */
	public static function space(array $settings, bool $admin): array {
		$start = min($settings['poolEveryoneFrom'], $admin ? $settings['poolAdminsFrom'] : self::NEVER);
		$later = static fn (int $from): int => max($from, $start);
		return [
			'bannerFrom' => $later($settings['bannerFrom']),
			'notificationFrom' => $later($settings['notificationFrom']),
			'mailFrom' => $later($settings['mailFrom']),
			'wantsMail' => true,
			'from' => null,
		];
	}

	/**
	 * For admins, on the number of accounts: by notification and mail from the first level on, without a banner.
	 *
	 * @return Channels
	 */
	public static function accounts(): array {
		return [
			'bannerFrom' => self::NEVER,
			'notificationFrom' => self::ACCOUNT_LEVELS[0],
			'mailFrom' => self::ACCOUNT_LEVELS[0],
			'wantsMail' => true,
			'from' => null,
		];
	}

	/**
	 * Whether a channel is used at a level.
	 *
	 * @param int $channel the level from which on it is used
	 * @param array{from: ?int} $channels whose `from` is the reader's own lowest level
	 * @param int $level the level in force
	 */
	public static function reach(int $channel, array $channels, int $level): bool {
		return $level >= $channel && ($channels['from'] === null || $level >= $channels['from']);
	}

	/**
	 * Whether any channel is used at a level.
	 *
	 * @param Channels $channels
	 * @param ?int $level the level in force
	 */
	public static function reachAny(array $channels, ?int $level): bool {
		return $level !== null && (self::reach($channels['bannerFrom'], $channels, $level)
			|| self::reach($channels['notificationFrom'], $channels, $level)
			|| ($channels['wantsMail'] && self::reach($channels['mailFrom'], $channels, $level)));
	}
}
