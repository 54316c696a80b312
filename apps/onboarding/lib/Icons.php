<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The apps in the bar at the top, for the admin who wants fewer of them.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCP\App\IAppManager;
use OCP\Config\IUserConfig;
use OCP\INavigationManager;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;

final class Icons {
	private const TYPE = 'link';

	public function __construct(
		private readonly INavigationManager $navigation,
		private readonly IAppManager $apps,
		private readonly IUserConfig $userConfig,
		private readonly IURLGenerator $urls,
		private readonly IFactory $languages,
	) {
	}

	/** @return list<array> as `icon` in contract.ts; those that the caller sees, then those that only some groups have */
	public function all(): array {
		$pinned = $this->pinned();
		$always = $this->apps->getAlwaysEnabledApps();
		$icons = [];
		foreach ([...$this->shown(), ...$this->ofOthers()] as ['id' => $id, 'name' => $name, 'url' => $url, 'app' => $app]) {
			$icons[$id] ??= [
				'id' => $id,
				'name' => $name,
				'url' => $url,
				'app' => $app,
				'pinned' => $pinned[$id] ?? 0,
				'removable' => !in_array($app, $always, true),
				'groups' => array_map(strval(...), array_values($this->apps->getAppRestriction($app))),
			];
		}
		return array_values($icons);
	}

	/** @return list<array{id: string, name: string, url: string, app: string}> */
	private function shown(): array {
		return array_map(static fn (array $entry): array => [
			'id' => (string)$entry['id'],
			'name' => (string)$entry['name'],
			'url' => (string)$entry['href'],
			'app' => (string)($entry['app'] ?? $entry['id']),
		], array_values($this->navigation->getAll(self::TYPE)));
	}

	/**
	 * Apps that are for groups which the caller is not in: Nextcloud's navigation does not name them, and whoever gave
	 * them to a group wants to be able to take that back.
	 *
	 * @return iterable<array{id: string, name: string, url: string, app: string}>
	 */
	private function ofOthers(): iterable {
		foreach ($this->apps->getEnabledApps() as $app) {
			if ($this->apps->getAppRestriction($app) === []) {
				continue;
			}
			foreach ($this->apps->getAppInfo($app)['navigations']['navigation'] ?? [] as $key => $entry) {
				if (isset($entry['name'], $entry['route']) && ($entry['type'] ?? self::TYPE) === self::TYPE) {
					yield [
						'id' => (string)($entry['id'] ?? $app . ($key === 0 ? '' : $key)),
						'name' => $this->languages->get($app)->t($entry['name']),
						'url' => $this->address($entry['route']),
						'app' => $app,
					];
				}
			}
		}
	}

	private function address(string $route): string {
		try {
			return $this->urls->linkToRoute($route);
		} catch (\Exception) {
			// The routes of an app that the caller has not got are not always loaded.
			return '';
		}
	}

	/** @return array<string, int> entry → how many accounts have it in an order of their own; one query */
	private function pinned(): array {
		$pinned = [];
		foreach ($this->userConfig->getValuesByUsers('core', 'apporder') as $json) {
			foreach (array_keys((array)json_decode((string)$json, true)) as $id) {
				$pinned[$id] = ($pinned[$id] ?? 0) + 1;
			}
		}
		return $pinned;
	}
}
