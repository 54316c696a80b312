<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the built-in steps are called where PHP must say it; the same sentences as in src/steps.ts.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCP\IL10N;
use OCP\IURLGenerator;

final class StepWords {
	public function __construct(
		private readonly IL10N $l10n,
		private readonly IURLGenerator $urls,
	) {
	}

	/**
	 * @param string $id of a built-in step
	 * @return array{title: string, sentence: string}
	 */
	public function of(string $id): array {
		[$title, $sentence] = match ($id) {
			'picture' => [
				$this->l10n->t('Choose a profile picture'),
				$this->l10n->t('Take a photo or a drawing that you like.'),
			],
			'mail' => [
				$this->l10n->t('Check your mail address'),
				$this->l10n->t('Look in your profile whether your mail address is right; if you are asked to confirm it, follow the link in the mail.'),
			],
			'upload' => [
				$this->l10n->t('Bring in a first file'),
				$this->l10n->t('Open your files and press “New”, or drop a file onto the page.'),
			],
			'share' => [
				$this->l10n->t('Share a file or a folder'),
				$this->l10n->t('Beside a name in your files, press the sign for sharing and choose a person, a group or a link.'),
			],
			'device' => [
				$this->l10n->t('Connect your computer or phone'),
				$this->l10n->t('Install the Nextcloud app on it and log in there with this address: {address}'),
			],
			'calendar' => [
				$this->l10n->t('Keep an eye on the calendar'),
				$this->l10n->t('Open the calendar, and subscribe to one that matters to you or show it on your phone.'),
			],
			'charter' => [
				$this->l10n->t('Read the charter'),
				$this->l10n->t('Read what your association stands for, and answer freely.'),
			],
			'storage' => [
				$this->l10n->t('See how much room you have'),
				$this->l10n->t('Open “My storage” and look what takes the room.'),
			],
		};
		return ['title' => $title, 'sentence' => strtr($sentence, ['{address}' => $this->urls->getBaseUrl()])];
	}
}
