// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The notice that the storage fills up. */

import type { Locator, Page } from '@playwright/test'

export class QuotaBanner {
	readonly root: Locator

	constructor(page: Page) {
		this.root = page.getByRole('region', { name: 'Your storage' })
	}

	get close(): Locator {
		return this.root.getByRole('button', { name: 'Close' })
	}

	/** The lines with amounts. */
	get amounts(): Locator {
		return this.root.getByRole('listitem')
	}

	link(name: string): Locator {
		return this.root.getByRole('link', { name })
	}
}
