<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Somebody who can be told something.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notices;

final class Reader {
	/**
	 * @param string $account account id
	 * @param bool $admin whether they look after the space
	 * @param string $timezone IANA name
	 * @param bool $mail whether there is an address to write to
	 * @param array{mail: bool, from: ?int} $choices their own choices
	 * @param bool $warnedElsewhere whether the app quota_warning tells them of their own storage
	 */
	public function __construct(
		public readonly string $account,
		public readonly bool $admin,
		public readonly string $timezone,
		public readonly bool $mail,
		public readonly array $choices,
		public readonly bool $warnedElsewhere,
	) {
	}
}
