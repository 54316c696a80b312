// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Administration → Association: the tabs, and what is common to their parts. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'

export type PartName = 'Charter' | 'First steps' | 'Storage'

export class AssociationPage {
	constructor(private readonly page: Page, private readonly say: Say = inEnglish) {}

	/** The parts, without the tabs that a part may have itself. */
	get tabs(): Locator {
		return this.page.getByRole('tablist', { name: this.say('Parts of this page') }).getByRole('tab')
	}

	tab(name: PartName): Locator {
		return this.page.getByRole('tab', { name: this.say(name), exact: true })
	}

	panel(name: PartName): Locator {
		return this.page.getByRole('tabpanel', { name: this.say(name), exact: true })
	}

	/** Opens a part and waits until its form or its sections are there. */
	async open(name: PartName): Promise<Locator> {
		await this.tab(name).click()
		const panel = this.panel(name)
		await panel.getByRole('button', { name: this.say('Save') }).or(panel.getByRole('tab')).first().waitFor()
		return panel
	}
}
