// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Administration → Association → First steps: its sections. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { ASSOCIATION } from '../fixtures.ts'
import { inEnglish } from '../support/words.ts'

const NAMES = { tasks: 'To set up', invite: 'Invite people', steps: 'Steps and words', hints: 'Lines about apps', icons: 'Icons', figures: 'Figures', catalog: 'From your host' } as const

export type SectionName = keyof typeof NAMES

/** The address of a section. */
export const firstStepsAddress = (section: SectionName) => `${ASSOCIATION}#first-steps/${section}`

export class FirstStepsAdmin {
	readonly root: Locator

	constructor(private readonly page: Page, private readonly say: Say = inEnglish) {
		this.root = page.locator('#ensemble-part-first-steps')
	}

	/** A tab may have a count behind its name. */
	tab(name: SectionName): Locator {
		return this.root.getByRole('tab', { name: new RegExp(`^${this.say(NAMES[name])}`) })
	}

	heading(name: string, level = 3): Locator {
		return this.root.getByRole('heading', { name: new RegExp(`^${this.say(name)}`), level })
	}

	button(name: string, values?: Readonly<Record<string, string>>): Locator {
		return this.page.getByRole('button', { name: this.say(name, values), exact: true })
	}

	/** A task, by its title. */
	task(title: string): Locator {
		return this.root.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: new RegExp(`^${this.say(title)}`), level: 3 }) })
	}

	/** A field of a form; fields of several languages bear the same name. */
	field(name: string): Locator {
		return this.root.getByRole('textbox', { name: this.say(name), exact: true })
	}

	choice(name: string): Locator {
		return this.root.getByRole('combobox', { name: this.say(name), exact: true })
	}

	/** What the people will read. */
	get preview(): Locator {
		return this.root.getByRole('region', { name: this.say('Preview'), exact: true })
	}

	/** An icon of the bar. */
	icon(name: string): Locator {
		return this.root.getByRole('listitem').filter({ has: this.page.getByText(name, { exact: true }) })
	}

	/** Answers Nextcloud's wish for the password. */
	async confirm(password: string): Promise<void> {
		const dialog = this.page.getByRole('dialog', { name: this.say('Confirm with your password') })
		await dialog.getByLabel(this.say('Your password')).fill(password)
		await dialog.getByRole('button', { name: this.say('Confirm') }).click()
		await dialog.waitFor({ state: 'hidden' })
	}
}
