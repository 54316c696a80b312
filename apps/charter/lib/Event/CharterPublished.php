<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A charter has been published. For other apps.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Event;

use OCP\EventDispatcher\Event;

/** Dispatched after the version has been stored and is in force. */
class CharterPublished extends Event {
	/**
	 * @param int $version id of the version
	 * @param 'association'|'host' $owner whose charter it is
	 * @param int $number 1 for the first one of its owner, and so on
	 * @param 'substantive'|'editorial' $kind whether everybody is asked anew
	 * @param 'inform'|'ask'|'require' $mode how people learn of it
	 * @param int $publishedAt seconds since 1970
	 */
	public function __construct(
		public readonly int $version,
		public readonly string $owner,
		public readonly int $number,
		public readonly string $kind,
		public readonly string $mode,
		public readonly int $publishedAt,
	) {
		parent::__construct();
	}
}
