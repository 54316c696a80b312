// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The first steps on a page of their own. */

import type { Locator, Page } from '@playwright/test'

export type StepName = 'Bring in a first file' | 'Choose a profile picture' | 'Read the charter'

export class FirstStepsPage {
	readonly root: Locator

	constructor(page: Page) {
		this.root = page.getByRole('main').filter({ has: page.getByRole('heading', { name: 'Your first steps', level: 2 }) })
	}

	get steps(): Locator {
		return this.root.getByRole('listitem')
	}

	/** The state of a step, as its heading says it. */
	state(name: StepName): Locator {
		return this.root.getByRole('heading', { name: new RegExp(`^${name}`), level: 3 })
	}

	get progress(): Locator {
		return this.root.getByText(/^\d+ of \d+ done$/)
	}
}
