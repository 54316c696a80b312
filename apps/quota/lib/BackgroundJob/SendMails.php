<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sends mails that a run of the hourly check has decided on.

declare(strict_types=1);

namespace OCA\EnsembleQuota\BackgroundJob;

use OCA\EnsembleQuota\AppInfo\Application;
use OCA\EnsembleQuota\Levels;
use OCA\EnsembleQuota\Mail\Letter;
use OCA\EnsembleQuota\Mail\Letters;
use OCA\EnsembleQuota\Mail\Post;
use OCA\EnsembleQuota\Mail\Week;
use OCA\EnsembleQuota\Notices\Channels;
use OCA\EnsembleQuota\Notices\Engine;
use OCA\EnsembleQuota\Notices\Readers;
use OCA\EnsembleQuota\Notices\States;
use OCA\EnsembleQuota\Overview;
use OCA\EnsembleQuota\Requests\RequestStore;
use OCA\EnsembleQuota\Shared\Settings;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\QueuedJob;
use OCP\IUser;
use Psr\Log\LoggerInterface;

/**
 * Runs once; its argument is `{about: mine|space|accounts|digest, accounts: list}`. Nextcloud takes the job off its list
 * before it runs: what cuts it short loses mails, and none is sent twice.
 */
class SendMails extends QueuedJob {
	public function __construct(
		ITimeFactory $time,
		private Overview $overview,
		private States $states,
		private Readers $readers,
		private RequestStore $requests,
		private Settings $settings,
		private Letters $letters,
		private Post $post,
		private LoggerInterface $logger,
	) {
		parent::__construct($time);
	}

	/** @param array{about: string, accounts: list<string>} $argument what to write of, and to whom */
	protected function run($argument): void {
		['about' => $about, 'accounts' => $accounts] = $argument;
		$write = $this->writer($about, $accounts);
		$failed = 0;
		$last = null;
		foreach ($accounts as $account) {
			try {
				$failed += $this->mail($account, $write) ? 0 : 1;
			} catch (\Throwable $trouble) {
				$failed++;
				$last = $trouble;
			}
		}
		if ($failed > 0) {
			$this->logger->warning('Notices about storage could not be mailed to {failed} of {all} members', [
				'app' => Application::APP_ID,
				'failed' => $failed,
				'all' => count($accounts),
				'exception' => $last,
			]);
		}
	}

	/**
	 * Counts anew, so that a mail says what is so when it is sent.
	 *
	 * @return callable(IUser, string): ?Letter words a letter for a user and a language; null = there is nothing to say any more
	 */
	private function writer(string $about, array $accounts): callable {
		['members' => $members, 'total' => $total] = $this->overview->count();
		if ($about === 'digest') {
			$week = new Week($total, $members, $this->requests->countOpen(), $this->settings->values());
			return fn (IUser $user, string $language): Letter => $this->letters->digest($week, $language);
		}
		$states = $this->states->of($about, $accounts);
		$members = array_column($members, null, 'account');
		$admins = $about === 'mine' ? [] : $this->readers->admins();
		return function (IUser $user, string $language) use ($about, $states, $members, $total, $admins): ?Letter {
			$account = $user->getUID();
			$member = $members[$account] ?? null;
			if (!isset($states[$account]['told']) || $member === null || !$this->lasts($about, $states[$account]['level'], $member, $total)) {
				return null;
			}
			return match ($about) {
				'mine' => $this->letters->mine($member, $language),
				'space' => $this->letters->space($total, in_array($account, $admins, true), $language),
				'accounts' => $this->letters->accounts($total, $language),
			};
		};
	}

	/** Whether what was to be told is so still. */
	private function lasts(string $about, ?int $level, array $member, array $total): bool {
		$settings = $this->settings->values();
		[$percent, $levels] = match ($about) {
			'mine' => [Levels::noticed($member['files'], $member['quota']), $settings['levels']],
			'space' => [Levels::percent(Overview::used($total), $total['pool']), $settings['poolLevels']],
			'accounts' => [Levels::percent($total['accounts'], $total['accountCap']), Channels::ACCOUNT_LEVELS],
		};
		return Engine::levelInForce($level, ['percent' => $percent, 'levels' => $levels, 'hysteresis' => $settings['hysteresis']]) !== null;
	}

	/**
	 * @param callable(IUser, string): ?Letter $write
	 * @return bool whether all is well: the mail was sent, or there is nobody to send one to
	 */
	private function mail(string $account, callable $write): bool {
		$user = $this->post->addressee($account);
		$letter = $user === null ? null : $write($user, $this->post->language($user));
		return $letter === null || $this->post->send($user, $letter);
	}
}
