<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells those a charter is for that there is a new one, where nobody is asked by a dialog.

declare(strict_types=1);

namespace OCA\EnsembleCharter\BackgroundJob;

use OCA\EnsembleCharter\Notification\Notices;
use OCA\EnsembleCharter\Service\InForce;
use OCA\EnsembleCharter\Service\Status;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\QueuedJob;

/** Runs once, after the publication; its argument is `{owner, asks: id}`. */
class TellMembers extends QueuedJob {
	public function __construct(
		ITimeFactory $time,
		private InForce $inForce,
		private Status $status,
		private Notices $notices,
	) {
		parent::__construct($time);
	}

	/** @param array{owner: string, asks: int} $argument whose charter was published, and for which version its answers count */
	protected function run($argument): void {
		$version = $this->inForce->version($argument['owner']);
		// A version that mends it in the meantime goes on asking the same.
		if ($version?->asks === $argument['asks']) {
			$open = array_filter($this->status->members($version), static fn (array $member): bool => $member['at'] === null);
			$this->notices->tell(array_values(array_column($open, 'account')), $version);
		}
	}
}
