<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// An account is deleted: what is kept about it goes.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Listener;

use OCA\EnsembleQuota\Forgetting;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserDeletedEvent;

/** @template-implements IEventListener<UserDeletedEvent> */
class ForgetAccount implements IEventListener {
	public function __construct(
		private Forgetting $forgetting,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof UserDeletedEvent) {
			$this->forgetting->forget($event->getUser()->getUID());
		}
	}
}
