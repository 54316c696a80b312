// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What Nextcloud's notifications tell about the own storage: once at each level, never at night, and gone when it is over. */

import type { Person } from './support/space.ts'

import { contract } from '@ensemble/quota/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { warn } from './support/samples.ts'
import { useSpace } from './support/useSpace.ts'

const space = useSpace()
const configure = (body: object) => space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body })
let member: Person
beforeEach(async () => {
	member = await space.person()
})
afterEach(() => configure({ quietHours: null }))

describe('a notification', () => {
	const own = () => space.notifications(member, contract.app)
	beforeEach(() => configure({ quietHours: { from: 0, to: 0 } }))

	it('comes once at its level, with a link to the own storage', async () => {
		await warn(space, member, 85)
		expect(await own()).toEqual([])
		await warn(space, member, 92)
		const [first, ...more] = await own()
		expect(more).toEqual([])
		expect(first!.link).toContain(`/apps/${contract.app}/`)
		expect(`${first!.subject} ${first!.message}`).not.toMatch(/[{}]/)
		await space.runJobs()
		expect(await own()).toEqual([first])
	})

	it('comes anew at the next level, in place of the one before', async () => {
		await warn(space, member, 92)
		const [first] = await own()
		await warn(space, member, 97)
		const [second, ...more] = await own()
		expect(more).toEqual([])
		expect(second!.notification_id).not.toBe(first!.notification_id)
	})

	it('goes when there is room again', async () => {
		await warn(space, member, 92)
		await space.edit(member, 'quota', '1 GB')
		await space.runJobs()
		expect(await own()).toEqual([])
	})

	it('waits for the end of quiet hours', async () => {
		// Every hour but one is quiet, and that one is far away.
		const away = (new Date().getUTCHours() + 12) % 24
		await space.edit(member, 'timezone', 'UTC')
		await configure({ quietHours: { from: (away + 1) % 24, to: away } })
		await warn(space, member, 92)
		expect(await own()).toEqual([])
		await configure({ quietHours: { from: 0, to: 0 } })
		await space.runJobs()
		expect(await own()).toHaveLength(1)
	})
})
