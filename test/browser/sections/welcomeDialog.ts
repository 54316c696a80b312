// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The welcome at a first login: words, three choices, two ways out. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'

export class WelcomeDialog {
	readonly root: Locator

	constructor(page: Page, private readonly say: Say = inEnglish) {
		this.root = page.getByRole('dialog', { name: /^(?:Welcome|Bienvenue)/ })
	}

	button(name: 'Not now' | 'Show me the first steps'): Locator {
		return this.root.getByRole('button', { name: this.say(name), exact: true })
	}

	/** The choices with their heading. */
	get choices(): Locator {
		return this.root.getByRole('region', { name: this.say('Make yourself comfortable') })
	}

	get language(): Locator {
		return this.choices.getByRole('combobox', { name: this.say('Language') })
	}

	/** Loads the page in the language that was chosen. */
	goOn(language: string): Locator {
		return this.choices.getByRole('button', { name: this.say('Go on in this language: {language}', { language }) })
	}

	get appearance(): Locator {
		return this.choices.getByRole('group', { name: this.say('Appearance') })
	}

	/** Where notifications are switched off it is not there. */
	get mails(): Locator {
		return this.choices.getByRole('group', { name: this.say('Notifications by mail') })
	}

	/** One of the looks, or of the frequencies. */
	pill(of: Locator, name: string): Locator {
		return of.getByRole('radio', { name: this.say(name), exact: true })
	}

	get easierLetters(): Locator {
		return this.appearance.getByRole('checkbox', { name: this.say('Letters that are easier to tell apart, made for people with dyslexia') })
	}

	/** What became of a choice. */
	said(of: Locator): Locator {
		return of.getByRole('status').filter({ hasText: /./ })
	}
}
