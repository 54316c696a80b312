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
		private InForce $inForce,
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
		return $this->list($wanted, static fn (Version $version): array => [
			'kind' => $version->kind,
			'changeNote' => $version->changeNoteFor($wanted),
		]);
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
		return $this->list($wanted, static fn (Version $version): array => [
			'accepted' => $counts[$version->asks]['accepted'] ?? 0,
			'declined' => $counts[$version->asks]['declined'] ?? 0,
		]);
	}

	/**
	 * @param string $wanted the reader's language
	 * @param callable(Version): array $more what else is told of a version
	 */
	private function list(string $wanted, callable $more): array {
		$inForce = array_column(array_filter($this->inForce->all()), 'id');
		return array_map(static fn (Version $version): array => [
			'id' => $version->id,
			'owner' => $version->owner,
			'ownerName' => $version->ownerName,
			'inForce' => in_array($version->id, $inForce, true),
			'number' => $version->number,
			'title' => $version->titleFor($wanted),
			'publishedAt' => $version->publishedAt,
			...$more($version),
		], $this->versions->all());
	}
}
