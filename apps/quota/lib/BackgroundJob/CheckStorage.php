<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every hour: looks at everybody's storage.

declare(strict_types=1);

namespace OCA\EnsembleQuota\BackgroundJob;

use OCA\EnsembleQuota\Check;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\TimedJob;

final class CheckStorage extends TimedJob {
	public function __construct(
		ITimeFactory $time,
		private readonly Check $check,
	) {
		parent::__construct($time);
		$this->setInterval(3600);
		$this->setAllowParallelRuns(false);
	}

	protected function run($argument): void {
		$this->check->run();
	}
}
