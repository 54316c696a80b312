<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a member answered.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

final class Answer implements \JsonSerializable {
	/**
	 * @param int $id row id
	 * @param int $number place in the chain
	 * @param int $version id of the version
	 * @param int $asks id of the version that it counts for, and for all that mend it
	 * @param int $turn 0 for the first answer to it, 1 for the first change of mind
	 * @param string $language language of the text that was shown
	 * @param string $textHash hash of the text that was shown
	 * @param 'accepted'|'declined' $choice the answer
	 * @param int $at seconds since 1970
	 * @param string $hash the chain's hash
	 * @param string $reason why it was declined, may be empty; no part of the chain, since it goes with the account
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $number,
		public readonly int $version,
		public readonly int $asks,
		public readonly int $turn,
		public readonly string $language,
		public readonly string $textHash,
		public readonly string $choice,
		public readonly int $at,
		public readonly string $hash,
		public readonly string $reason,
	) {
	}

	/** As `answer` in contract.ts. */
	public function jsonSerialize(): array {
		return array_diff_key(get_object_vars($this), ['number' => 0, 'asks' => 0, 'turn' => 0, 'reason' => 0]);
	}
}
