<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Keeps what a member's pages tell (`notice`) and what they closed (`dismissed`): values of the account, which Nextcloud loads for every page anyway and deletes with it.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

use OCA\EnsembleQuota\AppInfo\Application;
use OCP\Config\IUserConfig;

/**
 * Notices are OwnNotice and SpaceNotice of contract.ts. 0.1.0 kept the first one alone, without a name: that is still read.
 *
 * @psalm-type Notices = array{mine: ?array{level: int, files: int, trash: int, versions: int, quota: int}, space: ?array{level: int, used: int, pool: int}}
 * @psalm-type Dismissed = array<'mine'|'space', array{level: int, until: int}>
 */
final class PageNotices {
	public const NONE = ['mine' => null, 'space' => null];

	private const NOTICE = 'notice';
	private const DISMISSED = 'dismissed';

	public function __construct(
		private readonly IUserConfig $userConfig,
	) {
	}

	/** @return Notices */
	public function of(string $account): array {
		return self::read($this->userConfig->getValueString($account, Application::APP_ID, self::NOTICE));
	}

	/** @return Dismissed what was closed last, of each kind */
	public function dismissed(string $account): array {
		$stored = json_decode($this->userConfig->getValueString($account, Application::APP_ID, self::DISMISSED), true);
		$all = is_array($stored) && isset($stored['level']) ? ['mine' => $stored] : $stored;
		return array_filter((array)$all, static fn (mixed $one): bool => isset($one['level'], $one['until']));
	}

	/**
	 * @param 'mine'|'space' $about whose storage the banner spoke of
	 * @param int $level the level it spoke of
	 * @param int $until seconds since 1970
	 */
	public function dismiss(string $account, string $about, int $level, int $until): void {
		$this->write($account, self::DISMISSED, [...$this->dismissed($account), $about => ['level' => $level, 'until' => $until]]);
	}

	/** @return array<string, Notices> by account, without those who have none; one query */
	public function all(): array {
		return array_map(static fn (mixed $json): array => self::read((string)$json), $this->userConfig->getValuesByUsers(Application::APP_ID, self::NOTICE));
	}

	/** @param ?Notices $notices null = nothing to tell any more */
	public function put(string $account, ?array $notices): void {
		if ($notices === null) {
			$this->userConfig->deleteUserConfig($account, Application::APP_ID, self::NOTICE);
			return;
		}
		// What this process has read of the account may be older than what is stored.
		$this->userConfig->clearCache($account);
		$this->write($account, self::NOTICE, $notices);
	}

	/** Plain text and not a typed array, so that `occ user:setting` shows it. */
	private function write(string $account, string $key, array $value): void {
		$this->userConfig->setValueString($account, Application::APP_ID, $key, json_encode($value, JSON_THROW_ON_ERROR));
	}

	/** Absent, empty or broken counts as nothing. */
	private static function read(string $json): array {
		$value = json_decode($json, true);
		if (isset($value['level'])) {
			return ['mine' => $value, 'space' => null];
		}
		return [
			'mine' => isset($value['mine']['level']) ? $value['mine'] : null,
			'space' => isset($value['space']['level']) ? $value['space'] : null,
		];
	}
}
