// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter on a page of its own. */

import type { Locator, Page } from '@playwright/test'

export class CharterPage {
	readonly root: Locator

	constructor(page: Page) {
		this.root = page.getByRole('main').filter({ has: page.getByRole('heading', { level: 2 }) })
	}

	title(name: RegExp | string): Locator {
		return this.root.getByRole('heading', { name, level: 2 })
	}

	button(name: 'Accept' | 'Accept from now on' | 'Decline' | 'Decline from now on'): Locator {
		return this.root.getByRole('button', { name, exact: true })
	}

	get status(): Locator {
		return this.root.getByRole('status')
	}

	get error(): Locator {
		return this.root.getByRole('alert')
	}
}
