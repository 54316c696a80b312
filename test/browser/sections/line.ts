// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The line above an app's content: what the app is for, or what changed in the space. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'

export class Line {
	/** Any such line. */
	readonly any: Locator
	readonly root: Locator

	constructor(page: Page, kind: 'hint' | 'news', private readonly say: Say = inEnglish) {
		this.any = page.locator('#ensemble-line')
		this.root = page.getByRole('region', { name: say(kind === 'hint' ? 'What this app is for' : 'What changed in your space'), exact: true })
	}

	/** What it says; read out when it comes. */
	get words(): Locator {
		return this.root.getByRole('status')
	}

	button(name: 'Close' | 'No more of these'): Locator {
		return this.root.getByRole('button', { name: this.say(name), exact: true })
	}

	/** Leads to "I used … before". */
	get more(): Locator {
		return this.root.getByRole('link', { name: this.say('What else is here for you') })
	}
}
