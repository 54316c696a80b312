// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The page "My storage". */

import type { Locator, Page } from '@playwright/test'

export class MyStoragePage {
	readonly root: Locator

	constructor(page: Page) {
		this.root = page.locator('#ensemble_quota-page')
	}

	/** How much of how much; said again when it changes. */
	get sentence(): Locator {
		return this.root.getByRole('status').first()
	}

	/** Leads to a part of the page. */
	part(name: string): Locator {
		return this.root.getByRole('navigation').getByRole('link', { name })
	}

	button(name: RegExp | string): Locator {
		return this.root.getByRole('button', { name })
	}
}
