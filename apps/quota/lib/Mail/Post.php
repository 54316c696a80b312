<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sends letters, as plain text and as HTML in the looks of the space.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Mail;

use OCA\EnsembleQuota\AppInfo\Application;
use OCP\IUser;
use OCP\IUserManager;
use OCP\L10N\IFactory;
use OCP\Mail\Headers\AutoSubmitted;
use OCP\Mail\IMailer;

class Post {
	public function __construct(
		private IMailer $mailer,
		private IFactory $languages,
		private IUserManager $users,
	) {
	}

	/**
	 * Whom to write to.
	 *
	 * @param string $account account id
	 * @return ?IUser null where nobody is to be written to: disabled, gone, without an address
	 */
	public function addressee(string $account): ?IUser {
		$user = $this->users->get($account);
		return $user !== null && $user->isEnabled() && $this->mailer->validateMailAddress((string)$user->getEMailAddress()) ? $user : null;
	}

	/** In which language somebody reads, as Nextcloud names it. */
	public function language(IUser $user): string {
		return $this->languages->getUserLanguage($user);
	}

	/**
	 * Sends a letter.
	 *
	 * @param IUser $user as addressee() gives it
	 * @param Letter $letter what to say, in the language of the user
	 * @return bool whether the mail server took it
	 * @throws \Exception whatever goes wrong with the mail server
	 */
	public function send(IUser $user, Letter $letter): bool {
		// Nextcloud makes HTML of all else, so nothing that an admin has written is read as such.
		$template = $this->mailer->createEMailTemplate(Application::APP_ID . '.notice');
		$template->setSubject($letter->subject);
		$template->addHeader();
		$template->addHeading($letter->heading);
		foreach ($letter->list as $item) {
			// Without `false`, the plain text has empty brackets behind each item; what has a plain text is taken as HTML.
			$template->addBodyListItem(htmlspecialchars($item), '', '', $item, false);
		}
		foreach ($letter->paragraphs as $paragraph) {
			$template->addBodyText($paragraph);
		}
		$template->addBodyButton($letter->button, $letter->link);
		$template->addFooter('', $this->language($user));
		$message = $this->mailer->createMessage();
		$message->useTemplate($template);
		$message->setAutoSubmitted(AutoSubmitted::VALUE_AUTO_GENERATED);
		$message->setTo([(string)$user->getEMailAddress() => $user->getDisplayName()]);
		return $this->mailer->send($message) === [];
	}
}
