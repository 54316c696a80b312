<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What follows once a version has been stored, whoever's it is.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\BackgroundJob\TellMembers;
use OCA\EnsembleCharter\Event\CharterPublished;
use OCA\EnsembleCharter\Notification\Notices;
use OCP\BackgroundJob\IJobList;

class Publication {
	public function __construct(
		private Announcement $announcement,
		private Notices $notices,
		private IJobList $jobs,
		private Events $events,
	) {
	}

	/**
	 * Tells the pages, the members and other apps.
	 *
	 * @param Version $version what has been stored
	 * @param ?Version $before the owner's version before it; null for none
	 * @param callable(): ?Version $inForce reads what of the owner is in force now
	 */
	public function follows(Version $version, ?Version $before, callable $inForce): void {
		$this->announcement->make($version->owner, $inForce, true);
		if ($before !== null && $before->asks !== $version->asks) {
			$this->notices->withdraw($before);
		}
		// Telling many people takes a while, so a job does it. Whoever has been told is not told again of a word that is mended.
		if ($version->mode === 'inform' && ($before?->asks !== $version->asks || $before->mode !== 'inform')) {
			$this->jobs->add(TellMembers::class, ['owner' => $version->owner, 'asks' => $version->asks]);
		}
		$this->events->dispatch(new CharterPublished($version->id, $version->owner, $version->number, $version->kind, $version->mode, $version->publishedAt));
	}
}
