<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Answering a charter in force.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Event\CharterAnswered;
use OCA\EnsembleCharter\Notification\Notices;
use OCA\EnsembleCharter\Shared\ApiError;
use OCA\EnsembleCharter\Shared\Contract;
use OCP\AppFramework\Utility\ITimeFactory;

class Answering {
	private const ENDPOINT = 'POST /api/v1/answers';

	public function __construct(
		private InForce $inForce,
		private AnswerStore $answers,
		private People $people,
		private Member $member,
		private Notices $notices,
		private Events $events,
		private Contract $contract,
		private ITimeFactory $time,
	) {
	}

	/**
	 * Takes an answer.
	 *
	 * @param string $account login name
	 * @param array $body checked body of the endpoint
	 * @return Answer the new one, or the one there was if it says the same
	 * @throws ApiError `unknown_version`, `replaced`, `withdrawn`, `other_text`, `answered_meanwhile`
	 */
	public function answer(string $account, array $body): Answer {
		$version = $this->inForce->meant(self::ENDPOINT, $body['version']);
		if (($version->hashes[$body['language']] ?? null) !== $body['textHash']) {
			throw $this->contract->error(self::ENDPOINT, 'other_text', 'textHash');
		}
		if ($body['choice'] === 'accepted') {
			$body['reason'] = '';
		}
		$person = $this->people->findOrMake($account);
		[$answer, $isNew] = Retry::whileBusy(fn (): array => $this->attempt($person, $version, $body));
		if ($isNew) {
			$this->member->hasAnswered($account, $version);
			$this->notices->withdraw($version, $account);
			$this->events->dispatch(new CharterAnswered($account, $version->id, $version->owner, $answer->choice, $answer->at));
		}
		return $answer;
	}

	/**
	 * A caller's own answer that counts for a version.
	 *
	 * @param string $account login name
	 * @param Version $version the version
	 */
	public function own(string $account, Version $version): ?Answer {
		$person = $this->people->find($account);
		return $person === null ? null : $this->answers->latest($person, $version->asks);
	}

	/**
	 * Reads where the person and the chain stand, and adds one row; its unique indexes refuse it if either has moved.
	 *
	 * @return array{Answer, bool} the answer and whether it is new
	 */
	private function attempt(string $person, Version $version, array $body): array {
		['language' => $language, 'textHash' => $textHash, 'choice' => $choice, 'reason' => $reason] = $body;
		$before = $this->answers->latest($person, $version->asks);
		if ($before?->choice === $choice) {
			// Somebody may say why later on, or say it better; the answer stays the one it is.
			if ($reason !== '' && $reason !== $before->reason) {
				$this->answers->explain($before->id, $reason);
			}
			return [$before, false];
		}
		if (($before->id ?? 0) !== $body['after']) {
			throw $this->contract->error(self::ENDPOINT, 'answered_meanwhile', 'after');
		}
		$last = $this->answers->last();
		$number = ($last->number ?? 0) + 1;
		$at = $this->time->getTime();
		$hash = Chain::hash($number, $last->hash ?? Chain::START, $version->id, $language, $textHash, $choice, $at, $person);
		$turn = $before === null ? 0 : $before->turn + 1;
		return [$this->answers->add($person, new Answer(0, $number, $version->id, $version->asks, $turn, $language, $textHash, $choice, $at, $hash, $reason)), true];
	}
}
