<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// At a first login: a welcome is to come with the next page.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Listener;

use OCA\EnsembleOnboarding\Welcome;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserFirstTimeLoggedInEvent;

/** @template-implements IEventListener<UserFirstTimeLoggedInEvent> */
final class WelcomeNewcomer implements IEventListener {
	public function __construct(
		private readonly Welcome $welcome,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof UserFirstTimeLoggedInEvent) {
			$this->welcome->expect($event->getUser()->getUID());
		}
	}
}
