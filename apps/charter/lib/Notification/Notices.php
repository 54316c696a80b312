<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sends notifications and takes them back.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Notification;

use OCA\EnsembleCharter\AppInfo\Application;
use OCA\EnsembleCharter\Service\Version;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Notification\IManager;
use OCP\Notification\INotification;
use Psr\Log\LoggerInterface;

/** Each is about what its version asks, so that one which mends a word leaves them alone. Notifier puts them into words. */
class Notices {
	/** A charter has been published, and nobody is asked by a dialog. */
	public const PUBLISHED = 'published';
	/** An answer is missing. */
	public const REMINDER = 'reminder';
	/** Type of what notifications are about; the id is that of the version whose answers count. */
	public const OBJECT = 'charter';

	public function __construct(
		private IManager $manager,
		private ITimeFactory $time,
		private LoggerInterface $logger,
	) {
	}

	/**
	 * Tells accounts that there is a new charter, each once.
	 *
	 * @param list<string> $accounts login names
	 * @param Version $version the version in force
	 */
	public function tell(array $accounts, Version $version): void {
		$this->all($accounts, function (string $account) use ($version): void {
			$notice = $this->notice($account, self::PUBLISHED, $version);
			if ($this->manager->getCount($notice) === 0) {
				$this->manager->notify($this->dated($notice));
			}
		});
	}

	/**
	 * Reminds accounts of their answer. An older reminder goes.
	 *
	 * @param list<string> $accounts login names
	 * @param Version $version the version in force
	 */
	public function remind(array $accounts, Version $version): void {
		$this->all($accounts, function (string $account) use ($version): void {
			$notice = $this->notice($account, self::REMINDER, $version);
			$this->manager->markProcessed($notice);
			$this->manager->notify($this->dated($notice));
		});
	}

	/**
	 * Takes back what was said of a version: it is answered, replaced or withdrawn. Notifier drops what should be left.
	 *
	 * @param Version $version what it was about
	 * @param ?string $account login name, null for everybody
	 */
	public function withdraw(Version $version, ?string $account = null): void {
		$notice = $this->manager->createNotification()->setApp(Application::APP_ID)->setObject(self::OBJECT, (string)$version->asks);
		if ($account !== null) {
			$notice->setUser($account);
		}
		try {
			$this->manager->markProcessed($notice);
		} catch (\Throwable $trouble) {
			$this->complain($trouble);
		}
	}

	/** Pushes to devices once for all. One that cannot be sent does not keep the others. */
	private function all(array $accounts, callable $send): void {
		$flush = $this->manager->defer();
		foreach ($accounts as $account) {
			try {
				$send($account);
			} catch (\Throwable $trouble) {
				$this->complain($trouble);
			}
		}
		if ($flush) {
			$this->manager->flush();
		}
	}

	private function notice(string $account, string $subject, Version $version): INotification {
		return $this->manager->createNotification()
			->setApp(Application::APP_ID)
			->setUser($account)
			->setObject(self::OBJECT, (string)$version->asks)
			->setSubject($subject);
	}

	private function dated(INotification $notice): INotification {
		return $notice->setDateTime($this->time->getDateTime());
	}

	private function complain(\Throwable $trouble): void {
		$this->logger->warning('A notification of the charter could not be sent or taken back', ['app' => Application::APP_ID, 'exception' => $trouble]);
	}
}
