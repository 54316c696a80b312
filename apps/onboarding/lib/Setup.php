<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the space shows of what admins set up, and what they have said about it.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\AppInfo\Application;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCP\App\IAppManager;
use OCP\Config\IUserConfig;
use OCP\IAppConfig;
use OCP\IConfig;

final class Setup {
	private const MARKS = 'tasks';
	private const CHARTER = 'ensemble_charter';
	private const QUOTA = 'ensemble_quota';
	/** Values of the theming app that only an admin sets. */
	private const LOOK = ['name', 'logoMime', 'primary_color', 'background_color', 'color', 'backgroundMime'];
	/** No limit, or whatever is usual. */
	private const NO_QUOTA = ['', 'default', 'none'];

	public function __construct(
		private readonly IAppConfig $appConfig,
		private readonly IConfig $config,
		private readonly IUserConfig $userConfig,
		private readonly IAppManager $apps,
		private readonly Accounts $accounts,
		private readonly Mailing $mailing,
		private readonly Contract $contract,
	) {
	}

	/**
	 * The tasks. A number of queries that does not depend on how many accounts there are.
	 *
	 * @return list<array> as `task` in contract.ts
	 */
	public function tasks(): array {
		return Tasks::resolve($this->facts(), $this->marks());
	}

	/**
	 * An admin says something about a task.
	 *
	 * @param string $id of the task
	 * @param 'open'|'done'|'declined' $state what they say
	 * @throws Shared\ApiError `ticks_itself`
	 */
	public function mark(string $id, string $state): void {
		$marks = Tasks::changed($id, $state, $this->marks()) ?? throw $this->contract->error('PUT /api/v1/tasks/{id}', 'ticks_itself');
		$this->appConfig->setValueString(Application::APP_ID, self::MARKS, json_encode((object)$marks, JSON_THROW_ON_ERROR));
	}

	private function facts(): array {
		$accounts = $this->accounts->all();
		$enabled = array_filter($accounts, static fn (array $account): bool => $account['enabled']);
		return [
			'look' => $this->isDressed(),
			'mail' => $this->mailing->works(),
			'admins' => count(array_intersect_key($enabled, $this->accounts->inGroups([Person::ADMINS]))),
			'people' => count(array_filter($enabled, static fn (array $account): bool => !$account['guest'])),
			'waiting' => count(array_filter($accounts, static fn (array $account): bool => !$account['enabled'] && !$account['seen'] && !$account['guest'])),
			'groups' => $this->accounts->countGroups(),
			'charter' => $this->apps->isEnabledForAnyone(self::CHARTER) ? $this->appConfig->getValueInt(self::CHARTER, 'current') > 0 : null,
			'storage' => $this->apps->isEnabledForAnyone(self::QUOTA) ? $this->isSharedOut() : null,
			'start' => $this->config->getSystemValueString('defaultapp', '') !== '',
		];
	}

	private function isDressed(): bool {
		foreach (self::LOOK as $key) {
			if ($this->config->getAppValue('theming', $key) !== '') {
				return true;
			}
		}
		return false;
	}

	/** A quota for all to come or for anybody, or a pool that the space must live with. */
	private function isSharedOut(): bool {
		// IConfig, as Nextcloud itself: this value carries no type.
		return !in_array($this->config->getAppValue('files', 'default_quota'), self::NO_QUOTA, true)
			|| array_diff($this->userConfig->getValuesByUsers('files', 'quota'), self::NO_QUOTA) !== []
			|| $this->hasPool();
	}

	/** The pool is a setting of the storage app: of the host, or of the space itself. */
	private function hasPool(): bool {
		$policy = json_decode($this->config->getAppValue(self::QUOTA, 'fleet_policy'), true);
		$choice = json_decode($this->config->getAppValue(self::QUOTA, 'settings'), true);
		return ($policy['locked']['pool'] ?? $choice['pool'] ?? $policy['defaults']['pool'] ?? null) !== null;
	}

	private function marks(): array {
		$marks = json_decode($this->appConfig->getValueString(Application::APP_ID, self::MARKS), true);
		return is_array($marks) ? array_filter($marks, static fn (mixed $state): bool => in_array($state, ['done', 'declined'], true)) : [];
	}
}
