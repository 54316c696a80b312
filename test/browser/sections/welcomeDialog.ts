// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The welcome at a first login. */

import type { Locator, Page } from '@playwright/test'

export class WelcomeDialog {
	readonly root: Locator

	constructor(page: Page) {
		this.root = page.getByRole('dialog', { name: /^Welcome/ })
	}

	button(name: 'Not now' | 'Show me the first steps'): Locator {
		return this.root.getByRole('button', { name, exact: true })
	}

	get steps(): Locator {
		return this.root.getByRole('list').getByRole('listitem')
	}
}
