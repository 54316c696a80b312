// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The page of the first steps: the list, "I used … before", what words mean, help. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'

export type StepName = 'Bring in a first file' | 'Check your mail address' | 'Choose a profile picture' | 'Connect your computer or phone' | 'Read the charter' | 'See how much room you have' | 'Share a file or a folder'

export type GuidePart = 'First steps' | 'Help' | 'I used … before' | 'What words mean'

export class FirstStepsPage {
	readonly root: Locator

	constructor(page: Page, private readonly say: Say = inEnglish) {
		this.root = page.locator('#ensemble_onboarding-page')
	}

	/** Leads to a part of the page. */
	part(name: GuidePart): Locator {
		return this.root.getByRole('navigation').getByRole('link', { name: this.say(name), exact: true })
	}

	/** Heading of the part that is open. */
	heading(name: string): Locator {
		return this.root.getByRole('heading', { name: this.say(name), exact: true, level: 2 })
	}

	/** The steps that count. */
	get steps(): Locator {
		return this.root.getByRole('list', { name: this.say('First steps'), exact: true }).getByRole('listitem')
	}

	/** The steps that were put aside. */
	get aside(): Locator {
		return this.root.getByRole('list', { name: this.say('Put aside'), exact: true }).getByRole('listitem')
	}

	/** The state of a step, as its heading says it. */
	state(name: StepName): Locator {
		return this.root.getByRole('heading', { name: new RegExp(`^${this.say(name)}`), level: 3 })
	}

	/** A button of a step. */
	act(name: 'I have done this: {step}' | 'Not for me: {step}' | 'Take back: {step}', step: string): Locator {
		return this.root.getByRole('button', { name: this.say(name, { step: this.say(step) }), exact: true })
	}

	get progress(): Locator {
		return this.root.getByText(/^\d+ (?:of|sur) \d+ (?:done|faits?|faites?)$/)
	}

	/** What is said when nothing is left to do. */
	get end(): Locator {
		return this.root.locator('.steps-part__end')
	}

	button(name: string): Locator {
		return this.root.getByRole('button', { name: this.say(name), exact: true })
	}
}
