<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of the mails about levels that were passed.

declare(strict_types=1);

namespace OCA\EnsembleQuota\Mail;

use OCA\EnsembleQuota\Advice;
use OCA\EnsembleQuota\Amounts;
use OCA\EnsembleQuota\AppInfo\Application;
use OCA\EnsembleQuota\Notification\Links;
use OCA\EnsembleQuota\Overview;
use OCA\EnsembleQuota\Shared\Settings;
use OCP\Defaults;
use OCP\IL10N;
use OCP\L10N\IFactory;

class Letters {
	public function __construct(
		private IFactory $languages,
		private Defaults $theme,
		private Settings $settings,
		private Advice $advice,
		private Links $links,
	) {
	}

	/**
	 * To a member, about their own storage.
	 *
	 * @param array{files: int, trash: int, versions: int, quota: ?int} $kept what they keep; there is a quota
	 * @param string $language Nextcloud's language code of the reader
	 */
	public function mine(array $kept, string $language): Letter {
		$l10n = $this->l10n($language);
		$vars = Amounts::vars($kept['files'], (int)$kept['quota'], $language) + $this->association();
		$paragraphs = [strtr($l10n->t('Your files take {used} of the {total} you may keep. When it is full, nothing new can be saved; what is there stays.'), $vars)];
		if ($kept['trash'] + $kept['versions'] > 0) {
			$paragraphs[] = strtr($l10n->t('Besides, your deleted files take {trash} and old versions of your files {versions}. They do not count towards your limit, but take room in the space that all members share.'), [
				'{trash}' => Amounts::bytes($kept['trash'], $language),
				'{versions}' => Amounts::bytes($kept['versions'], $language),
			]);
		}
		return new Letter(
			strtr($l10n->t('Your storage in {association} is {percent} full'), $vars),
			strtr($l10n->t('{used} of {total} are in use'), $vars),
			[...$paragraphs, ...$this->help($l10n, $language)],
			$l10n->t('See what takes the room'),
			$this->links->mine(),
		);
	}

	/**
	 * About the storage that all members share.
	 *
	 * @param array<string, ?int> $total as Overview::count() gives it; the pool is known
	 * @param bool $admin whether the reader looks after the space
	 * @param string $language Nextcloud's language code of the reader
	 */
	public function space(array $total, bool $admin, string $language): Letter {
		$l10n = $this->l10n($language);
		$vars = Amounts::vars(Overview::used($total), (int)$total['pool'], $language) + $this->association();
		$full = $l10n->t('All members share this storage. When it is full, nobody can save anything new.');
		return new Letter(
			strtr($l10n->t('The storage of {association} is {percent} full'), $vars),
			strtr($l10n->t('{used} of {total} are in use'), $vars),
			$admin
				? [$full, $l10n->t('You can see what takes the room, and who may keep how much.')]
				: [$full, $l10n->t('It helps when everybody deletes what nobody needs any more, and then empties the deleted files.'), ...$this->help($l10n, $language)],
			$l10n->t('See what takes the room'),
			$admin ? $this->links->admin() : $this->links->mine(),
		);
	}

	/**
	 * To admins, about the number of accounts.
	 *
	 * @param array<string, ?int> $total as Overview::count() gives it; the cap is known
	 * @param string $language Nextcloud's language code of the reader
	 */
	public function accounts(array $total, string $language): Letter {
		$l10n = $this->l10n($language);
		$vars = ['{used}' => (string)$total['accounts'], '{total}' => (string)$total['accountCap']] + $this->association();
		return new Letter(
			strtr($l10n->t('{association} has {used} of {total} accounts'), $vars),
			strtr($l10n->t('{used} of {total} accounts are in use'), $vars),
			[$l10n->t('Once all are taken, nobody can be added. Guests and disabled accounts do not count, so disabling the account of somebody who has left makes room.')],
			$l10n->t('See the members'),
			$this->links->admin(),
		);
	}

	/**
	 * To admins once a week.
	 *
	 * @param Week $week what there is to say
	 * @param string $language Nextcloud's language code of the reader
	 */
	public function digest(Week $week, string $language): Letter {
		$l10n = $this->l10n($language);
		$total = $week->total;
		$used = Overview::used($total);
		$list = [$total['pool']
			? strtr($l10n->t('{used} of {total} are in use, which is {percent}.'), Amounts::vars($used, $total['pool'], $language))
			: strtr($l10n->t('{used} are in use.'), ['{used}' => Amounts::bytes($used, $language)])];
		if ($week->members > 0) {
			$list[] = $l10n->n('One member has passed a level of their own storage.', '%n members have passed a level of their own storage.', $week->members);
		}
		if ($week->requests > 0) {
			$list[] = $l10n->n('One request for more storage waits for an answer.', '%n requests for more storage wait for an answer.', $week->requests);
		}
		if ($week->capIsNear) {
			$list[] = strtr($l10n->t('{used} of {total} accounts are in use.'), ['{used}' => (string)$total['accounts'], '{total}' => (string)$total['accountCap']]);
		}
		return new Letter(
			strtr($l10n->t('The storage of {association} this week'), $this->association()),
			$l10n->t('The storage of your space this week'),
			[],
			$l10n->t('See what takes the room'),
			$this->links->admin(),
			$list,
		);
	}

	/** @return list<string> what the association says, and whom to ask */
	private function help(IL10N $l10n, string $language): array {
		$contact = $this->settings->values()['contact'];
		return array_values(array_filter([
			$this->advice->for($language),
			$contact === '' ? '' : strtr($l10n->t('Do you need more room? Ask {contact}.'), ['{contact}' => $contact]),
		]));
	}

	private function association(): array {
		return ['{association}' => $this->theme->getName()];
	}

	private function l10n(string $language): IL10N {
		return $this->languages->get(Application::APP_ID, $language);
	}
}
