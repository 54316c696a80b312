// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Administration → Association: the tabs, and what is common to their parts. */

import type { Locator, Page } from '@playwright/test'

export type PartName = 'Charter' | 'First steps' | 'Storage'

export class AssociationPage {
	constructor(private readonly page: Page) {}

	tab(name: PartName): Locator {
		return this.page.getByRole('tab', { name, exact: true })
	}

	panel(name: PartName): Locator {
		return this.page.getByRole('tabpanel', { name, exact: true })
	}

	/** Opens a part and waits until its form or its sections are there. */
	async open(name: PartName): Promise<Locator> {
		await this.tab(name).click()
		const panel = this.panel(name)
		await panel.getByRole('button', { name: 'Save' }).or(panel.getByRole('tablist')).first().waitFor()
		return panel
	}
}
