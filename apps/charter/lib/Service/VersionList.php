<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// All published charters at a glance, for admins.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\IUser;
use OCP\L10N\IFactory;

class VersionList {
	public function __construct(
		private VersionStore $versions,
		private AnswerStore $answers,
		private IFactory $languages,
	) {
	}

	/**
	 * The versions, the newest first, with their title in the reader's language and how many chose what.
	 *
	 * @param IUser $reader who reads the list
	 * @return list<array> as `versions` of `GET /api/v1/versions`
	 */
	public function for(IUser $reader): array {
		$counts = $this->answers->counts();
		$wanted = $this->languages->getUserLanguage($reader);
		return array_map(static fn (Version $version): array => [
			'id' => $version->id,
			'number' => $version->number,
			'title' => $version->texts[$version->languageFor($wanted)]['title'],
			'publishedAt' => $version->publishedAt,
			'accepted' => $counts[$version->id]['accepted'] ?? 0,
			'declined' => $counts[$version->id]['declined'] ?? 0,
		], $this->versions->all());
	}
}
