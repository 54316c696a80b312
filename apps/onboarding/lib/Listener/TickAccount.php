<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// When an account gets a picture or a mail address, the step is done.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Listener;

use OCA\EnsembleOnboarding\Ticking;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserChangedEvent;

/** @template-implements IEventListener<UserChangedEvent> */
final class TickAccount implements IEventListener {
	/** What changes → step. */
	private const STEPS = ['avatar' => 'picture', 'eMailAddress' => 'mail'];

	public function __construct(
		private readonly Ticking $ticking,
	) {
	}

	public function handle(Event $event): void {
		// Empty = taken away.
		if ($event instanceof UserChangedEvent && isset(self::STEPS[$event->getFeature()]) && $event->getValue() !== '' && $event->getValue() !== null) {
			$this->ticking->tick($event->getUser()->getUID(), self::STEPS[$event->getFeature()]);
		}
	}
}
