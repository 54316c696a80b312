// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The dialog that asks for an answer to the charter. */

import type { Locator, Page } from '@playwright/test'

export class AskDialog {
	readonly root: Locator

	/**
	 * @param page the page
	 * @param title of the charter that is asked for
	 */
	constructor(page: Page, title: RegExp | string = /^Our charter/) {
		this.root = page.getByRole('dialog', { name: title })
	}

	button(name: 'Accept' | 'Back to the short version' | 'Close' | 'Decline' | 'Later' | 'Read the whole text' | 'Try again'): Locator {
		// Not the cross, which has the same name as the last button but no word on it.
		return this.root.getByRole('button', { name, exact: true }).filter({ hasText: name })
	}

	get sentences(): Locator {
		return this.root.getByRole('listitem')
	}

	/** What was said after an answer. */
	get outcome(): Locator {
		return this.root.getByRole('status')
	}

	/** What went wrong, or has changed meanwhile. */
	get notice(): Locator {
		return this.root.getByRole('alert')
	}

	/** The whole text; a Markdown text begins with h3. */
	heading(name: string): Locator {
		return this.root.getByRole('heading', { name, exact: true, level: 3 })
	}
}
