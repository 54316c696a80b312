// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Every screen, in both themes, wide and narrow: axe finds nothing, and nothing has to be scrolled sideways. In other
 * languages than English, and on a real Nextcloud, the narrow one alone.
 */

import type { RunningSpace } from '@ensemble/space/server'
import type { Tongue } from './support/words.ts'

import { startSpace } from '@ensemble/space/server'
import { embedded, expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScrolling } from './support/accessible.ts'
import { screens } from './support/screens/index.ts'
import { wordsOf } from './support/words.ts'

const THEMES = ['light', 'dark'] as const
/** 320 pixels is what is left of 1280 at a zoom of 400 %. */
const WIDTHS = [1280, 320]

// Each on its own: the longest file by far.
test.describe.configure({ mode: 'parallel' })

const everything = embedded || process.env.ENSEMBLE_BROWSER_TESTS === 'all'

/** A real Nextcloud has colours and frames of its own; the words are the same as in the embedded space. */
const tonguesHere = (tongues: readonly Tongue[]) => everything ? tongues : tongues.slice(0, 1)

/** Longer words matter where there is little room. */
const widthsFor = (tongue: Tongue) => everything && tongue === 'en' ? WIDTHS : [320]

for (const { name, path, app = 'charter', tongues = ['en'] as const, prepare, look, reach } of screens) {
	for (const tongue of tonguesHere(tongues)) {
		test(`${name} (${tongue})`, async ({ space, visit }) => {
			for (const width of widthsFor(tongue)) {
				const person = await prepare(space, tongue)
				const page = await visit(person, path, { width, reducedMotion: true, ...look })
				await reach(page, wordsOf(app, tongue))
				// Words change with the language, colours do not.
				for (const theme of tongue === 'en' ? THEMES : ['dark'] as const) {
					await page.emulateMedia({ colorScheme: theme })
					const background = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--color-main-background'))
					expect(background).toMatch(theme === 'light' ? /^#f/ : /^#[012]/)
					await expectAccessible(page, `${name}, ${theme}, ${width} pixels`)
				}
				await expectNoSidewaysScrolling(page, `${name}, ${width} pixels`)
				// A page that is open may go on saving.
				await page.close()
			}
		})
	}
}

/** The embedded space's own pages: where, as whom (nobody: not logged in), and which menu is open. */
const OWN_PAGES: { path: string, account?: string, open?: string }[] = [
	{ path: '/login' },
	{ path: '/s/there-is-no-such-share' },
	{ path: '/login/challenge/totp' },
	{ path: '/__space/about' },
	{ path: '/there-is-no-such-page' },
	// Nothing is pending for this person.
	{ path: '/apps/dashboard/', account: 'yves' },
	{ path: '/apps/files/', account: 'yves' },
	{ path: '/apps/files/trashbin', account: 'yves' },
	{ path: '/settings/user', account: 'yves' },
	{ path: '/apps/dashboard/', account: 'yves', open: '#people-menu' },
	{ path: '/apps/dashboard/', account: 'yves', open: '#user-menu' },
]

if (embedded) {
	test.describe('the embedded space\'s own pages', () => {
		let demo: RunningSpace
		test.beforeAll(async () => {
			demo = await startSpace({ port: 0, seed: 'demo', buildDir: process.env.ENSEMBLE_APPS_DIR || undefined })
		})
		test.afterAll(() => demo.close())

		for (const { path, account, open } of OWN_PAGES) {
			test(`${path} ${open ?? ''}`, async ({ browser }) => {
				const context = await browser.newContext({ baseURL: demo.url, reducedMotion: 'reduce' })
				const page = await context.newPage()
				if (account !== undefined) {
					await page.request.post('/__space/switch', { form: { account } })
				}
				await page.goto(path)
				if (open !== undefined) {
					await page.locator(`${open} summary`).click()
				}
				for (const width of WIDTHS) {
					await page.setViewportSize({ width, height: 800 })
					for (const theme of THEMES) {
						await page.emulateMedia({ colorScheme: theme })
						await expectAccessible(page, `${theme}, ${width} pixels`)
					}
					await expectNoSidewaysScrolling(page, `${width} pixels`)
				}
				await context.close()
			})
		}
	})
}
