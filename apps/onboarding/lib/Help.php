<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whom to ask: the association first, then the host's community.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\Shared\Settings;
use OCP\Defaults;
use OCP\IAppConfig;

final class Help {
	public function __construct(
		private readonly Settings $settings,
		private readonly Defaults $defaults,
		private readonly IAppConfig $appConfig,
	) {
	}

	/**
	 * @param string $language Nextcloud's code of the reader
	 * @return array as `help` in contract.ts
	 */
	public function in(string $language): array {
		$settings = $this->settings->values();
		return [
			'association' => $settings['association'] ?: $this->defaults->getName(),
			'contact' => $settings['contact'],
			'contactUrl' => $settings['contactUrl'],
			'community' => self::community($this->settings->host(), $language),
		];
	}

	/**
	 * What a welcome says.
	 *
	 * @param string $language Nextcloud's code of the reader
	 * @return array PendingWelcome of contract.ts
	 */
	public function welcome(string $language): array {
		return [
			...$this->in($language),
			'welcome' => Words::best((array)$this->settings->values()['welcome'], $language) ?? '',
			'logo' => $this->appConfig->getValueString('theming', 'logoMime') === '' ? '' : $this->defaults->getLogo(),
		];
	}

	/** Without a name and a place there is none. */
	private static function community(array $host, string $language): ?array {
		$name = Words::any((array)$host['communityName'], $language);
		return $name === null || $host['communityUrl'] === '' ? null : ['name' => $name, 'url' => $host['communityUrl']];
	}
}
