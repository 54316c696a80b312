<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which day it is where somebody lives.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Config\IUserConfig;
use OCP\IDateTimeZone;

final class Today {
	public function __construct(
		private readonly ITimeFactory $time,
		private readonly IUserConfig $userConfig,
		private readonly IDateTimeZone $zones,
	) {
	}

	/** @return string as `2026-11-22` */
	public function of(string $account): string {
		$zone = $this->userConfig->getValueString($account, 'core', 'timezone') ?: $this->zones->getDefaultTimeZone()->getName();
		return Hints::day($this->time->getTime(), $zone);
	}
}
