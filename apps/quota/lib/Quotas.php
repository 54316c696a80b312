<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads how much accounts may keep: one query for all of them.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

use OCP\Config\IUserConfig;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IConfig;
use OCP\IUserManager;
use OCP\User\GetQuotaEvent;
use OCP\Util;

final class Quotas {
	public function __construct(
		private readonly IUserConfig $userConfig,
		private readonly IConfig $config,
		private readonly IUserManager $users,
		private readonly IEventDispatcher $events,
	) {
	}

	/**
	 * The quotas of these accounts. One query, unless an app changes quotas as they are asked for (GetQuotaEvent).
	 *
	 * @param list<string> $accounts account ids
	 * @return array<string, array{stored: string, quota: ?int}> by account id: what Nextcloud has stored (`default`, `none`, `5 GB`), and bytes; null = no limit
	 */
	public function all(array $accounts): array {
		$stored = $this->userConfig->getValuesByUsers('files', 'quota');
		$quotas = [];
		foreach ($accounts as $account) {
			$own = (string)($stored[$account] ?? 'default');
			$quotas[$account] = ['stored' => $own, 'quota' => $this->resolve($account, $own)];
		}
		return $quotas;
	}

	/**
	 * The quota of one account.
	 *
	 * @param string $account account id
	 * @return ?int bytes; null = no limit
	 */
	public function one(string $account): ?int {
		return $this->resolve($account, $this->userConfig->getValueString($account, 'files', 'quota', 'default'));
	}

	/** The quota of accounts that have none of their own, as Nextcloud stores it: `none`, `5 GB`. */
	public function default(): string {
		// IConfig and not IAppConfig, as Nextcloud itself: these values carry no type, and some installations stored them lazily.
		$fallback = 'none';
		if ($this->config->getAppValue('files', 'allow_unlimited_quota', '1') !== '1') {
			$presets = array_map('trim', explode(',', $this->config->getAppValue('files', 'quota_preset', '1 GB, 5 GB, 10 GB')));
			$fallback = array_values(array_diff(array_filter($presets), ['default', 'none']))[0] ?? 'none';
		}
		return $this->config->getAppValue('files', 'default_quota', $fallback);
	}

	/** Follows what Nextcloud does when it asks an account for its quota. */
	private function resolve(string $account, string $stored): ?int {
		$quota = $this->overridden($account) ?? $stored;
		return self::parse($quota === 'default' ? $this->default() : $quota);
	}

	/**
	 * What Nextcloud means by a stored quota.
	 *
	 * @param string $quota `5 GB`, `none`; `default` must have been resolved before
	 * @return ?int bytes; null = no limit, which something unreadable or negative is too
	 */
	public static function parse(string $quota): ?int {
		$bytes = $quota === 'none' ? false : Util::computerFileSize($quota);
		return $bytes === false || $bytes < 0 ? null : (int)$bytes;
	}

	private function overridden(string $account): ?string {
		if (!$this->events->hasListeners(GetQuotaEvent::class)) {
			return null;
		}
		$user = $this->users->get($account);
		if ($user === null) {
			return null;
		}
		$event = new GetQuotaEvent($user);
		$this->events->dispatchTyped($event);
		return $event->getQuota() ?: null;
	}
}
