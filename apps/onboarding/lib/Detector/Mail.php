<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Done when the account has a mail address that mails may be sent to.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\Accounts\IAccountManager;
use OCP\IUser;

/**
 * Nextcloud confirms by mail the further addresses only that somebody adds, and lets none of them become the main one
 * before. The main address comes from an administrator or from the person, and Nextcloud never asks for it to be
 * confirmed: it counts. So does a further address once it is confirmed.
 */
final class Mail implements Detector {
	public function __construct(
		private readonly IAccountManager $accounts,
	) {
	}

	public function isDone(IUser $user): bool {
		if ((string)$user->getEMailAddress() !== '') {
			return true;
		}
		$further = $this->accounts->getAccount($user)->getPropertyCollection(IAccountManager::COLLECTION_EMAIL);
		foreach ($further->getProperties() as $address) {
			if ($address->getLocallyVerified() === IAccountManager::VERIFIED) {
				return true;
			}
		}
		return false;
	}
}
