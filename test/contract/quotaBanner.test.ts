// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What pages tell: about the own storage and about the space, until it is closed, until the next level. */

import type { Person } from './support/space.ts'

import { contract, NEVER } from '@ensemble/quota/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fill, warn } from './support/samples.ts'
import { useSpace } from './support/useSpace.ts'

const MB = 1024 ** 2
const DAY = 86_400
const LONG_AGO = 1_700_000_000
const space = useSpace()
let member: Person
beforeEach(async () => {
	member = await space.person()
})
const nothing = Object.fromEntries(Object.keys(contract.settings.shape).map((name) => [name, null]))
afterEach(async () => {
	await space.configure(contract.app, 'fleet_policy', null)
	await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: nothing })
})

const configure = (body: object) => space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body })
const pending = (as = member) => space.pending(as, contract.app)
const dismiss = (level: number, about: 'mine' | 'space' = 'mine') => space.answer(contract, 'POST /api/v1/dismissals', { as: member, body: { level, about } })
const inDays = (until: number) => (until - Date.now() / 1000) / DAY

describe('the banner about the own storage', () => {
	it('says at 92 % how much there is of what', async () => {
		await space.upload(member, 'gone.bin', 50_000, LONG_AGO)
		await space.deleteFile(member, 'gone.bin')
		await warn(space, member, 92)
		const { files, trash, versions, quota } = await space.answer(contract, 'GET /api/v1/mine', { as: member })
		const page = await space.page(member)
		expect(page.pending(contract.app)).toEqual({ mine: { level: 90, files, trash, versions, quota }, space: null, repeatDays: 7, contact: '', advice: '' })
		expect(trash).toBe(50_000)
		expect(page.loads(contract.app, 'banner')).toBe(true)
	})

	it('says nothing at 40 %', async () => {
		await warn(space, member, 40)
		const page = await space.page(member, '/index.php/settings/user')
		expect(page.pending(contract.app)).toBeNull()
		expect(page.ours.filter((tag) => tag.includes(contract.app))).toEqual([])
	})

	it.each(['none', '0 B', '4 MB'])('says nothing with a quota of %s', async (quota) => {
		await space.upload(member, 'a.bin', 5 * MB, LONG_AGO)
		await space.edit(member, 'quota', quota)
		await space.runJobs()
		expect(await pending()).toBeNull()
	})

	it('is not for disabled accounts', async () => {
		await fill(space, member, 92)
		await space.enable(member, false)
		await space.runJobs()
		await space.enable(member, true)
		expect(await pending()).toBeNull()
		await space.runJobs()
		expect(await pending()).toMatchObject({ mine: { level: 90 } })
	})

	it('goes when there is room again', async () => {
		await warn(space, member, 92)
		expect(await pending()).not.toBeNull()
		await space.edit(member, 'quota', '1 GB')
		await space.runJobs()
		expect(await pending()).toBeNull()
	})

	it('holds a little below its level', async () => {
		await warn(space, member, 81)
		expect(await pending()).toMatchObject({ mine: { level: 80 } })
		await warn(space, member, 79)
		expect(await pending()).toMatchObject({ mine: { level: 80 } })
		await warn(space, member, 75)
		expect(await pending()).toBeNull()
	})

	it('stays away once it was closed, for the days set', async () => {
		await warn(space, member, 85)
		const { until } = await dismiss(80)
		expect(inDays(until)).toBeCloseTo(7, 2)
		expect(await pending()).toBeNull()
		await space.runJobs()
		expect(await pending()).toBeNull()
	})

	it('comes back at the next level', async () => {
		await warn(space, member, 85)
		await dismiss(80)
		await warn(space, member, 97)
		expect(await pending()).toMatchObject({ mine: { level: 95 } })
		await dismiss(95)
		expect(await pending()).toBeNull()
		await warn(space, member, 85)
		expect(await pending()).toBeNull()
	})

	it.each([[90, 'another level'], [1, 'a level there is not']])('cannot be closed for %s: %s', async (level) => {
		await warn(space, member, 85)
		expect(await space.refusal(contract, 'POST /api/v1/dismissals', { as: member, body: { level } })).toMatchObject({ status: 409, error: 'not_warned', field: 'level' })
		expect(await pending()).toMatchObject({ mine: { level: 80 } })
	})

	it.each(['mine', 'space'])('cannot be closed when there is none (%s)', async (about) => {
		expect(await space.refusal(contract, 'POST /api/v1/dismissals', { as: member, body: { level: 80, about } })).toMatchObject({ status: 409, error: 'not_warned', field: 'level' })
	})

	it('follows the association\'s own settings', async () => {
		await configure({ levels: [30, 60], repeatDays: 2, contact: 'Marie, au bureau', advice: { en: 'Empty the bin.', fr: 'Videz la corbeille.' } })
		await warn(space, member, 40)
		expect(await pending()).toMatchObject({ mine: { level: 30 }, repeatDays: 2, contact: 'Marie, au bureau', advice: 'Empty the bin.' })
		expect(inDays((await dismiss(30)).until)).toBeCloseTo(2, 2)
	})

	it('comes from the level set for banners on', async () => {
		await configure({ bannerFrom: 95 })
		await warn(space, member, 92)
		expect(await pending()).toBeNull()
		await configure({ bannerFrom: NEVER })
		await warn(space, member, 99)
		expect(await pending()).toBeNull()
	})
})

describe('the banner about the space', () => {
	/** Makes the space as small as that so many percent of it are in use. */
	const fillSpace = async (percent: number) => {
		const { total: { files, trash, versions, team, other } } = await space.answer(contract, 'GET /api/v1/usage', { as: space.admin })
		await configure({ pool: Math.floor((files + trash + versions + team + other) / percent * 100) })
		await space.runJobs()
	}
	beforeEach(() => space.upload(member, 'some.bin', 5 * MB, LONG_AGO))

	it('is for everybody from the level set on', async () => {
		await fillSpace(96)
		const told = await pending() as { mine: unknown, space: { level: number, used: number, pool: number } }
		expect(told).toMatchObject({ mine: null, space: { level: 95 } })
		expect(told.space.used / told.space.pool * 100).toBeCloseTo(96, 0)
		const { space: state } = await space.answer(contract, 'GET /api/v1/mine', { as: member })
		expect(state).toMatchObject({ pool: told.space.pool, level: 95 })
		expect(state!.percent).toBe(state!.used / state!.pool * 100)
	})

	it('is for admins earlier', async () => {
		const admin = await space.person({ admin: true })
		await space.page(admin)
		await fillSpace(92)
		expect(await pending(admin)).toMatchObject({ space: { level: 90 } })
		expect(await pending()).toBeNull()
	})

	it('can be closed by itself', async () => {
		await fill(space, member, 92)
		await fillSpace(96)
		expect(await pending()).toMatchObject({ mine: { level: 90 }, space: { level: 95 } })
		await dismiss(95, 'space')
		expect(await pending()).toMatchObject({ mine: { level: 90 }, space: null })
		await dismiss(90, 'mine')
		expect(await pending()).toBeNull()
	})

	it('says nothing where nobody is to be told, or nobody knows how large the space is', async () => {
		await configure({ poolEveryoneFrom: NEVER })
		await fillSpace(99)
		expect(await pending()).toBeNull()
		await configure({ poolEveryoneFrom: 95, pool: null })
		await space.runJobs()
		expect(await pending()).toBeNull()
		expect((await space.answer(contract, 'GET /api/v1/mine', { as: member })).space).toBeNull()
	})
})
