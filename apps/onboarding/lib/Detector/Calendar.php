<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Done when the person has subscribed to a calendar, or uses one of their own.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IUser;

/**
 * Nextcloud gives everybody a calendar with one example event, and one with the birthdays of their contacts, so a single
 * event says nothing. Calendars that others share appear by themselves, so they say nothing either.
 */
final class Calendar implements Detector {
	private const BIRTHDAYS = 'contact_birthdays';
	/** In calendarobjects: no copy of what a subscription holds. */
	private const OWN = 0;
	private const EXAMPLES = 1;

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	public function isDone(IUser $user): bool {
		$principal = 'principals/users/' . $user->getUID();
		return $this->hasSubscribed($principal) || $this->usesOwn($principal);
	}

	private function hasSubscribed(string $principal): bool {
		$query = $this->db->getQueryBuilder();
		$query->select('id')->from('calendarsubscriptions')->where($query->expr()->eq('principaluri', $query->createNamedParameter($principal)));
		return Exists::in($query);
	}

	private function usesOwn(string $principal): bool {
		$query = $this->db->getQueryBuilder();
		$query->select('o.id')
			->from('calendars', 'c')
			->innerJoin('c', 'calendarobjects', 'o', $query->expr()->eq('o.calendarid', 'c.id'))
			->where($query->expr()->eq('c.principaluri', $query->createNamedParameter($principal)))
			->andWhere($query->expr()->neq('c.uri', $query->createNamedParameter(self::BIRTHDAYS)))
			->andWhere($query->expr()->eq('o.calendartype', $query->createNamedParameter(self::OWN, IQueryBuilder::PARAM_INT)))
			->setFirstResult(self::EXAMPLES);
		return Exists::in($query);
	}
}
