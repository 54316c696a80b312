// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Every screen, in both themes, wide and narrow: axe finds nothing, and nothing has to be scrolled sideways. */

import { startSpace } from '@ensemble/space/server'
import { embedded, expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScrolling } from './support/accessible.ts'
import { screens } from './support/screens.ts'

const THEMES = ['light', 'dark'] as const
/** 320 pixels is what is left of 1280 at a zoom of 400 %. */
const WIDTHS = [1280, 320]

for (const { name, path, prepare, before, reach } of screens) {
	test(name, async ({ space, visit }) => {
		for (const width of WIDTHS) {
			const person = await prepare(space)
			const page = await visit(person, path, { width, reducedMotion: true, before })
			await reach(page)
			for (const theme of THEMES) {
				await page.emulateMedia({ colorScheme: theme })
				const background = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--color-main-background'))
				expect(background).toMatch(theme === 'light' ? /^#f/ : /^#[012]/)
				await expectAccessible(page, `${name}, ${theme}, ${width} pixels`)
			}
			await expectNoSidewaysScrolling(page, `${name}, ${width} pixels`)
		}
	})
}

if (embedded) {
	test('the embedded space\'s own pages', async ({ browser }) => {
		const demo = await startSpace({ port: 0, seed: 'demo', buildDir: process.env.ENSEMBLE_APPS_DIR || undefined })
		try {
			const context = await browser.newContext({ baseURL: demo.url, reducedMotion: 'reduce' })
			const page = await context.newPage()
			const look = async (path: string, open?: string) => {
				await page.goto(path)
				if (open !== undefined) {
					await page.locator(`${open} summary`).click()
				}
				for (const width of WIDTHS) {
					await page.setViewportSize({ width, height: 800 })
					for (const theme of THEMES) {
						await page.emulateMedia({ colorScheme: theme })
						await expectAccessible(page, `${path} ${open ?? ''}, ${theme}, ${width} pixels`)
					}
					await expectNoSidewaysScrolling(page, `${path} ${open ?? ''}, ${width} pixels`)
				}
			}
			for (const path of ['/login', '/s/there-is-no-such-share', '/login/challenge/totp', '/__space/about', '/there-is-no-such-page']) {
				await look(path)
			}
			// Nothing is pending for this person.
			await page.request.post('/__space/switch', { form: { account: 'yves' } })
			for (const path of ['/apps/dashboard/', '/apps/files/', '/apps/files/trashbin', '/settings/user']) {
				await look(path)
			}
			await look('/apps/dashboard/', '#people-menu')
			await look('/apps/dashboard/', '#user-menu')
			await context.close()
		} finally {
			await demo.close()
		}
	})
}
