<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A request for more room.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Requests;

final class Request {
	/**
	 * @param int $id
	 * @param string $account who asked
	 * @param int $wanted the quota that is wished for, bytes
	 * @param string $sentence why
	 * @param int $at when, seconds since 1970
	 * @param 'open'|'approved'|'approved_less'|'declined'|'withdrawn' $state
	 * @param ?int $quotaAt the quota when it was asked, bytes
	 * @param ?int $granted the quota that was granted, bytes; null where none was
	 * @param string $word of who decided; may be empty
	 * @param ?string $decidedBy account id; null for nobody, or somebody who is gone
	 * @param ?int $decidedAt when, seconds since 1970
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $account,
		public readonly int $wanted,
		public readonly string $sentence,
		public readonly int $at,
		public readonly string $state,
		public readonly ?int $quotaAt,
		public readonly ?int $granted,
		public readonly string $word,
		public readonly ?string $decidedBy,
		public readonly ?int $decidedAt,
	) {
	}

	/** As ownRequest of contract.ts. */
	public function own(): array {
		return [
			'id' => $this->id,
			'wanted' => $this->wanted,
			'sentence' => $this->sentence,
			'at' => $this->at,
			'state' => $this->state,
			'granted' => $this->granted,
			'word' => $this->word,
			'decidedAt' => $this->decidedAt,
		];
	}
}
