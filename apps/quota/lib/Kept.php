<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What one account keeps in its own storage.

declare(strict_types=1);

namespace OCA\EnsembleQuota;

/** Amounts in bytes. Against the quota Nextcloud counts `files` only; trash and versions take room all the same. */
final class Kept {
	public function __construct(
		public readonly int $files = 0,
		public readonly int $trash = 0,
		public readonly int $versions = 0,
		/** When anything of it changed last, seconds since 1970; null = there is nothing. */
		public readonly ?int $changedAt = null,
		/** Number of the storage; null = there is none yet. */
		public readonly ?int $storage = null,
		/** Whether the space's own data (previews, team folders …) lies in this storage. */
		public readonly bool $root = false,
	) {
	}

	public function sum(): int {
		return $this->files + $this->trash + $this->versions;
	}
}
