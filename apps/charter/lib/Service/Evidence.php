<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The chain of answers as it can be exported and checked, as src/logic/chain.ts does.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\AppFramework\Utility\ITimeFactory;

class Evidence {
	public const FORMAT = 'ensemble-charter-export 1';

	public function __construct(
		private VersionStore $versions,
		private AnswerLists $answers,
		private ITimeFactory $time,
	) {
	}

	/** All versions and the whole chain, as `GET /api/v1/export` gives them, the oldest first. */
	public function export(): array {
		// The answers first: whatever they were given to is there by then.
		$chain = $this->answers->chain();
		$previous = Chain::START;
		$links = [];
		foreach ($chain as $answer) {
			$links[] = ['previous' => $previous] + $answer;
			$previous = $answer['hash'];
		}
		return [
			'format' => self::FORMAT,
			'exportedAt' => $this->time->getTime(),
			'versions' => array_reverse($this->versions->all()),
			'answers' => $links,
		];
	}

	/**
	 * Checks the chain and the texts.
	 *
	 * @return array{valid: bool, answers: int, broken: ?int, head: string} as `GET /api/v1/verification` gives it
	 */
	public function verify(): array {
		$chain = $this->answers->chain();
		$versions = array_map(static fn (Version $version): array => ['id' => $version->id, 'texts' => $version->texts, 'hashes' => $version->hashes], $this->versions->all());
		return self::check($versions, $chain);
	}

	/**
	 * Checks versions and answers. Each answer must follow the one before it, have been given to a text that is there
	 * unchanged, and carry the hash of what it says. A chain that was cut short at its end still fits: compare `head`
	 * with one noted earlier.
	 *
	 * @param list<array{id: int, texts: array, hashes: array<string, string>}> $versions what was published
	 * @param list<array> $answers as AnswerLists::chain() gives them; `previous` is looked at where it is told
	 * @return array{valid: bool, answers: int, broken: ?int, head: string} `broken` = place in the chain, from 1, of the first answer that does not fit
	 */
	public static function check(array $versions, array $answers): array {
		[$hashes, $fit] = self::textHashes($versions);
		$broken = null;
		$previous = Chain::START;
		foreach ($answers as $index => $answer) {
			['version' => $version, 'language' => $language, 'textHash' => $textHash] = $answer;
			$hash = Chain::hash($index + 1, $previous, $version, $language, $textHash, $answer['choice'], $answer['at'], $answer['person']);
			if ($answer['number'] !== $index + 1 || ($answer['previous'] ?? $previous) !== $previous
				|| ($hashes[$version . ' ' . $language] ?? null) !== $textHash || $answer['hash'] !== $hash) {
				$broken = $index + 1;
				break;
			}
			$previous = $hash;
		}
		return [
			'valid' => $fit && $broken === null,
			'answers' => count($answers),
			'broken' => $broken,
			'head' => $answers === [] ? Chain::START : $answers[count($answers) - 1]['hash'],
		];
	}

	/** @return array{array<string, string>, bool} the hashes that the texts really have, by `<version> <language>`, and whether they are those told */
	private static function textHashes(array $versions): array {
		$hashes = [];
		// Of two versions with one id, either could be the one that was answered.
		$fit = count(array_unique(array_column($versions, 'id'))) === count($versions);
		foreach ($versions as ['id' => $id, 'texts' => $texts, 'hashes' => $told]) {
			$fit = $fit && array_diff_key($told, $texts) === [];
			foreach ($texts as $language => $text) {
				$hash = Canonical::hash($language, $text);
				$hashes[$id . ' ' . $language] = $hash;
				$fit = $fit && ($told[$language] ?? null) === $hash;
			}
		}
		return [$hashes, $fit];
	}
}
