<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// Publishing a charter of the association.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Service;

use OCA\EnsembleCharter\Shared\ApiError;
use OCA\EnsembleCharter\Shared\Contract;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IGroupManager;

class Publishing {
	private const ENDPOINT = 'POST /api/v1/versions';
	private const DAY = 86_400;

	public function __construct(
		private VersionStore $versions,
		private Publication $publication,
		private Contract $contract,
		private ITimeFactory $time,
		private IGroupManager $groups,
	) {
	}

	/**
	 * Publishes a charter of the association; it is in force at once. One that mends goes on with mode, deadline and audience of the one before.
	 *
	 * @param array $body checked body of the endpoint
	 * @throws ApiError `no_default_text`, `no_groups`, `unknown_group`, `published_meanwhile`, `nothing_to_mend`
	 */
	public function publish(array $body): Version {
		['defaultLanguage' => $language, 'texts' => $texts] = $body;
		if (!isset($texts[$language])) {
			throw $this->error('no_default_text', 'texts.' . $language);
		}
		$hashes = Canonical::hashes($texts);
		$now = $this->time->getTime();
		$terms = $body['kind'] === 'editorial' ? null : $this->terms($body, $now);
		[$version, $before] = Retry::whileBusy(fn (): array => $this->attempt($body, $hashes, $terms, $now));
		$this->publication->follows($version, $before, fn (): ?Version => $this->versions->newest(Owner::ASSOCIATION));
		return $version;
	}

	/**
	 * @param ?array $terms mode, deadline and audience; null takes those of the version before
	 * @return array{Version, ?Version} the new one and the one before
	 */
	private function attempt(array $body, array $hashes, ?array $terms, int $now): array {
		$newest = $this->versions->newest(Owner::ASSOCIATION);
		if (($newest->id ?? 0) !== $body['after']) {
			throw $this->error('published_meanwhile', 'after');
		}
		if ($terms === null && $newest === null) {
			throw $this->error('nothing_to_mend', 'kind');
		}
		$version = $this->versions->add(Owner::ASSOCIATION, ($newest->number ?? 0) + 1, [
			'ownerName' => '',
			'defaultLanguage' => $body['defaultLanguage'],
			'texts' => $body['texts'],
			'hashes' => $hashes,
			'publishedAt' => $now,
			'kind' => $body['kind'],
			...$terms ?? ['mode' => $newest->mode, 'deadline' => $newest->deadline, 'audience' => $newest->audience],
			'changeNote' => $body['changeNote'],
		], $terms === null ? $newest->asks : null);
		return [$version, $newest];
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

	private function error(string $code, string $field): ApiError {
		return $this->contract->error(self::ENDPOINT, $code, $field);
	}
}
