<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Publishing a charter.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\BackgroundJob\TellMembers;
use OCA\EnsembleCharter\Event\CharterPublished;
use OCA\EnsembleCharter\Notification\Notices;
use OCA\EnsembleCharter\Shared\ApiError;
use OCA\EnsembleCharter\Shared\Contract;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJobList;
use OCP\IGroupManager;

class Publishing {
	private const ENDPOINT = 'POST /api/v1/versions';
	private const DAY = 86_400;

	public function __construct(
		private VersionStore $versions,
		private InForce $inForce,
		private Contract $contract,
		private ITimeFactory $time,
		private IGroupManager $groups,
		private Notices $notices,
		private IJobList $jobs,
		private Events $events,
	) {
	}

	/**
	 * Publishes a charter; it is in force at once. One that mends goes on with mode, deadline and audience of the one before.
	 *
	 * @param array $body checked body of the endpoint
	 * @throws ApiError `no_default_text`, `no_groups`, `unknown_group`, `published_meanwhile`, `nothing_to_mend`
	 */
	public function publish(array $body): Version {
		['defaultLanguage' => $language, 'texts' => $texts] = $body;
		if (!isset($texts[$language])) {
			throw $this->error('no_default_text', 'texts.' . $language);
		}
		$hashes = [];
		foreach ($texts as $name => $text) {
			$hashes[$name] = Canonical::hash($name, $text);
		}
		$now = $this->time->getTime();
		$terms = $body['kind'] === 'editorial' ? null : $this->terms($body, $now);
		$version = Retry::whileBusy(fn (): Version => $this->attempt($body, $hashes, $terms, $now));
		$this->inForce->announce();
		if ($terms !== null) {
			$this->tell($version);
		}
		$this->events->dispatch(new CharterPublished($version->id, $version->number, $version->kind, $version->mode, $version->publishedAt));
		return $version;
	}

	/** @param ?array $terms mode, deadline and audience; null takes those of the version before */
	private function attempt(array $body, array $hashes, ?array $terms, int $now): Version {
		$newest = $this->versions->newest();
		if (($newest->id ?? 0) !== $body['after']) {
			throw $this->error('published_meanwhile', 'after');
		}
		if ($terms === null && $newest === null) {
			throw $this->error('nothing_to_mend', 'kind');
		}
		return $this->versions->add(($newest->number ?? 0) + 1, [
			'defaultLanguage' => $body['defaultLanguage'],
			'texts' => $body['texts'],
			'hashes' => $hashes,
			'publishedAt' => $now,
			'kind' => $body['kind'],
			...$terms ?? ['mode' => $newest->mode, 'deadline' => $newest->deadline, 'audience' => $newest->audience],
			'changeNote' => $body['changeNote'],
		], $terms === null ? $newest->asks : null);
	}

	private function terms(array $body, int $now): array {
		return [
			'mode' => $body['mode'],
			'audience' => $this->audience($body['audience']),
			'deadline' => $body['deadlineDays'] === null ? null : $now + $body['deadlineDays'] * self::DAY,
		];
	}

	private function audience(array $audience): array {
		if ($audience['who'] === 'everyone') {
			return Audience::EVERYONE;
		}
		if ($audience['groups'] === []) {
			throw $this->error('no_groups', 'audience.groups');
		}
		foreach ($audience['groups'] as $index => $group) {
			if (!$this->groups->groupExists($group)) {
				throw $this->error('unknown_group', 'audience.groups.' . $index);
			}
		}
		return $audience;
	}

	/** What was said of the version before is over. Telling many people takes a while, so a job does it. */
	private function tell(Version $version): void {
		$this->notices->withdraw();
		if ($version->mode === 'inform') {
			$this->jobs->add(TellMembers::class, ['version' => $version->id]);
		}
	}

	private function error(string $code, string $field): ApiError {
		return $this->contract->error(self::ENDPOINT, $code, $field);
	}
}
