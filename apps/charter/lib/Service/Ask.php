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
	/** Seconds after which whoever stored an answer has long noted it for the pages too. */
	private const SETTLED = 60;

	public function __construct(
		private VersionStore $versions,
		private AnswerStore $answers,
		private People $people,
		private Member $member,
		private Asked $asked,
		private HostPolicy $hostPolicy,
		private Settings $settings,
		private IFactory $languages,
		private Defaults $theme,
		private ITimeFactory $time,
	) {
	}

	/**
	 * The initial state, as PendingCharter in contract.ts: enough for the first paint, without the body. The host's
	 * charter comes first, and the association's is its `next`. The tables and the policy have the last word: what
	 * Pending read may be a moment older.
	 *
	 * @param IUser $user the reader
	 * @param int $host id of the host's version in force, 0 where it does not ask
	 * @param int $association id of the association's version in force, 0 where it does not ask
	 * @return ?array null where there are no such versions or they do not ask this reader
	 */
	public function state(IUser $user, int $host, int $association): ?array {
		$person = $this->people->find($user->getUID());
		$second = $association === 0 ? null : $this->ask($user, $person, $association, null);
		$first = $host === 0 ? null : $this->ask($user, $person, $host, $second);
		return $first ?? $second;
	}

	/** @param ?array $next what is asked after it */
	private function ask(IUser $user, ?string $person, int $id, ?array $next): ?array {
		$version = $this->versions->get($id);
		if ($version === null || $version->mode === 'inform' || !$this->asked->is($user, $version->audience) || $this->isWithdrawn($version)) {
			return null;
		}
		$before = $person === null ? null : $this->answers->newest($person, $version->owner);
		if ($before?->asks === $version->asks) {
			// A late request about an older version has written over it, or it was never noted.
			if ($this->time->getTime() - $before->at > self::SETTLED) {
				$this->member->hasAnswered($user->getUID(), $version);
			}
			return null;
		}
		$wanted = $this->languages->getUserLanguage($user);
		$language = $version->languageFor($wanted);
		return [
			'association' => $this->theme->getName(),
			'owner' => $version->owner,
			'ownerName' => $version->ownerName,
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
			'next' => $next,
		];
	}

	private function isWithdrawn(Version $version): bool {
		return $version->owner === Owner::HOST && !$this->hostPolicy->decide($version)['inForce'];
	}
}
