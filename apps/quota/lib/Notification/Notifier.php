<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts the app's notifications into the reader's words.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Notification;

use OCA\EnsembleQuota\Amounts;
use OCA\EnsembleQuota\AppInfo\Application;
use OCA\EnsembleQuota\Requests\RequestStore;
use OCP\IL10N;
use OCP\IUserManager;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\IAction;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/** What people wrote is not kept in notifications: it is read from the request, which goes with the account. */
class Notifier implements INotifier {
	public function __construct(
		private IFactory $languages,
		private IUserManager $users,
		private RequestStore $requests,
		private Links $links,
	) {
	}

	public function getID(): string {
		return Application::APP_ID;
	}

	public function getName(): string {
		return $this->languages->get(Application::APP_ID)->t('Storage notices');
	}

	/**
	 * @param string $languageCode language of the reader
	 * @throws UnknownNotificationException for one of another app
	 * @throws AlreadyProcessedException where it is about a request that is settled or gone
	 */
	public function prepare(INotification $notification, string $languageCode): INotification {
		if ($notification->getApp() !== Application::APP_ID) {
			throw new UnknownNotificationException();
		}
		$l10n = $this->languages->get(Application::APP_ID, $languageCode);
		$notification->setIcon($this->links->icon());
		return match ($notification->getObjectType()) {
			Bells::REQUEST => $this->request($notification, $l10n, $languageCode),
			Bells::DECISION => $this->decision($notification, $l10n, $languageCode),
			default => $this->level($notification, $l10n, $languageCode),
		};
	}

	private function level(INotification $notification, IL10N $l10n, string $language): INotification {
		['used' => $used, 'of' => $of, 'admin' => $admin] = $notification->getSubjectParameters() + ['used' => 0, 'of' => 1, 'admin' => false];
		$about = $notification->getObjectType();
		[$subject, $message] = match ($about) {
			'mine' => [$l10n->t('Your storage is {percent} full'), $l10n->t('{used} of {total} are in use.')],
			'space' => [$l10n->t('The storage that all members share is {percent} full'), $l10n->t('{used} of {total} are in use.')],
			'accounts' => [$l10n->t('Almost all accounts of this space are taken'), $l10n->t('{used} of {total} accounts are in use. Once all are, nobody can be added.')],
			default => throw new UnknownNotificationException(),
		};
		$vars = $about === 'accounts' ? ['{used}' => (string)$used, '{total}' => (string)$of] : Amounts::vars($used, $of, $language);
		$notification->setParsedSubject(strtr($subject, $vars))->setParsedMessage(strtr($message, $vars));
		return match (true) {
			$about === 'accounts' => $this->lead($notification, $l10n->t('See the members'), $this->links->admin()),
			$about === 'space' && $admin => $this->lead($notification, $l10n->t('See what takes the room'), $this->links->admin()),
			default => $this->lead($notification, $l10n->t('See my storage'), $this->links->mine()),
		};
	}

	private function request(INotification $notification, IL10N $l10n, string $language): INotification {
		$request = $this->requests->get((int)$notification->getObjectId());
		if ($request?->state !== 'open') {
			throw new AlreadyProcessedException();
		}
		$sentence = strtr($l10n->t('{user} asks for more storage: {wanted} instead of {quota}'), [
			'{wanted}' => Amounts::bytes($request->wanted, $language),
			'{quota}' => Amounts::bytes((int)$request->quotaAt, $language),
		]);
		$notification->setRichSubject($sentence, ['user' => [
			'type' => 'user',
			'id' => $request->account,
			'name' => $this->users->getDisplayName($request->account) ?? $request->account,
		]])->setParsedMessage($request->sentence);
		return $notification->setLink($this->links->request($request->id))
			->addParsedAction($this->button($notification, $l10n->t('Approve'), $this->links->request($request->id, '/approve')))
			->addParsedAction($this->button($notification, $l10n->t('Decline'), $this->links->request($request->id, '/decline'), false));
	}

	private function decision(INotification $notification, IL10N $l10n, string $language): INotification {
		$request = $this->requests->get((int)$notification->getObjectId());
		$subject = match ($request?->state) {
			'approved' => $l10n->t('You have more room now: up to {granted}'),
			'approved_less' => $l10n->t('You have more room now: up to {granted}, instead of the {wanted} you asked for'),
			'declined' => $l10n->t('Your request for {wanted} of storage was declined'),
			default => throw new AlreadyProcessedException(),
		};
		$notification->setParsedSubject(strtr($subject, [
			'{wanted}' => Amounts::bytes($request->wanted, $language),
			'{granted}' => Amounts::bytes((int)$request->granted, $language),
		]));
		if ($request->word !== '') {
			$notification->setParsedMessage($request->word);
		}
		return $this->lead($notification, $l10n->t('See my storage'), $this->links->mine());
	}

	private function lead(INotification $notification, string $label, string $link): INotification {
		return $notification->setLink($link)->addParsedAction($this->button($notification, $label, $link));
	}

	private function button(INotification $notification, string $label, string $link, bool $primary = true): IAction {
		return $notification->createAction()
			->setLabel('open')
			->setParsedLabel($label)
			->setLink($link, IAction::TYPE_WEB)
			->setPrimary($primary);
	}
}
