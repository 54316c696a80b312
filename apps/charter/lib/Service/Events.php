<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells other apps what has happened.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\AppInfo\Application;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventDispatcher;
use Psr\Log\LoggerInterface;

class Events {
	public function __construct(
		private IEventDispatcher $dispatcher,
		private LoggerInterface $logger,
	) {
	}

	/**
	 * Dispatches an event. What happened has been stored, so a listener that fails does not undo it.
	 *
	 * @param Event $event what has happened
	 */
	public function dispatch(Event $event): void {
		try {
			$this->dispatcher->dispatchTyped($event);
		} catch (\Throwable $trouble) {
			$this->logger->error('An app that listens to the charter has failed', ['app' => Application::APP_ID, 'exception' => $trouble]);
		}
	}
}
