<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// A deleted account takes its name out of the answers; the answers stay.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Listener;

use OCA\EnsembleCharter\Service\People;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserDeletedEvent;

/** @template-implements IEventListener<UserDeletedEvent> */
class ForgetAccount implements IEventListener {
	public function __construct(
		private People $people,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof UserDeletedEvent) {
			$this->people->forget($event->getUser()->getUID());
		}
	}
}
