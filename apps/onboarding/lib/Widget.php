<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where the first steps stand on somebody's dashboard: at the top from the first login on, until they are finished or put away.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCP\App\IAppManager;
use OCP\Config\IUserConfig;
use OCP\IAppConfig;
use OCP\IUser;

/**
 * Nextcloud shows a widget only to those who have it in their layout, and a newcomer has the space's. So the layout of a
 * newcomer is the space's with ours on top; as soon as ours has nothing to show any more, it is the space's again, unless
 * the person has arranged it by hand.
 */
final class Widget {
	public const ID = 'ensemble_onboarding';

	private const DASHBOARD = 'dashboard';
	private const LAYOUT = 'layout';
	/** What Nextcloud takes where the space has chosen nothing. */
	private const USUAL = 'recommendations,spreed,mail,calendar';

	public function __construct(
		private readonly Memory $memory,
		private readonly IUserConfig $userConfig,
		private readonly IAppConfig $appConfig,
		private readonly IAppManager $apps,
	) {
	}

	/** Whether there is anything to show. Costs no query. */
	public function isDue(string $account): bool {
		return !$this->memory->hasFinished($account) && !$this->memory->isClosed($account);
	}

	/** Somebody logs in for the first time. */
	public function put(IUser $user): void {
		$account = $user->getUID();
		if ($this->layout($account) === '' && $this->apps->isEnabledForUser(self::DASHBOARD, $user) && !in_array(self::ID, explode(',', $this->spaces()), true)) {
			$this->userConfig->setValueString($account, self::DASHBOARD, self::LAYOUT, $this->withOurs());
		}
	}

	/** Puts the layout back once there is nothing to show any more. */
	public function tidy(string $account): void {
		if (!$this->isDue($account) && $this->layout($account) === $this->withOurs()) {
			$this->userConfig->deleteUserConfig($account, self::DASHBOARD, self::LAYOUT);
		}
	}

	private function withOurs(): string {
		return self::ID . ',' . $this->spaces();
	}

	private function spaces(): string {
		return $this->appConfig->getValueString(self::DASHBOARD, self::LAYOUT, self::USUAL);
	}

	private function layout(string $account): string {
		return $this->userConfig->getValueString($account, self::DASHBOARD, self::LAYOUT);
	}
}
