<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts the app's notifications into the reader's words.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Notification;

use OCA\EnsembleCharter\AppInfo\Application;
use OCA\EnsembleCharter\Pending;
use OCA\EnsembleCharter\Service\Owner;
use OCA\EnsembleCharter\Service\Version;
use OCA\EnsembleCharter\Service\VersionStore;
use OCP\Config\IUserConfig;
use OCP\Defaults;
use OCP\IAppConfig;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\IAction;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/** Each opens the charter; none of them accepts anything, since nobody accepts what they have not read. */
class Notifier implements INotifier {
	/** @var array<int, ?Version> by id */
	private array $known = [];

	public function __construct(
		private IFactory $languages,
		private IURLGenerator $urls,
		private IAppConfig $appConfig,
		private IUserConfig $userConfig,
		private VersionStore $versions,
		private Defaults $theme,
	) {
	}

	public function getID(): string {
		return Application::APP_ID;
	}

	public function getName(): string {
		return $this->languages->get(Application::APP_ID)->t('Charter');
	}

	/**
	 * @param string $languageCode language of the reader
	 * @throws UnknownNotificationException for one of another app
	 * @throws AlreadyProcessedException where it is about a charter that has been answered, replaced or withdrawn
	 */
	public function prepare(INotification $notification, string $languageCode): INotification {
		if ($notification->getApp() !== Application::APP_ID) {
			throw new UnknownNotificationException();
		}
		$version = $this->about($notification);
		$l10n = $this->languages->get(Application::APP_ID, $languageCode);
		$link = $this->urls->linkToRouteAbsolute(Application::APP_ID . '.page.index');
		$action = $notification->createAction()
			->setLabel('read')
			->setParsedLabel($l10n->t('Read the charter'))
			->setLink($link, IAction::TYPE_WEB)
			->setPrimary(true);
		return $notification
			->setRichSubject($this->sentence($notification->getSubject(), $l10n), ['association' => [
				'type' => 'highlight',
				'id' => Application::APP_ID,
				'name' => $version->nameOfOwner($this->theme->getName()),
			]])
			->setParsedMessage($version->titleFor($languageCode))
			->setLink($link)
			->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')))
			->addParsedAction($action);
	}

	/** The version in force, if a notification is still about it and its reader has not answered. */
	private function about(INotification $notification): Version {
		$app = Application::APP_ID;
		foreach (Owner::ALL as $owner) {
			$current = $this->appConfig->getValueInt($app, Owner::key(Pending::CURRENT, $owner));
			if ($notification->getObjectId() === (string)$current
				&& $this->userConfig->getValueInt($notification->getUser(), $app, Owner::key(Pending::ANSWERED, $owner)) !== $current) {
				return $this->version($this->appConfig->getValueInt($app, Owner::key(Pending::SHOWN, $owner)) ?: $current);
			}
		}
		throw new AlreadyProcessedException();
	}

	private function version(int $id): Version {
		if (!array_key_exists($id, $this->known)) {
			$this->known[$id] = $this->versions->get($id);
		}
		return $this->known[$id] ?? throw new AlreadyProcessedException();
	}

	/** `{association}` stays for Nextcloud to fill in. */
	private function sentence(string $subject, IL10N $l10n): string {
		return match ($subject) {
			Notices::PUBLISHED => $l10n->t('{association} has a new charter'),
			Notices::REMINDER => $l10n->t('Your answer to the charter of {association} is still missing'),
			default => throw new UnknownNotificationException(),
		};
	}
}
