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
	) {
	}
}
