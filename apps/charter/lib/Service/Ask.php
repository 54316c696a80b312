<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a page carries when its reader is to be asked.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Shared\Settings;
use OCP\Defaults;
use OCP\IUser;
use OCP\L10N\IFactory;

class Ask {
	public function __construct(
		private VersionStore $versions,
		private Settings $settings,
		private IFactory $languages,
		private Defaults $theme,
	) {
	}

	/**
	 * The initial state, as PendingCharter in contract.ts: enough for the first paint, without the body.
	 *
	 * @param IUser $user the reader
	 * @param int $id id of the version in force
	 * @return ?array null where there is no such version
	 */
	public function state(IUser $user, int $id): ?array {
		$version = $this->versions->get($id);
		if ($version === null) {
			return null;
		}
		$language = $version->languageFor($this->languages->getUserLanguage($user));
		return [
			'association' => $this->theme->getName(),
			'version' => $version->id,
			'language' => $language,
			'textHash' => $version->hashes[$language],
			'title' => $version->texts[$language]['title'],
			'summary' => $version->texts[$language]['summary'],
			'languages' => array_keys($version->texts),
			'laterDays' => $this->settings->values()['laterDays'],
		];
	}
}
