<?php

// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// The association's charter as a page for anybody.

declare(strict_types=1);

namespace OCA\EnsembleCharter\Public;

use OCA\EnsembleCharter\AppInfo\Application;
use OCA\EnsembleCharter\Service\Version;
use OCP\App\IAppManager;
use OCP\Defaults;
use OCP\IL10N;
use OCP\L10N\IFactory;

/** HTML of our own: nothing of Nextcloud's pages is on it. */
class PublicPage {
	public function __construct(
		private IFactory $languages,
		private IAppManager $apps,
		private Defaults $theme,
	) {
	}

	/**
	 * The page.
	 *
	 * @param Version $version the charter
	 * @param string $asked the address's `lang`, whatever stood there
	 * @param string $accept the Accept-Language header
	 */
	public function html(Version $version, string $asked, string $accept): string {
		$language = ReaderLanguage::best($asked, $accept, array_keys($version->texts), $version->defaultLanguage);
		$words = $this->words([$language]);
		$text = $version->texts[$language];
		$others = array_map(self::link(...), array_values(array_diff(array_keys($version->texts), [$language])));
		return Fill::in(file_get_contents(__DIR__ . '/page.html'), $this->frame($words) + [
			'lang' => self::tag($language),
			'dir' => ReaderLanguage::direction($language),
			'script' => $this->asset('js/' . Application::APP_ID . '-public.mjs'),
			'choice' => $others === [] ? [] : [['others' => $others]],
			'otherLanguages' => $words->t('Other languages'),
			'title' => $text['title'],
			'note' => strtr($words->t('Version {number}, published on {date}'), [
				'{number}' => (string)$version->number,
				'{date}' => (string)$words->l('date', $version->publishedAt, ['width' => 'long']),
			]),
			'inShort' => $words->t('In short'),
			'summary' => array_map(static fn (string $sentence): array => ['sentence' => $sentence], $text['summary']),
			'wholeText' => $words->t('The whole text'),
			'body' => $text['body'],
		]);
	}

	/**
	 * What stands there while there is no page.
	 *
	 * @param string $accept the Accept-Language header
	 */
	public function absent(string $accept): string {
		$words = $this->words(ReaderLanguage::accepted($accept));
		return Fill::in(file_get_contents(__DIR__ . '/absent.html'), $this->frame($words) + [
			'absent' => $words->t('There is nothing to read here'),
			'why' => $words->t('This association has not made its charter public. Members can read it after they have logged in.'),
		]);
	}

	private function frame(IL10N $words): array {
		return [
			'association' => $this->theme->getName(),
			'style' => $this->asset('css/public.css'),
			'wordsLang' => self::tag($words->getLanguageCode()),
			'wordsDir' => ReaderLanguage::direction($words->getLanguageCode()),
		];
	}

	/**
	 * Our own words in the first language we have them in, in English at last.
	 *
	 * @param list<string> $wanted Nextcloud's names of languages
	 */
	private function words(array $wanted): IL10N {
		foreach ($wanted as $language) {
			foreach ([$language, explode('_', $language)[0]] as $name) {
				if ($this->languages->languageExists(Application::APP_ID, $name)) {
					return $this->languages->get(Application::APP_ID, $name);
				}
			}
		}
		return $this->languages->get(Application::APP_ID, 'en');
	}

	private function asset(string $file): string {
		return $this->apps->getAppWebPath(Application::APP_ID) . '/' . $file . '?v=' . $this->apps->getAppVersion(Application::APP_ID);
	}

	/** @return array{code: string, tag: string, name: string} */
	private static function link(string $language): array {
		$name = class_exists(\Locale::class) ? \Locale::getDisplayName($language, $language) : $language;
		return ['code' => $language, 'tag' => self::tag($language), 'name' => $name ?: $language];
	}

	/** As HTML names a language. */
	private static function tag(string $language): string {
		return str_replace('_', '-', $language);
	}
}
