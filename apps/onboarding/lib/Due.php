<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a page tells somebody, once it is known that something may be due.

declare(strict_types=1);

namespace OCA\EnsembleOnboarding;

use OCA\EnsembleOnboarding\Data\Hints as Catalog;
use OCA\EnsembleOnboarding\Data\News as Newest;
use OCA\EnsembleOnboarding\Shared\Settings;
use OCP\IUser;
use OCP\L10N\IFactory;

final class Due {
	public function __construct(
		private readonly Memory $memory,
		private readonly Today $today,
		private readonly Settings $settings,
		private readonly Help $help,
		private readonly IFactory $languages,
	) {
	}

	/**
	 * @param bool $welcome whether a welcome is due
	 * @param string $path of a page that a line may be due on; else empty
	 * @return ?array Pending of contract.ts; null = nothing after all
	 */
	public function for(IUser $user, bool $welcome, string $path): ?array {
		$account = $user->getUID();
		$language = $this->languages->getUserLanguage($user);
		$pending = [
			'welcome' => $welcome ? $this->help->welcome($language) : null,
			'hint' => $path === '' ? null : $this->hint($account, $language, $path),
			'news' => News::due(Newest::DATA, $this->memory->news($account), $language, Person::isGuest($user)),
		];
		return array_filter($pending) === [] ? null : $pending;
	}

	private function hint(string $account, string $language, string $path): ?array {
		$value = $this->memory->hints($account);
		$day = $this->today->of($account);
		if (($value['day'] ?? '') === $day) {
			return null;
		}
		$settings = $this->settings->values();
		return Hints::due($path, $value, $day, $language, $settings['hints'], (array)$settings['hintTexts'], false, false, Catalog::DATA['apps']);
	}
}
