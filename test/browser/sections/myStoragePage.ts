// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The page "My storage". */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'

export type StoragePart = 'Ask for more' | 'Make room' | 'Notices' | 'Overview'

export class MyStoragePage {
	readonly root: Locator

	constructor(private readonly page: Page, private readonly say: Say = inEnglish) {
		this.root = page.locator('#ensemble_quota-page')
	}

	/** How much of how much; said again when it changes. */
	get sentence(): Locator {
		return this.root.getByRole('status').first()
	}

	/** Leads to a part of the page. */
	part(name: StoragePart): Locator {
		return this.root.getByRole('navigation').getByRole('link', { name: this.say(name), exact: true })
	}

	/** A heading below the page's own. */
	heading(name: string): Locator {
		return this.root.getByRole('heading', { name: this.say(name), exact: true, level: 3 })
	}

	button(name: string, values?: Readonly<Record<string, string>>): Locator {
		return this.root.getByRole('button', { name: this.say(name, values), exact: true })
	}

	/** What is asked before something is gone for good. */
	get question(): Locator {
		return this.root.getByRole('group').filter({ has: this.page.getByRole('button', { name: this.say('Cancel'), exact: true }) })
	}

	/** A file or folder among the largest. */
	item(name: string): Locator {
		return this.root.getByRole('link', { name, exact: true })
	}

	/** The request for more room, and what became of it. */
	get request(): Locator {
		return this.root.getByRole('group', { name: this.say('Your request') })
	}

	/** Why somebody needs more room. */
	get reason(): Locator {
		return this.root.getByRole('textbox', { name: this.say('What do you need it for?') })
	}
}
