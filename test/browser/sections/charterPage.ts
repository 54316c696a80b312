// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter on a page of its own: the text and the answer, all answers, all versions. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'

export type PageButton = 'Accept from now on' | 'Accept' | 'Back' | 'Decline from now on' | 'Decline' | 'Download my answers (JSON)' | 'Print or save as PDF'

export class CharterPage {
	readonly root: Locator

	constructor(page: Page, private readonly say: Say = inEnglish) {
		this.root = page.getByRole('main').filter({ has: page.getByRole('heading', { level: 2 }) })
	}

	title(name: RegExp | string): Locator {
		return this.root.getByRole('heading', { name, level: 2 })
	}

	button(name: PageButton): Locator {
		return this.root.getByRole('button', { name: this.say(name), exact: true })
	}

	/** A part of the page. */
	part(name: 'Charter' | 'My answers' | 'Versions'): Locator {
		return this.root.getByRole('navigation', { name: this.say('Charter') }).getByRole('link', { name: this.say(name), exact: true })
	}

	get reason(): Locator {
		return this.root.getByRole('textbox', { name: this.say('Why? (only those who look after the space see it)') })
	}

	/** What became of an answer. */
	get status(): Locator {
		return this.root.getByRole('status')
	}

	get error(): Locator {
		return this.root.getByRole('alert')
	}

	/** A line of "My answers". */
	answer(title: string): Locator {
		return this.root.getByRole('row').filter({ hasText: title })
	}

	/** A published version in "Versions". */
	version(title: string): Locator {
		return this.root.getByRole('list').getByRole('listitem').filter({ hasText: title })
	}

	/** Declines: one press asks why, the second one declines. */
	async decline(name: 'Decline from now on' | 'Decline', reason = ''): Promise<void> {
		await this.button(name).click()
		await this.reason.fill(reason)
		await this.button(name).click()
	}
}
