<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A member has answered a charter. For other apps.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Event;

use OCP\EventDispatcher\Event;

/** Dispatched after a new answer has been stored; the same answer once more is none. */
class CharterAnswered extends Event {
	/**
	 * @param string $account login name of the member
	 * @param int $version id of the version
	 * @param 'association'|'host' $owner whose charter it is
	 * @param 'accepted'|'declined' $choice the answer
	 * @param int $at seconds since 1970
	 */
	public function __construct(
		public readonly string $account,
		public readonly int $version,
		public readonly string $owner,
		public readonly string $choice,
		public readonly int $at,
	) {
		parent::__construct();
	}
}
