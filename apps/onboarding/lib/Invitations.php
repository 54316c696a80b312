<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether people on a list can be invited; creates nothing.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\Shared\Settings;
use OCP\IUserManager;

final class Invitations {
	public function __construct(
		private readonly Accounts $accounts,
		private readonly IUserManager $users,
		private readonly Mailing $mailing,
		private readonly Settings $settings,
	) {
	}

	/**
	 * A number of queries that depends neither on the accounts nor on the list.
	 *
	 * @param list<array{account: string, mail: string}> $people those to be invited
	 * @return array as `POST /api/v1/invitations/check` of contract.ts
	 */
	public function check(array $people): array {
		$accounts = $this->accounts->all();
		$names = array_change_key_case($accounts);
		$mails = $this->accounts->mails();
		$takenAccounts = [];
		$takenMails = [];
		foreach ($people as $place => ['account' => $account, 'mail' => $mail]) {
			if (isset($names[strtolower($account)]) || !$this->isFree($account)) {
				$takenAccounts[] = $place;
			}
			if (isset($mails[mb_strtolower(trim($mail))])) {
				$takenMails[] = $place;
			}
		}
		return ['takenAccounts' => $takenAccounts, 'takenMails' => $takenMails, 'room' => $this->room($accounts), 'mails' => $this->mailing->works()];
	}

	/** Nextcloud refuses names that it cannot use, and those that files are left of. */
	private function isFree(string $account): bool {
		try {
			$this->users->validateUserId($account, true);
			return true;
		} catch (\InvalidArgumentException) {
			return false;
		}
	}

	/** Guests and disabled accounts do not count against the cap. */
	private function room(array $accounts): ?int {
		$cap = $this->settings->host()['accountCap'];
		$counting = array_filter($accounts, static fn (array $account): bool => $account['enabled'] && !$account['guest']);
		return $cap === 0 ? null : max(0, $cap - count($counting));
	}
}
