// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Storage: a calm notice for whom it concerns, nothing for the others. */

import { expect, FILES, test } from './fixtures.ts'
import { QuotaBanner } from './sections/quotaBanner.ts'
import { settled, warned } from './support/people.ts'
import { settle, watchOurs } from './support/requests.ts'

test('a member at 92 % sees a notice with amounts and what to do', async ({ space, visit }) => {
	const member = await settled(space)
	await warned(space, member, 92)
	const page = await visit(member, FILES)
	const banner = new QuotaBanner(page)
	await expect(banner.root).toContainText('Your storage is filling up')
	await expect(banner.root).toContainText(/You use \d+(\.\d)? MB of \d+(\.\d)? MB \(9[12]%\)\./)
	await expect(banner.amounts).toHaveText([/^Files \d+(\.\d)? MB$/, /^Deleted files 0 bytes$/, /^Old versions 0 bytes$/])
	await expect(banner.myStorage).toHaveAttribute('href', /\/apps\/ensemble_quota\/$/)

	const sent = page.waitForResponse(/\/api\/v1\/dismissals$/)
	await banner.close.click()
	await expect(banner.root).toHaveCount(0)
	expect((await sent).status()).toBe(200)
	await page.reload()
	await settle(page)
	await expect(banner.root).toHaveCount(0)
})

test('a closed notice comes back at the next level', async ({ space, visit }) => {
	const member = await settled(space)
	await warned(space, member, 85)
	const page = await visit(member)
	const banner = new QuotaBanner(page)
	await banner.close.click()
	await expect(banner.root).toHaveCount(0)
	await warned(space, member, 97)
	await page.reload()
	await expect(banner.root).toContainText('Your storage is almost full')
})

test('a member at 40 % gets nothing', async ({ space, visit }) => {
	const member = await settled(space)
	await warned(space, member, 40)
	let requests: unknown[] = []
	const page = await visit(member, FILES, {
		before: (opened) => {
			requests = watchOurs(opened)
		},
	})
	await settle(page)
	expect(requests).toEqual([])
	await expect(new QuotaBanner(page).root).toHaveCount(0)
})
