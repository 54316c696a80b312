<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Asks whether a table has a row.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\DB\QueryBuilder\IQueryBuilder;

final class Exists {
	/** @param IQueryBuilder $query what to look for, complete but for the number of rows */
	public static function in(IQueryBuilder $query): bool {
		$result = $query->setMaxResults(1)->executeQuery();
		$found = $result->fetchOne() !== false;
		$result->closeCursor();
		return $found;
	}
}
