<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// All published charters at a glance.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\IUser;
use OCP\L10N\IFactory;

class VersionList {
	public function __construct(
		private VersionStore $versions,
		private AnswerLists $answers,
		private IFactory $languages,
	) {
	}

	/**
	 * What every member may know of the versions, the newest first.
	 *
	 * @param IUser $reader who reads the list
	 * @return list<array> as `versions` of `GET /api/v1/history`
	 */
	public function history(IUser $reader): array {
		$wanted = $this->languages->getUserLanguage($reader);
		return array_map(static fn (Version $version): array => [
			'id' => $version->id,
			'number' => $version->number,
			'title' => $version->titleFor($wanted),
			'publishedAt' => $version->publishedAt,
			'kind' => $version->kind,
			'changeNote' => $version->changeNoteFor($wanted),
		], $this->versions->all());
	}

	/**
	 * The versions, the newest first, with their title in the reader's language and how many chose what; answers to a
	 * version that another one mends count for both.
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
			'title' => $version->titleFor($wanted),
			'publishedAt' => $version->publishedAt,
			'accepted' => $counts[$version->asks]['accepted'] ?? 0,
			'declined' => $counts[$version->asks]['declined'] ?? 0,
		], $this->versions->all());
	}
}
