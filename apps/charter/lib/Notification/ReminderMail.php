<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The mail that reminds a member of their answer.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Notification;

use OCA\EnsembleCharter\AppInfo\Application;
use OCA\EnsembleCharter\Service\Member;
use OCA\EnsembleCharter\Service\Version;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Defaults;
use OCP\IDateTimeFormatter;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\L10N\IFactory;
use OCP\Mail\Headers\AutoSubmitted;
use OCP\Mail\IMailer;
use OCP\Mail\IMessage;

/** In the language of who gets it, as plain text and as HTML; its one button opens the charter. */
class ReminderMail {
	public function __construct(
		private IMailer $mailer,
		private IFactory $languages,
		private IURLGenerator $urls,
		private IDateTimeFormatter $dates,
		private ITimeFactory $time,
		private Member $member,
		private Defaults $theme,
	) {
	}

	/**
	 * Sends the mail.
	 *
	 * @param IUser $user who has not answered
	 * @param string $address where to
	 * @param Version $version the version in force
	 * @return bool whether the mail server took it
	 * @throws \Exception whatever goes wrong with the mail server
	 */
	public function send(IUser $user, string $address, Version $version): bool {
		$message = $this->write($user, $version);
		$message->setTo([$address => $user->getDisplayName()]);
		return $this->mailer->send($message) === [];
	}

	private function write(IUser $user, Version $version): IMessage {
		$language = $this->languages->getUserLanguage($user);
		$l10n = $this->languages->get(Application::APP_ID, $language);
		// Nextcloud makes HTML of all of it, so nothing that an admin has written is read as such.
		$template = $this->mailer->createEMailTemplate(Application::APP_ID . '.reminder');
		$template->setSubject(strtr($l10n->t('Your answer to the charter of {association} is still missing'), ['{association}' => $version->nameOfOwner($this->theme->getName())]));
		$template->addHeader();
		$template->addHeading($version->titleFor($language));
		$template->addBodyText($l10n->t('Please read the charter when you have a moment, then accept or decline it, as you like.'));
		if ($version->deadline !== null) {
			$template->addBodyText($this->due($user, $version->deadline, $l10n));
		}
		$template->addBodyButton($l10n->t('Read the charter'), $this->urls->linkToRouteAbsolute(Application::APP_ID . '.page.index'));
		$template->addFooter('', $language);
		$message = $this->mailer->createMessage();
		$message->useTemplate($template);
		$message->setAutoSubmitted(AutoSubmitted::VALUE_AUTO_GENERATED);
		return $message;
	}

	private function due(IUser $user, int $deadline, IL10N $l10n): string {
		$zone = new \DateTimeZone($this->member->timezone($user->getUID()));
		$sentence = $this->time->getTime() < $deadline
			? $l10n->t('Please answer by {date}.')
			: $l10n->t('Your answer was due on {date}; it is still welcome.');
		return strtr($sentence, ['{date}' => $this->dates->formatDate($deadline, 'long', $zone, $l10n)]);
	}
}
