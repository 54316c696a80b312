// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What every browser test starts from: a space (embedded, or a real Nextcloud told by the environment) and pages of logged-in people. */

import type { BrowserContext, Page } from '@playwright/test'
import type { Person } from '../contract/support/space.ts'

import { contract as onboarding } from '@ensemble/onboarding/contract'
import { test as base, expect } from '@playwright/test'
import { contracts, Space } from '../contract/support/space.ts'
import { loginCookies } from '../nextcloud/session.ts'
import { withoutDraft } from './support/people.ts'
import { standIns } from './support/standIns.ts'

/** Whether the tests run against the embedded space; a few are about it alone. */
export const embedded = (process.env.ENSEMBLE_TARGET ?? 'embedded') === 'embedded'

/** Where people arrive after the login. */
export const DASHBOARD = '/index.php/apps/dashboard/'
export const FILES = '/index.php/apps/files/'
export const PERSONAL = '/index.php/settings/user'
export const ASSOCIATION = '/index.php/settings/admin/ensemble'
export const CHARTER = '/index.php/apps/ensemble_charter/'
export const MY_STORAGE = '/index.php/apps/ensemble_quota/'
export const FIRST_STEPS = '/index.php/apps/ensemble_onboarding/'

/** How somebody looks at a page. */
export interface Look {
	theme?: 'dark' | 'light'
	/** Of the window, in pixels. */
	width?: number
	height?: number
	reducedMotion?: boolean
	/** Runs before the page's own scripts. */
	init?: string
	/** Told of the page before it is opened, to listen or to put something in its way. */
	before?: (page: Page) => Promise<unknown> | void
}

/** Opens a page in a browser of its own; null = nobody is logged in. */
export type Visit = (person: Person | null, path?: string, look?: Look) => Promise<Page>

interface TestFixtures {
	visit: Visit
	/** Puts the space back: no charter in force, no draft, all settings and the admins' list as they are built in. */
	calm: undefined
}

interface WorkerFixtures {
	/** `embedded` or `nextcloud`. */
	target: string
	space: Space
	/** Whether pages of the server lack Nextcloud's own scripts. */
	lacksOc: boolean
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
	target: [process.env.ENSEMBLE_TARGET ?? 'embedded', { scope: 'worker', option: true }],

	space: [async ({ target }, use) => {
		const space = new Space()
		await space.open().catch((cause: unknown) => {
			throw new Error(`There is no space to test (${target})`, { cause })
		})
		await use(space)
		await space.close()
	}, { scope: 'worker', timeout: 60_000 }],

	lacksOc: [async ({ space }, use) => {
		const lacking = !embedded && !(await fetch(`${space.baseUrl}/dist/core-common.js`, { method: 'HEAD' })).ok
		if (lacking) {
			console.log('This server has no dist/core-common.js: pages get a small stand-in for it.')
		}
		await use(lacking)
	}, { scope: 'worker' }],

	calm: [async ({ space }, use) => {
		await space.withoutCharter()
		await withoutDraft(space)
		for (const { app } of contracts) {
			await space.configure(app, 'settings', null)
			await space.configure(app, 'fleet_policy', null)
		}
		// What admins have put aside or ticked of their list.
		await space.configure(onboarding.app, 'tasks', null)
		await use(undefined)
	}, { auto: true }],

	visit: async ({ browser, space, lacksOc }, use) => {
		const contexts: BrowserContext[] = []
		const sessions = new Map<string, Promise<string>>()
		const errors: string[] = []
		await use(async (person, path = DASHBOARD, { theme = 'light', width = 1280, height = 800, reducedMotion = false, init, before } = {}) => {
			const context = await browser.newContext({
				baseURL: space.baseUrl,
				viewport: { width, height },
				colorScheme: theme,
				reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
			})
			contexts.push(context)
			if (lacksOc) {
				await context.addInitScript(standIns)
			}
			if (init !== undefined) {
				await context.addInitScript(init)
			}
			if (person !== null) {
				const session = sessions.get(person.id) ?? loginCookies(space.baseUrl, person.id, person.password)
				sessions.set(person.id, session)
				await context.addCookies(toCookies(await session, space.baseUrl))
			}
			const page = await context.newPage()
			page.on('pageerror', (error) => {
				// A Nextcloud without its own scripts has errors of its own.
				if (embedded || /ensemble_/.test(error.stack ?? '')) {
					errors.push(error.stack ?? error.message)
				}
			})
			await before?.(page)
			await page.goto(path)
			return page
		})
		await Promise.all(contexts.map((context) => context.close()))
		expect(errors, 'errors that nobody caught').toEqual([])
	},
})

export { expect }

function toCookies(header: string, url: string): { name: string, value: string, url: string }[] {
	return header.split('; ').map((pair) => {
		const [name = '', ...value] = pair.split('=')
		return { name, value: value.join('='), url }
	})
}
