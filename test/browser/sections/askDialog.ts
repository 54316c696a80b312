// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The dialog that asks for an answer to the charter. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'

export type AskButton = 'Accept' | 'Back to the short version' | 'Back' | 'Close' | 'Decline and log out' | 'Decline' | 'Later' | 'Read it in short' | 'Read the whole text' | 'Try again' | 'What has changed'

export class AskDialog {
	readonly root: Locator

	/**
	 * @param page the page
	 * @param title of the charter that is asked for
	 * @param say the words of the screen
	 */
	constructor(page: Page, title: RegExp | string = /^(?:Our charter|Notre charte)/, private readonly say: Say = inEnglish) {
		this.root = page.getByRole('dialog', { name: title })
	}

	button(name: AskButton): Locator {
		// Not the cross, which has the same name as the last button but no word on it.
		return this.root.getByRole('button', { name: this.say(name), exact: true }).filter({ hasText: this.say(name) })
	}

	get sentences(): Locator {
		return this.root.getByRole('listitem')
	}

	/** Where one may say why. */
	get reason(): Locator {
		return this.root.getByRole('textbox', { name: this.say('Why? (only those who look after the space see it)') })
	}

	/** What was said after an answer. */
	get outcome(): Locator {
		return this.root.getByRole('status')
	}

	/** What went wrong, or has changed meanwhile. */
	get notice(): Locator {
		return this.root.getByRole('alert')
	}

	/** The whole text; a Markdown text begins with h3. */
	heading(name: string): Locator {
		return this.root.getByRole('heading', { name, exact: true, level: 3 })
	}

	/** Declines: one press asks why, the second one declines. */
	async decline(reason = ''): Promise<void> {
		await this.button('Decline').click()
		await this.reason.fill(reason)
		await this.button('Decline').click()
	}
}
