<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Done when the person has shared a file or folder, with people of the space or by a link.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\IDBConnection;
use OCP\IUser;

/**
 * What others share with somebody does not count: as a rule Nextcloud accepts it in their name the moment it is shared,
 * and nothing that it keeps tells whether they have ever opened it.
 */
final class Share implements Detector {
	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	public function isDone(IUser $user): bool {
		$query = $this->db->getQueryBuilder();
		$query->select('id')->from('share')->where($query->expr()->eq('uid_initiator', $query->createNamedParameter($user->getUID())));
		return Exists::in($query);
	}
}
