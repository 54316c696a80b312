<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// One run over everybody: what becomes of each state, what is sent, what pages tell. Reads and writes nothing.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

use OCA\EnsembleQuota\Levels;

/** @psalm-import-type State from Engine */
final class Round {
	/** @var list<Change> */
	public array $changes = [];
	/** @var array<string, array{mine: ?array, space: ?int}> by account: what the page tells of the own storage, and the level of the space */
	public array $pages = [];

	/** @var array<string, array{used: int, of: ?int, percent: ?float, levels: list<int>}> */
	private array $shared;

	/**
	 * @param array $settings the settings in force
	 * @param int $now seconds since 1970
	 * @param array{used: int, pool: ?int, accounts: int, accountCap: ?int} $total the space: bytes, and accounts that count against the cap
	 */
	public function __construct(
		private readonly array $settings,
		private readonly int $now,
		array $total,
	) {
		$this->shared = [
			'space' => self::thing($total['used'], $total['pool'], $settings['poolLevels']),
			'accounts' => self::thing($total['accounts'], $total['accountCap'], Channels::ACCOUNT_LEVELS),
		];
	}

	/**
	 * Looks at one reader.
	 *
	 * @param Reader $reader who
	 * @param array{files: int, trash: int, versions: int, quota: ?int} $kept what they keep
	 * @param array<string, State> $states about → what the last run left
	 */
	public function look(Reader $reader, array $kept, array $states): void {
		$own = ['used' => $kept['files'], 'of' => $kept['quota'], 'percent' => Levels::noticed($kept['files'], $kept['quota']), 'levels' => $this->settings['levels']];
		$channels = Channels::own($this->settings, $reader->choices);
		if ($reader->warnedElsewhere) {
			$channels = ['notificationFrom' => Channels::NEVER, 'mailFrom' => Channels::NEVER] + $channels;
		}
		$mine = $this->step($reader, 'mine', $own, $channels, $states);
		$space = $this->step($reader, 'space', $this->shared['space'], Channels::space($this->settings, $reader->admin), $states);
		$accounts = $reader->admin ? $this->shared['accounts'] : ['percent' => null] + $this->shared['accounts'];
		$this->step($reader, 'accounts', $accounts, Channels::accounts(), $states);
		if ($mine !== null || $space !== null) {
			$this->pages[$reader->account] = [
				'mine' => $mine === null ? null : ['level' => $mine, 'files' => $kept['files'], 'trash' => $kept['trash'], 'versions' => $kept['versions'], 'quota' => $kept['quota']],
				'space' => $space,
			];
		}
	}

	/**
	 * Looks at somebody who is not told anything any more.
	 *
	 * @param string $account account id
	 * @param bool $gone whether the account is gone, and not disabled or a guest, who may be told again one day
	 * @param array<string, State> $states about → what the last run left
	 */
	public function leave(string $account, bool $gone, array $states): void {
		foreach ($states as $about => $before) {
			$told = $gone ? null : Engine::recent($before['told'], $this->now, $this->settings['repeatDays']);
			$after = $told === null ? null : ['level' => null, 'told' => $told];
			if ($after !== $before) {
				$this->changes[] = new Change($account, $about, $before, $after);
			}
		}
	}

	/** @return ?int the level that a banner speaks of; null = no banner */
	private function step(Reader $reader, string $about, array $thing, array $channels, array $states): ?int {
		// Nearly everybody: nothing was told and there is nothing to tell, which the engine comes to as well.
		if (!isset($states[$about]) && Levels::passed($thing['percent'], $thing['levels']) === null) {
			return null;
		}
		$channels['wantsMail'] = $channels['wantsMail'] && $reader->mail;
		$before = $states[$about] ?? null;
		['state' => $state, 'banner' => $banner, 'send' => $send] = Engine::step($before ?? Engine::CALM, $channels + [
			'percent' => $thing['percent'],
			'levels' => $thing['levels'],
			'now' => $this->now,
			'quiet' => QuietHours::covers($this->now, $reader->timezone, $this->settings['quietHours']),
			'hysteresis' => $this->settings['hysteresis'],
			'repeatDays' => $this->settings['repeatDays'],
		]);
		// Whoever is not concerned at this level is as calm as below it: the next run comes to the same.
		$after = $state['told'] === null && !Channels::reachAny($channels, $state['level']) ? null : $state;
		if ($after !== $before) {
			$this->changes[] = new Change($reader->account, $about, $before, $after, $send, $thing['used'], (int)$thing['of'], $reader->admin);
		}
		return $banner ? $state['level'] : null;
	}

	private static function thing(int $used, ?int $of, array $levels): array {
		return ['used' => $used, 'of' => $of, 'percent' => Levels::percent($used, $of), 'levels' => $levels];
	}
}
