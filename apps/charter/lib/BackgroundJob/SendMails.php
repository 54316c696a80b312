<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sends the mails of a reminder.

declare(strict_types=1);

namespace OCA\EnsembleCharter\BackgroundJob;

use OCA\EnsembleCharter\AppInfo\Application;
use OCA\EnsembleCharter\Notification\ReminderMail;
use OCA\EnsembleCharter\Service\AnswerLists;
use OCA\EnsembleCharter\Service\InForce;
use OCA\EnsembleCharter\Service\Version;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\QueuedJob;
use OCP\IUserManager;
use OCP\Mail\IMailer;
use Psr\Log\LoggerInterface;

/** Runs once, after the reminder; its argument is `{owner, asks: id, accounts: list}`. */
class SendMails extends QueuedJob {
	public function __construct(
		ITimeFactory $time,
		private InForce $inForce,
		private AnswerLists $answers,
		private IUserManager $users,
		private IMailer $mailer,
		private ReminderMail $mail,
		private LoggerInterface $logger,
	) {
		parent::__construct($time);
	}

	/** @param array{owner: string, asks: int, accounts: list<string>} $argument what was asked, and who has been reminded of it */
	protected function run($argument): void {
		$version = $this->inForce->version($argument['owner']);
		if ($version?->asks !== $argument['asks']) {
			return;
		}
		$answered = $this->answers->standing($version->asks);
		$failed = 0;
		$last = null;
		foreach ($argument['accounts'] as $account) {
			try {
				$failed += isset($answered[$account]) || $this->mail($account, $version) ? 0 : 1;
			} catch (\Throwable $trouble) {
				$failed++;
				$last = $trouble;
			}
		}
		if ($failed > 0) {
			$this->logger->warning('Reminders of the charter could not be mailed to {failed} of {all} members', [
				'app' => Application::APP_ID,
				'failed' => $failed,
				'all' => count($argument['accounts']),
				'exception' => $last,
			]);
		}
	}

	/** Whether all is well: the mail was sent, or there is nobody to send one to. */
	private function mail(string $account, Version $version): bool {
		$user = $this->users->get($account);
		$address = (string)$user?->getEMailAddress();
		return $user === null || !$user->isEnabled() || !$this->mailer->validateMailAddress($address) || $this->mail->send($user, $address, $version);
	}
}
