<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Done when an app on a telephone or a computer is logged in.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\Authentication\Token\IToken;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IUser;

/** Apps have a lasting token of their own (an app password); browsers have one that ends with the session. */
final class Device implements Detector {
	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	public function isDone(IUser $user): bool {
		$query = $this->db->getQueryBuilder();
		$query->select('id')
			->from('authtoken')
			->where($query->expr()->eq('uid', $query->createNamedParameter($user->getUID())))
			->andWhere($query->expr()->eq('type', $query->createNamedParameter(IToken::PERMANENT_TOKEN, IQueryBuilder::PARAM_INT)));
		return Exists::in($query);
	}
}
