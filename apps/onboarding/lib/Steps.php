<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A person's first steps. A step that was done once stays done: nobody is asked twice because a file was deleted.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\AppInfo\Application;
use OCA\EnsembleOnboarding\Detector\Charter;
use OCA\EnsembleOnboarding\Detector\Detector;
use OCA\EnsembleOnboarding\Detector\Picture;
use OCA\EnsembleOnboarding\Detector\Upload;
use OCP\Config\IUserConfig;
use OCP\IUser;

final class Steps {
	private const DONE = 'done';

	/** @var list<Detector> in the order people see them */
	private readonly array $detectors;

	public function __construct(
		private readonly IUserConfig $userConfig,
		Picture $picture,
		Upload $upload,
		Charter $charter,
	) {
		$this->detectors = [$picture, $upload, $charter];
	}

	/**
	 * The steps of a person; remembers those that are newly done.
	 *
	 * @return list<array{id: string, done: bool}>
	 */
	public function of(IUser $user): array {
		$before = json_decode($this->userConfig->getValueString($user->getUID(), Application::APP_ID, self::DONE), true) ?? [];
		$found = [];
		foreach ($this->detectors as $detector) {
			$id = $detector->id();
			// Looking costs queries, so what is known is not looked for again.
			$found[$id] = $detector->offered($user) ? in_array($id, $before, true) || $detector->done($user) : null;
		}
		['steps' => $steps, 'done' => $done] = self::resolve($found, $before);
		if ($done !== $before) {
			$this->userConfig->setValueString($user->getUID(), Application::APP_ID, self::DONE, json_encode($done, JSON_THROW_ON_ERROR));
		}
		return $steps;
	}

	/**
	 * What to show and what to remember; the twin of stepsOf() in src/logic/steps.ts.
	 *
	 * @param array<string, ?bool> $found step → whether the space shows that it is done; null = not offered
	 * @param list<string> $before the steps stored as done
	 * @return array{steps: list<array{id: string, done: bool}>, done: list<string>} both in the order of $found
	 */
	public static function resolve(array $found, array $before): array {
		$steps = [];
		$done = [];
		foreach ($found as $id => $now) {
			$is = $now === true || in_array($id, $before, true);
			if ($is) {
				$done[] = $id;
			}
			if ($now !== null) {
				$steps[] = ['id' => $id, 'done' => $is];
			}
		}
		return ['steps' => $steps, 'done' => $done];
	}
}
