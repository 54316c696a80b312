<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writing again when somebody else was writing at the same moment.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCP\DB\Exception;

final class Retry {
	/** Seconds; far above what a space of some hundred accounts ever needs. */
	private const PATIENCE = 15.0;

	private const PASSING = [
		Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION,
		Exception::REASON_LOCK_WAIT_TIMEOUT,
		Exception::REASON_DEADLOCK,
	];

	/**
	 * Does something anew, from the reading on, as long as the database says that somebody else was faster.
	 * Never inside a transaction: PostgreSQL gives up the whole of it after one refused row.
	 *
	 * @template T
	 * @param callable(): T $attempt reads what it builds on and writes one row
	 * @return T
	 * @throws Exception any other trouble of the database, or this one for too long
	 */
	public static function whileBusy(callable $attempt): mixed {
		$end = microtime(true) + self::PATIENCE;
		while (true) {
			try {
				return $attempt();
			} catch (Exception $trouble) {
				if (!in_array($trouble->getReason(), self::PASSING, true) || microtime(true) > $end) {
					throw $trouble;
				}
				usleep(random_int(1_000, 20_000));
			}
		}
	}
}
