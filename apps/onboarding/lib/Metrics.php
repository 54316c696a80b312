<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts without names, for the host.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\AppInfo\Application;
use OCP\App\IAppManager;
use OCP\AppFramework\Utility\ITimeFactory;

final class Metrics {
	public function __construct(
		private readonly Walkers $walkers,
		private readonly Setup $setup,
		private readonly Catalog $catalog,
		private readonly IAppManager $apps,
		private readonly ITimeFactory $time,
	) {
	}

	/** @return array as `GET /api/v1/metrics` of contract.ts */
	public function read(): array {
		['people' => $people, 'finished' => $finished] = $this->walkers->figures();
		$tasks = $this->setup->tasks();
		return [
			'version' => $this->apps->getAppVersion(Application::APP_ID),
			'at' => $this->time->getTime(),
			'catalogVersion' => $this->catalog->version(),
			'people' => $people,
			'finished' => $finished,
			'tasksDone' => count(array_filter($tasks, static fn (array $task): bool => $task['state'] === 'done')),
			'tasks' => count($tasks),
		];
	}
}
