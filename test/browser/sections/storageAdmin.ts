// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Administration → Association → Storage: its sections, and changing a quota. */

import type { Locator, Page } from '@playwright/test'

import { ASSOCIATION } from '../fixtures.ts'

export type SectionName = 'members' | 'overview' | 'requests' | 'settings'

/** The address of a section. */
export const storageAddress = (section: SectionName) => `${ASSOCIATION}#storage/${section}`

export class StorageAdmin {
	readonly root: Locator
	/** What became of changing quotas. */
	readonly progress: Locator

	constructor(private readonly page: Page) {
		this.root = page.locator('#ensemble-part-storage')
		this.progress = this.root.locator('.change-progress').getByRole('status')
	}

	tab(name: RegExp): Locator {
		return this.root.getByRole('tab', { name })
	}

	button(name: RegExp | string): Locator {
		return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
	}

	field(name: RegExp | string): Locator {
		return this.root.getByRole('textbox', { name })
	}

	/** The row of somebody in the members' table. */
	row(name: string): Locator {
		return this.root.getByRole('table', { name: 'Storage of each member' }).getByRole('row').filter({ hasText: name })
	}

	/** Looks for somebody and gives their row: the list may be long. */
	async find(account: string): Promise<Locator> {
		await this.root.getByRole('searchbox').fill(account)
		await this.row(account).waitFor()
		return this.row(account)
	}

	/** Selects people one by one. */
	async select(...accounts: string[]): Promise<void> {
		for (const account of accounts) {
			await (await this.find(account)).getByRole('checkbox').check()
		}
	}

	/** An open request, by the login name in it. */
	request(account: string): Locator {
		return this.root.getByRole('article').filter({ hasText: account })
	}

	/** The levels of members' own storage. */
	get levels(): Locator {
		return this.root.getByRole('table', { name: 'When members are told about their own storage' })
	}

	/** Chooses an amount in the dialog. */
	async choose(amount: string): Promise<void> {
		await this.page.getByRole('radio', { name: amount, exact: true }).check()
		await this.button('Set the quota').click()
	}
}
