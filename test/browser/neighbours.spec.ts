// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** With terms_of_service and firstrunwizard beside us: first the one, then the other, never one of ours with another. */

import type { Peers } from './support/peers.ts'
import type { Terms } from './support/termsStandIn.ts'

import { DASHBOARD, expect, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { QuotaBanner } from './sections/quotaBanner.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { openings, watchOpenings } from './support/openings.ts'
import { peerFolder, withPeers } from './support/peers.ts'
import { everythingPending, settled } from './support/people.ts'
import { settle } from './support/requests.ts'
import { standInForTerms, termsTag } from './support/termsStandIn.ts'

/** Longer than the queue waits before it opens anything, milliseconds. */
const LONG = 3000

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
	expect(await openings(page)).toEqual({ most: 1, log: ['terms'] })
	const reloaded = page.waitForEvent('load')
	await foreign.getByRole('button').click()
	// Its answer takes its time, and nothing of ours comes in between.
	await page.waitForTimeout(3000)
	expect(await openings(page)).toEqual({ most: 1, log: ['terms'] })
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

for (const app of ['firstrunwizard', 'terms_of_service'] as const) {
	console.log(`${app}: ${peerFolder(app) === null ? 'a stand-in' : 'its real bundle'}`)
}

test('everything at once: the terms, the wizard, the charter, the welcome, the storage notice, each alone', async ({ space, visit }) => {
	const peers: Peers = { terms: { accepted: false, slow: 1500 }, wizard: { seen: false } }
	const page = await visit(await everythingPending(space), DASHBOARD, { init: watchOpenings, before: (opened) => withPeers(opened, DASHBOARD, peers) })
	const agree = page.locator('#terms_of_service_content').getByRole('button')
	const wizard = page.locator('#firstrunwizard[role=dialog], #firstrunwizard [role=dialog]')
	await expect(agree).toBeVisible()
	await page.waitForTimeout(LONG)
	// The two do not wait for each other. Ours come after both.
	expect((await openings(page)).log).not.toContain('charter')
	const reloaded = page.waitForEvent('load')
	await agree.click()
	await reloaded

	const ask = new AskDialog(page)
	await expect(wizard).toBeVisible()
	await page.waitForTimeout(LONG)
	expect(await openings(page)).toEqual({ most: 1, log: ['wizard'] })
	// After its film, which does not come here.
	await wizard.getByRole('button', { name: 'Close', exact: true }).click()
	await expect(ask.root).toBeVisible()
	await ask.button('Accept').click()
	await ask.button('Close').click()
	await new WelcomeDialog(page).button('Not now').click()
	await new QuotaBanner(page).close.click()
	await settle(page)
	const { most, log } = await openings(page)
	expect(most).toBe(1)
	expect(log.filter((name) => name !== 'wizard')).toEqual(['charter', 'welcome', 'banner'])
})
