<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whose charter it is, as `owner` in contract.ts.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Pending;

final class Owner {
	/** The association whose space it is. */
	public const ASSOCIATION = 'association';
	/** Who runs the space; its charter comes by the fleet's policy. */
	public const HOST = 'host';

	/** In the order in which they are asked. */
	public const ALL = [self::HOST, self::ASSOCIATION];

	/**
	 * Name of an app value or a user value of an owner's charter.
	 *
	 * @param string $value one of Pending's names
	 * @param 'association'|'host' $owner whose charter it is
	 */
	public static function key(string $value, string $owner): string {
		return $owner === self::HOST ? $value . Pending::OF_HOST : $value;
	}
}
