<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// At a first login: a welcome is to come with the next page, first steps on the dashboard, and no news of what the person never saw otherwise.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Listener;

use OCA\EnsembleOnboarding\Data\News as Newest;
use OCA\EnsembleOnboarding\Memory;
use OCA\EnsembleOnboarding\Widget;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserFirstTimeLoggedInEvent;

/** @template-implements IEventListener<UserFirstTimeLoggedInEvent> */
final class WelcomeNewcomer implements IEventListener {
	public function __construct(
		private readonly Memory $memory,
		private readonly Widget $widget,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof UserFirstTimeLoggedInEvent) {
			$account = $event->getUser()->getUID();
			$this->memory->expectWelcome($account);
			$this->memory->keepNews($account, $this->memory->news($account) ?? Newest::DATA['version']);
			$this->widget->put($event->getUser());
		}
	}
}
