<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A member's own choices about notices: a value of the account, which Nextcloud deletes with it.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

use OCA\EnsembleQuota\AppInfo\Application;
use OCP\Config\IUserConfig;

/** @psalm-type Choice = array{mail: bool, from: ?int} */
final class Choices {
	/** Whoever has chosen nothing. */
	public const USUAL = ['mail' => true, 'from' => null];

	private const KEY = 'preferences';

	public function __construct(
		private readonly IUserConfig $userConfig,
	) {
	}

	/** @return Choice */
	public function of(string $account): array {
		return self::read($this->userConfig->getValueString($account, Application::APP_ID, self::KEY));
	}

	/** @return array<string, Choice> by account, without those who have chosen nothing; one query */
	public function all(): array {
		return array_map(static fn (mixed $json): array => self::read((string)$json), $this->userConfig->getValuesByUsers(Application::APP_ID, self::KEY));
	}

	/** @param Choice $choice */
	public function choose(string $account, array $choice): void {
		$this->userConfig->setValueString($account, Application::APP_ID, self::KEY, json_encode($choice, JSON_THROW_ON_ERROR));
	}

	/** Absent, empty or broken counts as nothing. */
	private static function read(string $json): array {
		$value = json_decode($json, true);
		return [
			'mail' => !is_array($value) || ($value['mail'] ?? true) !== false,
			'from' => is_array($value) && is_int($value['from'] ?? null) ? $value['from'] : null,
		];
	}
}
