<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The detectors of the built-in steps, and which of the steps make sense here.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCA\EnsembleOnboarding\Figures;
use OCA\EnsembleOnboarding\Person;
use OCP\App\IAppManager;
use OCP\IUser;

final class Detectors {
	/** Step → app that it is about. */
	private const APPS = ['calendar' => 'calendar', 'storage' => 'ensemble_quota'];

	/** @var array<string, Detector> by step */
	private readonly array $detectors;

	public function __construct(
		private readonly IAppManager $apps,
		private readonly Charter $charter,
		Picture $picture,
		Mail $mail,
		Upload $upload,
		Share $share,
		Device $device,
		Calendar $calendar,
		Storage $storage,
	) {
		$this->detectors = [
			'picture' => $picture, 'mail' => $mail, 'upload' => $upload, 'share' => $share,
			'device' => $device, 'charter' => $charter, 'storage' => $storage, 'calendar' => $calendar,
		];
	}

	/** Whether a built-in step makes sense for somebody here and now. No query. */
	public function isOffered(string $id, IUser $user): bool {
		return (Figures::forGuests($id) || !Person::isGuest($user)) && match (true) {
			$id === 'charter' => $this->charter->isAskedOf($user),
			isset(self::APPS[$id]) => $this->apps->isEnabledForUser(self::APPS[$id], $user),
			default => true,
		};
	}

	/** @return list<string> the built-in steps that make sense in this space at all */
	public function offered(): array {
		return array_values(array_filter(array_keys($this->detectors), fn (string $id): bool => match (true) {
			$id === 'charter' => $this->charter->isAsked(),
			isset(self::APPS[$id]) => $this->apps->isEnabledForAnyone(self::APPS[$id]),
			default => true,
		}));
	}

	/**
	 * Looks whether steps are done.
	 *
	 * @param iterable<string> $ids steps; own ones are passed over
	 * @return array<string, bool> step → whether it is done
	 */
	public function look(iterable $ids, IUser $user): array {
		$found = [];
		foreach ($ids as $id) {
			if (isset($this->detectors[$id])) {
				$found[$id] = $this->detectors[$id]->isDone($user);
			}
		}
		return $found;
	}
}
