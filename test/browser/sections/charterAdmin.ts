// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Administration → Association → Charter: its sections, the published charters, and reading one of them. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'
import { AssociationPage } from './associationPage.ts'

export type SectionName = 'Answers' | 'Draft' | 'Published charters' | 'Settings'

export class CharterAdmin {
	readonly root: Locator

	constructor(private readonly page: Page, private readonly say: Say = inEnglish) {
		this.root = new AssociationPage(page, say).panel('Charter')
	}

	tab(name: SectionName): Locator {
		return this.root.getByRole('tab', { name: this.say(name), exact: true })
	}

	panel(name: SectionName): Locator {
		return this.root.getByRole('tabpanel', { name: this.say(name), exact: true })
	}

	async open(name: SectionName): Promise<Locator> {
		await this.tab(name).click()
		return this.panel(name)
	}

	/** The row of a published charter. */
	row(title: string): Locator {
		return this.panel('Published charters').getByRole('row').filter({ hasText: title })
	}

	/** A published charter that is open for reading. */
	reader(title: RegExp | string): Locator {
		return this.page.getByRole('dialog', { name: title })
	}

	/** A question that is to be answered before something is done. */
	question(sentence: string): Locator {
		return this.page.getByRole('dialog', { name: this.say(sentence) })
	}
}
