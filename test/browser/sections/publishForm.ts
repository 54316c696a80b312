// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Administration → Association → Charter: the form that publishes a charter, and the list of published ones. */

import type { CharterText } from '@ensemble/charter/contract'
import type { Locator, Page } from '@playwright/test'

import { AssociationPage } from './associationPage.ts'

export class PublishForm {
	readonly root: Locator

	constructor(private readonly page: Page) {
		this.root = page.getByRole('form', { name: 'Write a charter' })
	}

	field(name: string): Locator {
		return this.root.getByRole('textbox', { name, exact: true })
	}

	get preview(): Locator {
		return this.root.getByRole('region', { name: 'Preview of the whole text' })
	}

	get status(): Locator {
		return this.root.getByRole('status').last()
	}

	get publish(): Locator {
		return this.root.getByRole('button', { name: /^Publish/ })
	}

	get confirmation(): Locator {
		return this.page.getByRole('dialog', { name: /^Publish “/ })
	}

	/** The row of a published charter. */
	row(title: string): Locator {
		return new AssociationPage(this.page).panel('Charter').getByRole('row').filter({ hasText: title })
	}

	/** Writes a charter with three sentences in English; a form that begins with an older charter may have other languages too. */
	async write({ title, summary, body }: CharterText): Promise<void> {
		await this.root.getByRole('group', { name: 'Languages of the charter' }).getByRole('button', { name: 'English' }).click()
		await this.field('Title').fill(title)
		for (const [index, sentence] of summary.entries()) {
			await this.field(`Sentence ${index + 1}`).fill(sentence)
		}
		await this.field('The whole text').fill(body)
	}

	/** Publishes what is written. */
	async send(): Promise<void> {
		await this.publish.click()
		await this.confirmation.getByRole('button', { name: 'Publish and ask everybody' }).click()
	}
}
