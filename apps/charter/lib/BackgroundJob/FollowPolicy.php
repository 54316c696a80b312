<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Brings the host's charter up to date with the fleet's policy, in a space that nobody opens too.

declare(strict_types=1);

namespace OCA\EnsembleCharter\BackgroundJob;

use OCA\EnsembleCharter\Service\InForce;
use OCA\EnsembleCharter\Service\Owner;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\TimedJob;

class FollowPolicy extends TimedJob {
	/** Seconds between two runs. */
	private const INTERVAL = 300;

	public function __construct(
		ITimeFactory $time,
		private InForce $inForce,
	) {
		parent::__construct($time);
		$this->setInterval(self::INTERVAL);
		$this->setAllowParallelRuns(false);
	}

	protected function run($argument): void {
		$this->inForce->version(Owner::HOST);
	}
}
