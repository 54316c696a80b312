<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Follows the fleet's policy: publishes the host's charter where the policy has another one, and says which is in force.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Notification\Notices;
use OCP\AppFramework\Utility\ITimeFactory;

class HostCharter {
	public function __construct(
		private HostPolicy $policy,
		private VersionStore $versions,
		private Announcement $announcement,
		private Publication $publication,
		private Notices $notices,
		private ITimeFactory $time,
	) {
	}

	/** Brings the space up to date with the policy, and gives what is in force; null for nothing. Costs one query where nothing has changed. */
	public function inForce(): ?Version {
		$newest = $this->versions->newest(Owner::HOST);
		['publish' => $publish, 'inForce' => $inForce] = $this->policy->decide($newest);
		if ($publish !== null) {
			return $this->publish();
		}
		$version = $inForce ? $newest : null;
		if (!$this->announcement->isKnown(Owner::HOST, $version)) {
			$this->announcement->make(Owner::HOST, $this->read(...), false);
			if ($version === null && $newest !== null) {
				$this->notices->withdraw($newest);
			}
		}
		return $version;
	}

	/** Nobody publishes what a policy said a moment ago: it is read anew. */
	private function publish(): ?Version {
		$this->policy->refresh();
		[$version, $before, $isNew] = Retry::whileBusy(fn (): array => $this->attempt());
		if ($isNew) {
			$this->publication->follows($version, $before, $this->read(...));
		}
		return $version;
	}

	/** @return array{?Version, ?Version, bool} what is in force, the version before it where it is new, and whether it is */
	private function attempt(): array {
		$newest = $this->versions->newest(Owner::HOST);
		['publish' => $publish, 'inForce' => $inForce] = $this->policy->decide($newest);
		if ($publish === null) {
			return [$inForce ? $newest : null, null, false];
		}
		return [$this->add($this->policy->charter(), $publish, $newest), $newest, true];
	}

	private function add(array $charter, string $kind, ?Version $newest): Version {
		$now = $this->time->getTime();
		return $this->versions->add(Owner::HOST, ($newest->number ?? 0) + 1, [
			'ownerName' => $charter['name'],
			'defaultLanguage' => HostPublication::mainLanguage($charter),
			'texts' => $charter['texts'],
			'hashes' => Canonical::hashes($charter['texts']),
			'publishedAt' => $now,
			'kind' => $kind,
			'mode' => $charter['mode'],
			'deadline' => HostPublication::deadline($charter, $now),
			'audience' => Audience::EVERYONE,
			'changeNote' => $charter['changeNote'],
		], $kind === 'editorial' ? $newest->asks : null);
	}

	private function read(): ?Version {
		$newest = $this->versions->newest(Owner::HOST);
		return $this->policy->decide($newest)['inForce'] ? $newest : null;
	}
}
