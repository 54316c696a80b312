// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The notice that the storage fills up. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'

export class QuotaBanner {
	readonly root: Locator

	constructor(page: Page, private readonly say: Say = inEnglish) {
		this.root = page.getByRole('region', { name: say('Your storage') })
	}

	get close(): Locator {
		return this.root.getByRole('button', { name: this.say('Close') })
	}

	/** The lines with amounts. */
	get amounts(): Locator {
		return this.root.getByRole('listitem')
	}

	/** Leads to where one can do something about it. */
	get myStorage(): Locator {
		return this.root.getByRole('link', { name: this.say('My storage') })
	}
}
