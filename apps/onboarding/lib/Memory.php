<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What an account remembers of the first steps: values of the account, which Nextcloud loads for every page anyway and deletes with it.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\AppInfo\Application;
use OCP\Config\IUserConfig;

/**
 * Plain texts and no typed values, so that `occ user:setting` shows them.
 *
 * - `welcome`: `pending` from the first login until the welcome was seen, then `seen`
 * - `done`, `declined`: ids of steps, as JSON
 * - `closed`: 1 once the list was put away
 * - `finished`: 1 while no step of the list, as last looked at, is open
 * - `hints`: as Hints says, as JSON
 * - `news`: version that was read about
 */
final class Memory {
	private const YES = '1';

	public function __construct(
		private readonly IUserConfig $userConfig,
	) {
	}

	public function isToBeWelcomed(string $account): bool {
		return $this->read($account, 'welcome') === 'pending';
	}

	/** A welcome is to come. Whoever was welcomed already is not welcomed again. */
	public function expectWelcome(string $account): void {
		if ($this->read($account, 'welcome') === '') {
			$this->write($account, 'welcome', 'pending');
		}
	}

	public function welcomed(string $account): void {
		$this->write($account, 'welcome', 'seen');
	}

	/** @return array{done: list<string>, declined: list<string>} ids of steps */
	public function steps(string $account): array {
		return ['done' => self::ids($this->read($account, 'done')), 'declined' => self::ids($this->read($account, 'declined'))];
	}

	/** @param array{done: list<string>, declined: list<string>} $steps ids of steps */
	public function keepSteps(string $account, array $steps): void {
		foreach (['done', 'declined'] as $key) {
			$this->write($account, $key, $steps[$key] === [] ? '' : json_encode($steps[$key], JSON_THROW_ON_ERROR));
		}
	}

	/**
	 * What all accounts remember. Two queries.
	 *
	 * @return array<string, array{done: list<string>, declined: list<string>}> by account; whoever has nothing is left out
	 */
	public function everybodysSteps(): array {
		$all = [];
		foreach (['done', 'declined'] as $key) {
			foreach ($this->userConfig->getValuesByUsers(Application::APP_ID, $key) as $account => $json) {
				$all[$account] ??= ['done' => [], 'declined' => []];
				$all[$account][$key] = self::ids((string)$json);
			}
		}
		return $all;
	}

	public function isClosed(string $account): bool {
		return $this->read($account, 'closed') === self::YES;
	}

	public function close(string $account, bool $closed): void {
		$this->write($account, 'closed', $closed ? self::YES : '');
	}

	public function hasFinished(string $account): bool {
		return $this->read($account, 'finished') === self::YES;
	}

	public function finish(string $account, bool $finished): void {
		$this->write($account, 'finished', $finished ? self::YES : '');
	}

	/** @return ?array{seen: list<string>, day: string, off: bool} as Hints says; null = nothing, or nothing that can be read */
	public function hints(string $account): ?array {
		$value = json_decode($this->read($account, 'hints'), true);
		return is_array($value['seen'] ?? null) && is_string($value['day'] ?? null) && is_bool($value['off'] ?? null) ? $value : null;
	}

	/** @param array{seen: list<string>, day: string, off: bool} $hints as Hints says */
	public function keepHints(string $account, array $hints): void {
		$this->write($account, 'hints', json_encode($hints, JSON_THROW_ON_ERROR));
	}

	/** The version that was read about; null = none. */
	public function news(string $account): ?string {
		return $this->read($account, 'news') ?: null;
	}

	public function keepNews(string $account, string $version): void {
		$this->write($account, 'news', $version);
	}

	private function read(string $account, string $key): string {
		return $this->userConfig->getValueString($account, Application::APP_ID, $key);
	}

	/** Empty = taken away; what is there already is not written once more. */
	private function write(string $account, string $key, string $value): void {
		if ($value === $this->read($account, $key)) {
			return;
		}
		if ($value === '') {
			$this->userConfig->deleteUserConfig($account, Application::APP_ID, $key);
		} else {
			$this->userConfig->setValueString($account, Application::APP_ID, $key, $value);
		}
	}

	/** @return list<string> */
	private static function ids(string $json): array {
		return array_values(array_filter((array)json_decode($json, true), is_string(...)));
	}
}
