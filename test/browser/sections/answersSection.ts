// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter's section "Answers": who answered what, reminders, evidence. */

import type { Download, Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { readFile } from 'node:fs/promises'
import { inEnglish } from '../support/words.ts'
import { CharterAdmin } from './charterAdmin.ts'

export class AnswersSection {
	readonly root: Locator

	constructor(private readonly page: Page, private readonly say: Say = inEnglish) {
		this.root = new CharterAdmin(page, say).panel('Answers')
	}

	button(name: string): Locator {
		return this.root.getByRole('button', { name: this.say(name), exact: true })
	}

	/** One of the buttons that say which members are listed, with how many they are. */
	filter(name: 'Accepted' | 'All' | 'Declined' | 'Not yet' | 'Overdue'): Locator {
		return this.root.getByRole('group', { name: this.say('Show only') }).getByRole('button', { name: this.say(name) })
	}

	get search(): Locator {
		return this.root.getByRole('searchbox', { name: this.say('Search by name') })
	}

	/** The members that are listed. */
	get rows(): Locator {
		return this.root.getByRole('table', { name: this.say('Who answered what') }).getByRole('rowheader')
	}

	row(account: string): Locator {
		return this.root.getByRole('row').filter({ hasText: account })
	}

	/** The row of a member in a list that may go over several pages. */
	async find(account: string): Promise<Locator> {
		await this.search.fill(account)
		return this.row(account)
	}

	/** What became of a reminder. */
	get message(): Locator {
		return this.root.getByRole('region', { name: this.say('Members and their answers') }).getByRole('status').first()
	}

	get evidence(): Locator {
		return this.root.getByRole('region', { name: this.say('Evidence') })
	}

	/** Presses a button that saves a file. */
	async save(name: string): Promise<{ name: string, content: string }> {
		return readDownload(this.page, this.evidence.getByRole('button', { name: this.say(name) }))
	}
}

/**
 * Presses a button that saves a file, and reads the file.
 *
 * @param page the page
 * @param button the button
 */
export async function readDownload(page: Page, button: Locator): Promise<{ name: string, content: string }> {
	const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), button.click()])
	return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') }
}
