<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether the space can send mails, as far as its settings tell.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCP\IAppConfig;
use OCP\IConfig;

final class Mailing {
	/** Mails go nowhere. */
	private const NOWHERE = 'null';

	public function __construct(
		private readonly IConfig $config,
		private readonly IAppConfig $appConfig,
	) {
	}

	/** Somebody has told how and from where to send, or a mail that was sent for a try has arrived. */
	public function works(): bool {
		$mode = $this->config->getSystemValueString('mail_smtpmode', '');
		if ($mode === self::NOWHERE) {
			return false;
		}
		return ($mode !== '' && $this->config->getSystemValueString('mail_from_address', '') !== '')
			|| $this->appConfig->getValueString('core', 'emailTestSuccessful') === '1';
	}
}
