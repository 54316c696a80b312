// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Inviting people from a list: writing it, looking at what would become of it, and what became of it. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'
import { FirstStepsAdmin } from './firstStepsAdmin.ts'

export class InviteSection {
	readonly admin: FirstStepsAdmin
	readonly root: Locator

	constructor(page: Page, private readonly say: Say = inEnglish) {
		this.admin = new FirstStepsAdmin(page, say)
		this.root = this.admin.root
	}

	get list(): Locator {
		return this.root.getByRole('textbox', { name: this.say('The list'), exact: true })
	}

	get table(): Locator {
		return this.root.getByRole('table', { name: this.say('The lines of the list') })
	}

	/** A line of the list, by what stands in it. */
	line(text: string): Locator {
		return this.table.getByRole('row').filter({ hasText: text })
	}

	button(name: RegExp | string): Locator {
		return this.root.getByRole('button', typeof name === 'string' ? { name: this.say(name), exact: true } : { name })
	}

	/** Begins to invite. */
	get invite(): Locator {
		return this.root.getByRole('button', { name: /^(?:Invite (?:one|\d)|Inviter (?:une|\d))/ })
	}

	/** Writes a list and asks what would become of it. */
	async check(lines: readonly string[]): Promise<void> {
		await this.list.fill(lines.join('\n'))
		await this.button('Check the list').click()
		await this.table.waitFor()
	}
}
