<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// All answers a member has given, to read and to download.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

class OwnAnswers {
	public function __construct(
		private People $people,
		private AnswerStore $answers,
		private VersionStore $versions,
	) {
	}

	/**
	 * The answers of an account, the newest first.
	 *
	 * @param string $account login name
	 * @return list<array> as `answers` of `GET /api/v1/answers`
	 */
	public function of(string $account): array {
		$person = $this->people->find($account);
		if ($person === null) {
			return [];
		}
		$versions = array_column($this->versions->all(), null, 'id');
		return array_map(static fn (Answer $answer): array => $answer->jsonSerialize() + [
			'owner' => $versions[$answer->version]->owner,
			'ownerName' => $versions[$answer->version]->ownerName,
			'number' => $versions[$answer->version]->number,
			'title' => $versions[$answer->version]->texts[$answer->language]['title'],
			'reason' => $answer->reason,
		], $this->answers->all($person));
	}
}
