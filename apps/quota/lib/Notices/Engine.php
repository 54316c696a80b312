<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// When somebody is told that storage fills up, and by which channels, as src/logic/notices.ts; cases/notices.json tests both.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

use OCA\EnsembleQuota\Levels;

/**
 * @psalm-type State = array{level: ?int, told: ?array{level: int, at: int}}
 * @psalm-type Channels = array{bannerFrom: ?int, notificationFrom: ?int, mailFrom: ?int, wantsMail: bool, from: ?int}
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
		if ($level === null) {
			return ['state' => self::CALM, 'banner' => false, 'send' => null];
		}
		$told = $state['told'];
		if ($told !== null && $level < $told['level']) {
			// Who has fallen to a lower level is told again when the higher one is passed anew.
			$told = ['level' => $level, 'at' => $told['at']];
		}
		$banner = Channels::reach($input['bannerFrom'], $input, $level);
		$notification = Channels::reach($input['notificationFrom'], $input, $level);
		$mail = $input['wantsMail'] && Channels::reach($input['mailFrom'], $input, $level);
		$due = $told === null || $level > $told['level'] || $input['now'] - $told['at'] >= $input['repeatDays'] * self::DAY;
		if (!$due || $input['quiet'] || !($notification || $mail)) {
			return ['state' => ['level' => $level, 'told' => $told], 'banner' => $banner, 'send' => null];
		}
		return [
			'state' => ['level' => $level, 'told' => ['level' => $level, 'at' => $input['now']]],
			'banner' => $banner,
			'send' => ['level' => $level, 'notification' => $notification, 'mail' => $mail],
		];
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
