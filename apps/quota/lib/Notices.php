<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Keeps what a member is to be told (`notice`) and what they closed (`dismissed`): values of the account, which Nextcloud loads for every page anyway and deletes with it.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCA\EnsembleQuota\AppInfo\Application;
use OCP\Config\IUserConfig;

/**
 * @psalm-type Notice = array{level: int, files: int, trash: int, versions: int, quota: int}
 * @psalm-type Dismissed = array{level: int, until: int}
 */
final class Notices {
	private const NOTICE = 'notice';
	private const DISMISSED = 'dismissed';

	public function __construct(
		private readonly IUserConfig $userConfig,
	) {
	}

	/** @return ?Notice null = nothing to tell */
	public function of(string $account): ?array {
		return self::read($this->userConfig->getValueString($account, Application::APP_ID, self::NOTICE));
	}

	/** @return array<string, Notice> by account id; one query */
	public function all(): array {
		$stored = $this->userConfig->getValuesByUsers(Application::APP_ID, self::NOTICE);
		return array_filter(array_map(static fn (mixed $json): ?array => self::read((string)$json), $stored));
	}

	/** @param Notice $notice */
	public function put(string $account, array $notice): void {
		$this->write($account, self::NOTICE, $notice);
	}

	public function remove(string $account): void {
		$this->userConfig->deleteUserConfig($account, Application::APP_ID, self::NOTICE);
	}

	/** @return ?Dismissed null = nothing was closed */
	public function dismissed(string $account): ?array {
		return self::read($this->userConfig->getValueString($account, Application::APP_ID, self::DISMISSED));
	}

	/**
	 * @param int $level the level the banner spoke of
	 * @param int $until seconds since 1970
	 */
	public function dismiss(string $account, int $level, int $until): void {
		$this->write($account, self::DISMISSED, ['level' => $level, 'until' => $until]);
	}

	/** Plain text and not a typed array, so that `occ user:setting` shows and takes it. */
	private function write(string $account, string $key, array $value): void {
		$this->userConfig->setValueString($account, Application::APP_ID, $key, json_encode($value, JSON_THROW_ON_ERROR));
	}

	/** Absent, empty or broken counts as nothing. */
	private static function read(string $json): ?array {
		$value = json_decode($json, true);
		return is_array($value) && isset($value['level']) ? $value : null;
	}
}
