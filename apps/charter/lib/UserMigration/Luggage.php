<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The file in which a member's answers travel: `migratedAnswers` of contract.ts.

declare(strict_types=1);

namespace OCA\EnsembleCharter\UserMigration;

use OCA\EnsembleCharter\Service\OwnAnswers;
use OCA\EnsembleCharter\Shared\Contract;
use OCA\EnsembleCharter\Shared\Schema;
use OCP\Defaults;
use OCP\IURLGenerator;

class Luggage {
	private const FILE = 'migratedAnswers';
	private const FORMAT = 'ensemble-charter-answers 1';
	/** More do not fit into the file; the oldest stay behind. */
	private const MOST = 1000;
	/** Characters; the contract counts UTF-16 units, of which one takes two at most. */
	private const LONGEST_NAME = 127;

	public function __construct(
		private OwnAnswers $own,
		private Brought $brought,
		private Contract $contract,
		private IURLGenerator $addresses,
		private Defaults $theme,
	) {
	}

	/**
	 * All that an account has answered here and has brought along before.
	 *
	 * @param string $account login name
	 * @return string JSON
	 */
	public function pack(string $account): string {
		$answers = [...array_map($this->given(...), $this->own->of($account)), ...$this->brought->of($account)];
		return json_encode(['format' => self::FORMAT, 'answers' => self::newest($answers)], JSON_THROW_ON_ERROR);
	}

	/**
	 * Adds what came along to what an account brought before. The same file twice is the same as once, and what was
	 * given in this space is not taken for something from elsewhere.
	 *
	 * @param string $account login name
	 * @param string $json the file
	 * @throws \UnexpectedValueException where it is no such file; the message is the dotted path of what is wrong, empty for all of it
	 */
	public function unpack(string $account, string $json): void {
		$schema = $this->contract->fileSchema(self::FILE);
		$file = json_decode($json);
		$wrong = Schema::check($schema, $file);
		if ($wrong !== null) {
			throw new \UnexpectedValueException($wrong['field']);
		}
		$here = array_column($this->own->of($account), 'hash');
		$before = $this->brought->of($account);
		$all = [];
		foreach ([...$before, ...Schema::straighten($schema, $file)['answers']] as $answer) {
			if (!in_array($answer['hash'], $here, true)) {
				$all[$answer['space'] . ' ' . $answer['hash']] ??= $answer;
			}
		}
		$after = self::newest(array_values($all));
		if ($after !== $before) {
			$this->brought->set($account, $after);
		}
	}

	/** An answer of this space as it travels. */
	private function given(array $answer): array {
		return [
			'space' => $this->here(),
			'association' => mb_substr(preg_replace('/\p{Cc}+/u', ' ', $this->theme->getName()) ?? '', 0, self::LONGEST_NAME),
			'owner' => $answer['owner'],
			'ownerName' => $answer['ownerName'],
			'number' => $answer['number'],
			'title' => $answer['title'],
			'language' => $answer['language'],
			'textHash' => $answer['textHash'],
			'choice' => $answer['choice'],
			'reason' => $answer['reason'],
			'at' => $answer['at'],
			'hash' => $answer['hash'],
		];
	}

	/** Address of this space. On the command line a server without `overwrite.cli.url` does not know its own. */
	private function here(): string {
		return mb_substr(rtrim($this->addresses->getAbsoluteURL('/'), '/'), 0, self::LONGEST_NAME) ?: 'localhost';
	}

	/** @return list<array> the newest first */
	private static function newest(array $answers): array {
		usort($answers, static fn (array $a, array $b): int => $b['at'] <=> $a['at']);
		return array_slice($answers, 0, self::MOST);
	}
}
