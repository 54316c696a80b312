<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// How a first step finds out that it is done: by looking at the state of the space, never by counting clicks.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding\Detector;

use OCP\IUser;

interface Detector {
	/** The step's id, as in the contract. */
	public function id(): string;

	/** Whether this step makes sense for this person here and now; one that does not is not listed. */
	public function offered(IUser $user): bool;

	/** Whether the space shows that the person has done it. */
	public function done(IUser $user): bool;
}
