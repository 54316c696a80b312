<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sends notifications and takes them back; Notifier puts them into words.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notification;

use OCA\EnsembleQuota\AppInfo\Application;
use OCA\EnsembleQuota\Notices\Change;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Notification\IManager;
use OCP\Notification\INotification;
use Psr\Log\LoggerInterface;

class Bells {
	/** Type of what a notification about a level is about, and its subject: mine, space or accounts. One at a time of each. */
	public const LEVELS = ['mine', 'space', 'accounts'];
	/** Type and subject of what tells admins of a request; the id is the request's. */
	public const REQUEST = 'request';
	/** Type and subject of what tells a member of a decision; the id is the request's. */
	public const DECISION = 'decision';

	private const STORAGE = 'storage';

	public function __construct(
		private IManager $manager,
		private ITimeFactory $time,
		private LoggerInterface $logger,
	) {
	}

	/**
	 * Tells of levels that were passed. What was told before of the same goes.
	 *
	 * @param array<Change> $changes whom, of what
	 * @return int how many were sent
	 */
	public function levels(array $changes): int {
		return $this->all($changes, function (Change $change): void {
			$notice = $this->notice($change->account, $change->about, self::STORAGE);
			$this->manager->markProcessed($notice);
			$this->send($notice->setSubject($change->about, ['used' => $change->used, 'of' => $change->of, 'admin' => $change->admin]));
		});
	}

	/**
	 * Takes back what was told of a level.
	 *
	 * @param string $account account id
	 * @param string $about mine, space or accounts
	 */
	public function levelIsOver(string $account, string $about): void {
		$this->withdraw($this->notice($account, $about, self::STORAGE));
	}

	/**
	 * Tells admins of a request for more room.
	 *
	 * @param list<string> $admins account ids
	 * @param int $request id
	 */
	public function asked(array $admins, int $request): void {
		$this->all($admins, fn (string $admin) => $this->send($this->notice($admin, self::REQUEST, (string)$request)->setSubject(self::REQUEST)));
	}

	/**
	 * Takes back what admins were told of a request: it is decided, or was taken back.
	 *
	 * @param int $request id
	 */
	public function isSettled(int $request): void {
		$this->withdraw($this->notice(null, self::REQUEST, (string)$request));
	}

	/**
	 * Tells who asked that their request is decided.
	 *
	 * @param string $account account id
	 * @param int $request id
	 */
	public function decided(string $account, int $request): void {
		$this->all([$account], fn (string $account) => $this->send($this->notice($account, self::DECISION, (string)$request)->setSubject(self::DECISION)));
	}

	/**
	 * Takes back what a member was told of a decision, as soon as they ask anew.
	 *
	 * @param string $account account id
	 * @param int $request id
	 */
	public function isOutOfDate(string $account, int $request): void {
		$this->withdraw($this->notice($account, self::DECISION, (string)$request));
	}

	/**
	 * Pushes to devices once for all. One that cannot be sent does not keep the others.
	 *
	 * @return int how many were sent
	 */
	private function all(array $items, callable $send): int {
		$sent = 0;
		$flush = $this->manager->defer();
		foreach ($items as $item) {
			try {
				$send($item);
				$sent++;
			} catch (\Throwable $trouble) {
				$this->complain($trouble);
			}
		}
		if ($flush) {
			$this->manager->flush();
		}
		return $sent;
	}

	private function notice(?string $account, string $type, string $id): INotification {
		$notice = $this->manager->createNotification()->setApp(Application::APP_ID)->setObject($type, $id);
		return $account === null ? $notice : $notice->setUser($account);
	}

	private function send(INotification $notice): void {
		$this->manager->notify($notice->setDateTime($this->time->getDateTime()));
	}

	private function withdraw(INotification $notice): void {
		try {
			$this->manager->markProcessed($notice);
		} catch (\Throwable $trouble) {
			$this->complain($trouble);
		}
	}

	private function complain(\Throwable $trouble): void {
		$this->logger->warning('A notification about storage could not be sent or taken back', ['app' => Application::APP_ID, 'exception' => $trouble]);
	}
}
