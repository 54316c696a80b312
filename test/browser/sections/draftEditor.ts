// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter's section "Draft": what a draft begins with, its text, and what happens when two write at once. */

import type { CharterText } from '@ensemble/charter/contract'
import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'
import { CharterAdmin } from './charterAdmin.ts'

export type DraftButton = 'Add a sentence' | 'Add an article of your own' | 'Add ready articles' | 'Add this language' | 'As one text' | 'Article by article'
	| 'Begin with an empty page' | 'Begin with ready articles' | 'Begin with the charter in force' | 'Bring back' | 'Done' | 'Go on to publishing'
	| 'Go on with what I have chosen' | 'Throw the draft away' | 'Try again' | 'Undo'

export class DraftEditor {
	readonly root: Locator

	constructor(private readonly page: Page, private readonly say: Say = inEnglish) {
		this.root = new CharterAdmin(page, say).panel('Draft')
	}

	button(name: DraftButton): Locator {
		return this.root.getByRole('button', { name: this.say(name), exact: true })
	}

	field(name: string): Locator {
		return this.root.getByRole('textbox', { name: this.say(name), exact: true })
	}

	sentence(number: number): Locator {
		return this.root.getByRole('textbox', { name: this.say('Sentence {number}', { number }), exact: true })
	}

	/** A button of an article, or of a sentence. */
	act(name: string, values: Record<string, number | string>): Locator {
		return this.root.getByRole('button', { name: this.say(name, values), exact: true })
	}

	/** The articles of the whole text, in their order. */
	get articles(): Locator {
		return this.root.getByRole('list', { name: this.say('Articles of the charter') }).getByRole('listitem')
	}

	get preview(): Locator {
		return this.root.getByRole('region', { name: this.say('Preview'), exact: true })
	}

	/** Seen once all that was written is saved. */
	get saved(): Locator {
		return this.root.getByText(/^(?:Saved on|Enregistré le) /)
	}

	/** What became of something, at the top. */
	get message(): Locator {
		return this.root.getByRole('status').first()
	}

	/** The ready articles to choose from. */
	get picker(): Locator {
		return this.page.getByRole('dialog', { name: this.say('Ready articles') })
	}

	/** The texts of two who wrote at once. */
	get conflict(): Locator {
		return this.root.getByRole('region', { name: this.say('Two texts for the draft') })
	}

	/** Begins a draft with nothing in it; there must be none yet. */
	async begin(): Promise<void> {
		await this.button('Begin with an empty page').click()
		await this.field('Title').waitFor()
	}

	/** Writes a whole charter of three sentences, the text in one piece. */
	async write({ title, summary, body }: CharterText): Promise<void> {
		await this.field('Title').fill(title)
		for (const [index, sentence] of summary.entries()) {
			await this.sentence(index + 1).fill(sentence)
		}
		await this.button('As one text').click()
		await this.field('The whole text').fill(body)
	}
}
