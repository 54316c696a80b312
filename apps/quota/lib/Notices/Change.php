<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What one run changes for one reader and one thing that fills up.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

/** @psalm-import-type State from Engine */
final class Change {
	/**
	 * @param string $account account id
	 * @param 'mine'|'space'|'accounts' $about what fills up
	 * @param ?State $before as it was read
	 * @param ?State $after what becomes of it
	 * @param ?array{level: int, notification: bool, mail: bool} $send what is sent
	 * @param int $used how much of it is in use: bytes, or accounts
	 * @param int $of of how much
	 * @param bool $admin whether the reader looks after the space
	 */
	public function __construct(
		public readonly string $account,
		public readonly string $about,
		public readonly ?array $before,
		public readonly ?array $after,
		public readonly ?array $send = null,
		public readonly int $used = 0,
		public readonly int $of = 0,
		public readonly bool $admin = false,
	) {
	}

	/** Whether a notification has nothing to say any more: use has just fallen below the level that it told. */
	public function isOver(): bool {
		['level' => $level, 'told' => $told] = $this->before ?? Engine::CALM;
		return $told !== null && (int)$level >= $told['level'] && (int)($this->after['level'] ?? null) < $told['level'];
	}
}
