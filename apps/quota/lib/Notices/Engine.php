<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// When somebody is told that storage fills up, and by which channels, as src/logic/notices.ts; cases/notices.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

use OCA\EnsembleQuota\Levels;

/**
 * @psalm-type State = array{level: ?int, told: ?array{level: int, at: int}}
 * @psalm-type Channels = array{bannerFrom: int, notificationFrom: int, mailFrom: int, wantsMail: bool, from: ?int}
 */
final class Engine {
	private const DAY = 86400;
	/** The state of who was never told anything. */
	public const CALM = ['level' => null, 'told' => null];

	/**
	 * One run: from what was known to what is known, and what is sent.
	 *
	 * @param State $state what the last run left
	 * @param Channels&array{percent: ?float, now: int, quiet: bool, levels: list<int>, hysteresis: int, repeatDays: int} $input
	 *                     what this run knows: how full in percent, not rounded (null = cannot be said), seconds since 1970, whether the
	 *                     reader must not be disturbed, rising percentages, percent points, days
	 * @return array{state: State, banner: bool, send: ?array{level: int, notification: bool, mail: bool}}
	 */
	public static function step(array $state, array $input): array {
		$level = self::levelInForce($state['level'], $input);
		$recent = self::recent($state['told'], $input['now'], $input['repeatDays']);
		if ($level === null) {
			return ['state' => ['level' => null, 'told' => $recent], 'banner' => false, 'send' => null];
		}
		$banner = Channels::reach($input['bannerFrom'], $input, $level);
		$notification = Channels::reach($input['notificationFrom'], $input, $level);
		$mail = $input['wantsMail'] && Channels::reach($input['mailFrom'], $input, $level);
		$due = $recent === null || $level > $recent['level'];
		if (!$due || $input['quiet'] || !($notification || $mail)) {
			return ['state' => ['level' => $level, 'told' => $state['told']], 'banner' => $banner, 'send' => null];
		}
		return [
			'state' => ['level' => $level, 'told' => ['level' => $level, 'at' => $input['now']]],
			'banner' => $banner,
			'send' => ['level' => $level, 'notification' => $notification, 'mail' => $mail],
		];
	}

	/**
	 * What was told, while it is not to be told again. Making room and filling it again changes nothing about it: nobody
	 * is told the same twice within the days.
	 *
	 * @param ?array{level: int, at: int} $told what was told last
	 * @param int $now seconds since 1970
	 * @param int $repeatDays after how many days it is told again
	 * @return ?array{level: int, at: int} null = it may be told
	 */
	public static function recent(?array $told, int $now, int $repeatDays): ?array {
		return $told !== null && $now - $told['at'] < $repeatDays * self::DAY ? $told : null;
	}

	/**
	 * The level in force: up at once, down only when use has fallen clearly below.
	 *
	 * @param ?int $before the level in force before
	 * @param array{percent: ?float, levels: list<int>, hysteresis: int} $input as of step()
	 */
	public static function levelInForce(?int $before, array $input): ?int {
		['percent' => $percent, 'levels' => $levels, 'hysteresis' => $hysteresis] = $input;
		$reached = Levels::passed($percent, $levels);
		if ($percent === null || $before === null || ($reached !== null && $reached >= $before)) {
			return $reached;
		}
		$lasting = array_filter($levels, static fn (int $level): bool => $level <= $before && ($percent >= $level || $percent > $level - $hysteresis));
		return $lasting === [] ? null : max($lasting);
	}
}
