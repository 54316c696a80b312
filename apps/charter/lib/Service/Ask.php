<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a page carries when its reader is to be asked.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Shared\Settings;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Defaults;
use OCP\IUser;
use OCP\L10N\IFactory;

class Ask {
	public function __construct(
		private VersionStore $versions,
		private AnswerStore $answers,
		private People $people,
		private Member $member,
		private Asked $asked,
		private Settings $settings,
		private IFactory $languages,
		private Defaults $theme,
		private ITimeFactory $time,
	) {
	}

	/**
	 * The initial state, as PendingCharter in contract.ts: enough for the first paint, without the body. The tables have
	 * the last word: what Pending read may be a moment older.
	 *
	 * @param IUser $user the reader
	 * @param int $id id of the version in force
	 * @return ?array null where there is no such version or it does not ask this reader
	 */
	public function state(IUser $user, int $id): ?array {
		$version = $this->versions->get($id);
		if ($version === null || $version->mode === 'inform' || !$this->asked->is($user, $version->audience)) {
			return null;
		}
		$person = $this->people->find($user->getUID());
		$before = $person === null ? null : $this->answers->newest($person);
		if ($before?->asks === $version->asks) {
			// A late request about an older version has written over it.
			$this->member->hasAnswered($user->getUID(), $version->asks);
			return null;
		}
		$wanted = $this->languages->getUserLanguage($user);
		$language = $version->languageFor($wanted);
		return [
			'association' => $this->theme->getName(),
			'version' => $version->id,
			'language' => $language,
			'textHash' => $version->hashes[$language],
			'title' => $version->texts[$language]['title'],
			'summary' => $version->texts[$language]['summary'],
			'languages' => array_keys($version->texts),
			'laterDays' => $this->settings->values()['laterDays'],
			'canWait' => Standing::canWait($version->mode, $version->deadline, $this->time->getTime()),
			'deadline' => $version->deadline,
			// One that mends tells of its typo only; who has not answered yet wants to know what the asking one changed.
			'changeNote' => ($version->asks === $version->id ? $version : $this->versions->get($version->asks) ?? $version)->changeNoteFor($wanted),
			'before' => $before?->version,
		];
	}
}
