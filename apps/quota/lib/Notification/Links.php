<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where a notification or a mail leads.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notification;

use OCA\EnsembleQuota\AppInfo\Application;
use OCA\EnsembleQuota\Shared\AssociationSection;
use OCP\IURLGenerator;

class Links {
	public function __construct(
		private IURLGenerator $urls,
	) {
	}

	/** The member's page, My storage. */
	public function mine(): string {
		return $this->urls->linkToRouteAbsolute(Application::APP_ID . '.page.index');
	}

	/** Administration → Association → Storage. */
	public function admin(): string {
		return $this->urls->linkToRouteAbsolute('settings.AdminSettings.index', ['section' => AssociationSection::ID]) . '#storage';
	}

	/**
	 * An open request among those there. With what is to be done it opens the dialog for that: the password is asked
	 * for, so neither is done from afar.
	 *
	 * @param int $id of the request
	 * @param ''|'/approve'|'/decline' $todo what is to be done
	 */
	public function request(int $id, string $todo = ''): string {
		return $this->admin() . '/requests/' . $id . $todo;
	}

	/** The app's picture. */
	public function icon(): string {
		return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
	}
}
