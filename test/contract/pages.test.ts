// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a page carries of us: everything that is pending, and not one byte when nothing is. */

import type { Person } from './support/space.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { contract as quota } from '@ensemble/quota/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { readPage } from './support/page.ts'
import { warn } from './support/samples.ts'
import { useSpace } from './support/useSpace.ts'

const PAGES = ['/index.php/apps/files/', '/index.php/apps/dashboard/', '/index.php/settings/user']
const space = useSpace()
let member: Person
beforeEach(async () => {
	member = await space.person()
})

describe('somebody with everything pending', () => {
	it.each(PAGES)('is told everything on %s', async (path) => {
		const version = await space.publish()
		await warn(space, member, 92)
		const page = await space.page(member, path)
		expect(page.pending(charter.app)).toMatchObject({ version: version.id })
		expect(page.pending(onboarding.app)).toMatchObject({ welcome: {}, hint: null, news: null })
		expect(page.pending(quota.app)).toMatchObject({ mine: { level: 90 }, space: null })
		expect(page.loads(quota.app, 'files')).toBe(path.includes('/apps/files'))
		expect([page.loads(charter.app, 'ask'), page.loads(onboarding.app, 'welcome'), page.loads(quota.app, 'banner')]).toEqual([true, true, true])
	})
})

describe('somebody with nothing pending', () => {
	it.each(PAGES)('gets nothing of us on %s', async (path) => {
		const { id, hashes } = await space.publish()
		await space.answer(charter, 'POST /api/v1/answers', { as: member, body: { version: id, language: 'en', textHash: hashes.en, choice: 'accepted', after: 0 } })
		await space.settled(member)
		await warn(space, member, 40)
		expect((await space.page(member, path)).ours).toEqual([])
	})
})

describe('somebody who is not logged in', () => {
	it.each(['/index.php/login', '/index.php/lostpassword/reset/form/none/none'])('gets nothing of us on %s', async (path) => {
		await space.publish()
		const response = await fetch(`${space.baseUrl}${path}`, { headers: { Accept: 'text/html' } })
		expect(response.headers.get('Content-Type')).toMatch(/html/)
		expect(readPage(await response.text()).ours).toEqual([])
	})
})
