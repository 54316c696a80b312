<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What goes with an account.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\UserMigration\Brought;

class Forgetting {
	public function __construct(
		private People $people,
		private AnswerStore $answers,
		private Drafts $drafts,
		private ReminderStore $reminders,
		private Brought $brought,
	) {
	}

	/**
	 * Forgets an account: its reasons, when it was reminded, what it brought along, that it saved the draft, and at last
	 * whose answers its answers are. They stay, and the chain with them.
	 *
	 * @param string $account login name
	 */
	public function forget(string $account): void {
		Retry::whileBusy(function () use ($account): void {
			$person = $this->people->find($account);
			if ($person !== null) {
				$this->answers->forgetReasons($person);
			}
			$this->drafts->forget($account);
			$this->reminders->forget($account);
			$this->brought->forget($account);
			$this->people->forget($account);
		});
	}
}
