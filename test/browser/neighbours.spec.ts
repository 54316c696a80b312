// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** With the app terms_of_service beside us: first the one, then the other, never both. */

import type { Terms } from './support/termsStandIn.ts'

import { DASHBOARD, expect, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { openings, watchOpenings } from './support/openings.ts'
import { settled } from './support/people.ts'
import { standInForTerms, termsTag } from './support/termsStandIn.ts'

const init = `${watchOpenings};${termsTag}`

test('the ask waits for terms that come late, and comes on the page after them', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const terms: Terms = { accepted: false, slow: 4000 }
	const page = await visit(member, DASHBOARD, { init, before: (opened) => standInForTerms(opened, terms) })
	const ask = new AskDialog(page)
	const foreign = page.getByRole('dialog', { name: 'Terms' })

	await expect(foreign).toBeVisible()
	await page.waitForTimeout(3000)
	expect(await openings(page)).toEqual({ most: 1, log: ['foreign'] })
	const reloaded = page.waitForEvent('load')
	await foreign.getByRole('button').click()
	// Its answer takes its time, and nothing of ours comes in between.
	await page.waitForTimeout(3000)
	expect(await openings(page)).toEqual({ most: 1, log: ['foreign'] })
	await reloaded

	await expect(ask.root).toBeVisible()
	expect(await openings(page)).toEqual({ most: 1, log: ['charter'] })
})

test('the ask comes right after terms that were accepted long ago', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	const page = await visit(member, DASHBOARD, { init, before: (opened) => standInForTerms(opened, { accepted: true, slow: 2500 }) })
	const ask = new AskDialog(page)
	await page.waitForTimeout(2000)
	await expect(ask.root).toHaveCount(0)
	await expect(ask.root).toBeVisible({ timeout: 6000 })
	expect(await openings(page)).toEqual({ most: 1, log: ['charter'] })
})
