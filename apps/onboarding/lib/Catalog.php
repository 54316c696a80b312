<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The host's catalog of texts, steps and hints, and up to which version an admin has read about its changes.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\AppInfo\Application;
use OCA\EnsembleOnboarding\Shared\Contract;
use OCA\EnsembleOnboarding\Shared\Schema;
use OCA\EnsembleOnboarding\Shared\Settings;
use OCP\IAppConfig;

final class Catalog {
	/** The parts of the settings that make it up. */
	private const PARTS = ['welcome', 'steps', 'hintTexts', 'glossary'];
	private const SEEN = 'catalog_seen';

	public function __construct(
		private readonly Settings $settings,
		private readonly Contract $contract,
		private readonly IAppConfig $appConfig,
	) {
	}

	/** @return array as `GET /api/v1/catalog` of contract.ts */
	public function read(): array {
		$seen = $this->seen();
		return [
			'version' => $this->version(),
			'seenVersion' => $seen->version ?? 0,
			'now' => $this->now(),
			'seen' => $seen->catalog ?? null,
		];
	}

	/**
	 * An admin has read about the changes.
	 *
	 * @param int $version up to which
	 * @throws Shared\ApiError `other_version`
	 */
	public function seeUpTo(int $version): void {
		if ($version !== $this->version()) {
			throw $this->contract->error('PUT /api/v1/catalog', 'other_version');
		}
		if ($version === 0) {
			// There is nothing to read about.
			$this->appConfig->deleteKey(Application::APP_ID, self::SEEN);
			return;
		}
		$this->appConfig->setValueString(Application::APP_ID, self::SEEN, json_encode(
			['version' => $version, 'catalog' => $this->now()],
			JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES,
		));
	}

	/** Grows with each change; 0 = the host has no catalog. */
	public function version(): int {
		return $this->settings->host()['catalogVersion'];
	}

	private function now(): object {
		$fleet = array_intersect_key($this->settings->fleet(), array_flip(self::PARTS));
		return Schema::jsonable($this->schema(), $fleet);
	}

	/** What was read about; an empty object where there is nothing, or another release has written it. */
	private function seen(): object {
		$stored = json_decode($this->appConfig->getValueString(Application::APP_ID, self::SEEN));
		return is_int($stored->version ?? null) && Schema::check($this->schema(), $stored->catalog ?? null) === null ? $stored : new \stdClass();
	}

	private function schema(): array {
		$fields = array_intersect_key($this->contract->settingsSchema()['properties'], array_flip(self::PARTS));
		return ['type' => 'object', 'properties' => $fields, 'additionalProperties' => false];
	}
}
