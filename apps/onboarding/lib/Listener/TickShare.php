<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// When somebody shares something, the step is done.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Listener;

use OCA\EnsembleOnboarding\Ticking;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\Share\Events\ShareCreatedEvent;

/** @template-implements IEventListener<ShareCreatedEvent> */
final class TickShare implements IEventListener {
	public function __construct(
		private readonly Ticking $ticking,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof ShareCreatedEvent && $event->getShare()->getSharedBy() !== null) {
			$this->ticking->tick($event->getShare()->getSharedBy(), 'share');
		}
	}
}
