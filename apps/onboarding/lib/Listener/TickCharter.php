<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// When somebody answers the association's charter, the step is done. Where the charter app is absent, nothing ever dispatches this.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Listener;

use OCA\EnsembleCharter\Event\CharterAnswered;
use OCA\EnsembleOnboarding\Ticking;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/** @template-implements IEventListener<CharterAnswered> */
final class TickCharter implements IEventListener {
	public function __construct(
		private readonly Ticking $ticking,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof CharterAnswered && $event->owner === 'association') {
			$this->ticking->tick($event->account, 'charter');
		}
	}
}
