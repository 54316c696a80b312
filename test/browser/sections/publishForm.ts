// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter's section "Draft", second step: how it is published, and the question that makes sure. */

import type { Locator, Page } from '@playwright/test'
import type { Say } from '../support/words.ts'

import { inEnglish } from '../support/words.ts'
import { CharterAdmin } from './charterAdmin.ts'
import { DraftEditor } from './draftEditor.ts'

export type Choice = 'Ask' | 'Everyone but some groups' | 'Everyone' | 'Inform' | 'New content' | 'Only some groups' | 'Only the wording' | 'Require an answer'

export class PublishForm {
	readonly root: Locator
	readonly editor: DraftEditor

	constructor(private readonly page: Page, private readonly say: Say = inEnglish) {
		this.root = new CharterAdmin(page, say).panel('Draft').getByRole('form', { name: this.say('Publish the charter') })
		this.editor = new DraftEditor(page, say)
	}

	choice(name: Choice): Locator {
		return this.root.getByRole('radio', { name: this.say(name), exact: true })
	}

	get days(): Locator {
		return this.root.getByRole('textbox', { name: this.say('Days for an answer') })
	}

	/** What has changed, in English. */
	get note(): Locator {
		return this.root.getByRole('textbox', { name: 'What has changed, in English' })
	}

	get groups(): Locator {
		return this.root.getByRole('group', { name: this.say('Groups'), exact: true })
	}

	/** What publishing will mean, in a sentence. */
	get meaning(): Locator {
		return this.root.getByText(this.say('What will happen:'))
	}

	get publish(): Locator {
		return this.root.getByRole('button', { name: this.say('Publish'), exact: true })
	}

	get confirmation(): Locator {
		return this.page.getByRole('dialog', { name: /^(?:Publish “|Publier «)/ })
	}

	/** Goes on from the text. */
	async open(): Promise<void> {
		await this.editor.button('Go on to publishing').click()
		await this.root.waitFor()
	}

	/** Publishes what is written. */
	async send(): Promise<void> {
		await this.root.getByRole('button', { name: /^Publish/ }).click()
		await this.confirmation.getByRole('button', { name: this.say('Publish now') }).click()
	}
}
