<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// How a first step finds out that it is done: by looking at the state of the space, never by counting clicks.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\IUser;

/** Runs only when somebody opens their list; the number of queries never depends on how many accounts or files there are. */
interface Detector {
	/** Whether the space shows that the person has done it. */
	public function isDone(IUser $user): bool;
}
