// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What admins and the host see: everybody's storage, the space day by day, counts without names. */

import type { Person } from './support/space.ts'

import { contract } from '@ensemble/quota/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fill } from './support/samples.ts'
import { useSpace } from './support/useSpace.ts'

const MB = 1024 ** 2
const GB = 1024 ** 3
const LONG_AGO = 1_700_000_000
const space = useSpace()
let member: Person
beforeEach(async () => {
	member = await space.person()
})

const configure = (body: object) => space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body })
afterEach(() => configure({ pool: null, accountCap: null }))
const mine = () => space.answer(contract, 'GET /api/v1/mine', { as: member })
const usage = () => space.answer(contract, 'GET /api/v1/usage', { as: space.admin })
const metrics = () => space.answer(contract, 'GET /api/v1/metrics', { as: space.admin })
const row = async () => (await usage()).members.find(({ account }) => account === member.id)!

describe('the table of members', () => {
	it('is what each member sees of themselves', async () => {
		await fill(space, member, 92)
		await space.upload(member, 'small.bin', 1000, LONG_AGO)
		await space.deleteFile(member, 'small.bin')
		const { files, trash, versions, quota, percent, level } = await mine()
		const { changedAt, stored, ...found } = await row()
		expect(found).toEqual({ account: member.id, name: `Test ${member.id}`, enabled: true, groups: [], seen: true, files, trash, versions, quota, percent, level })
		expect(stored).toMatch(/^\d+(\.\d)? MB$/)
		expect(Math.abs(changedAt! - Date.now() / 1000)).toBeLessThan(120)
	})

	it('adds up', async () => {
		await fill(space, member, 50)
		const { total, members } = await usage()
		for (const what of ['files', 'trash', 'versions'] as const) {
			expect(total[what]).toBe(members.reduce((sum, one) => sum + one[what], 0))
		}
		const enabled = members.filter((one) => one.enabled)
		expect(total.promised).toBe(enabled.some(({ quota }) => quota === null) ? null : enabled.reduce((sum, { quota }) => sum + quota!, 0))
		expect(members.map(({ account }) => account)).toEqual(members.map(({ account }) => account).toSorted())
	})

	it('lists who has never logged in, with nothing', async () => {
		expect(await row()).toMatchObject({ seen: false, files: 0, trash: 0, versions: 0, changedAt: null })
		await mine()
		expect(await row()).toMatchObject({ seen: true })
	})

	it('knows groups, by id and name', async () => {
		const [one, two, empty] = [await space.group(), await space.group(), await space.group()]
		await space.join(member, one)
		await space.join(member, two)
		const { members, groups } = await usage()
		expect(members.find(({ account }) => account === member.id)!.groups.toSorted()).toEqual([one, two].toSorted())
		expect(groups).toMatchObject({ [one]: one, [two]: two, admin: expect.any(String) })
		expect(groups).not.toHaveProperty(empty)
		await space.leave(member, two)
		expect(await row()).toMatchObject({ groups: [one] })
	})

	it.each([['none', 'none', null], ['5 GB', '5 GB', 5 * GB], ['default', 'default', 3 * GB]])('knows a quota of %s as it is stored', async (quota, stored, bytes) => {
		const path = 'apps/provisioning_api/api/v1/config/apps/files/default_quota'
		await space.nextcloud(space.admin, 'POST', path, () => ({ value: '3 GB' }))
		await space.edit(member, 'quota', quota)
		expect((await usage()).defaultQuota).toBe('3 GB')
		expect(await row()).toMatchObject({ stored, quota: bytes })
		await space.nextcloud(space.admin, 'DELETE', path)
		expect((await usage()).defaultQuota).toBe('none')
	})

	it('lists disabled accounts, but promises them nothing', async () => {
		await fill(space, member, 92)
		await space.enable(member, false)
		const { total, members } = await usage()
		const disabled = members.find(({ account }) => account === member.id)
		expect(disabled).toMatchObject({ enabled: false, level: 90 })
		expect(disabled!.files).toBeGreaterThan(0)
		const promised = members.filter(({ enabled }) => enabled).map(({ quota }) => quota)
		expect(total.promised).toBe(promised.includes(null) ? null : promised.reduce<number>((sum, quota) => sum + quota!, 0))
	})

	it('lists no account that has gone', async () => {
		await space.upload(member, 'a.bin', MB, LONG_AGO)
		await space.remove(member)
		expect((await usage()).members.map(({ account }) => account)).not.toContain(member.id)
	})
})

describe('the space', () => {
	it('has the size that is set', async () => {
		expect((await usage()).total.pool).toBeNull()
		await configure({ pool: 50 * GB })
		expect((await usage()).total.pool).toBe(50 * GB)
	})

	it('counts enabled accounts against the cap', async () => {
		const before = (await usage()).total
		expect(before.accountCap).toBeNull()
		await configure({ accountCap: 60 })
		const other = await space.person()
		expect((await usage()).total).toMatchObject({ accounts: before.accounts + 1, accountCap: 60 })
		await space.enable(other, false)
		expect((await usage()).total.accounts).toBe(before.accounts)
	})
})

describe('metrics', () => {
	it('are counts without names', async () => {
		await fill(space, member, 92)
		const { total, members, openRequests } = await usage()
		const found = await metrics()
		const { countedAt, membersByLevel, growthPerDay, ...rest } = found
		expect(countedAt).toBeGreaterThan(0)
		expect(growthPerDay === null || Number.isFinite(growthPerDay)).toBe(true)
		expect(rest).toEqual({ ...total, openRequests })
		const enabled = members.filter((one) => one.enabled)
		const at = (level: number | null) => enabled.filter((one) => one.level === level).length
		expect(membersByLevel).toEqual({ 0: at(null), 80: at(80), 90: at(90), 95: at(95) })
		expect(membersByLevel[90]).toBeGreaterThan(0)
		for (const { account, name } of members) {
			expect(JSON.stringify(found)).not.toContain(`"${account}"`)
			expect(JSON.stringify(found)).not.toContain(`"${name}"`)
		}
	})
})

describe('the history', () => {
	it('has today, once, however often it is looked', async () => {
		const today = Math.floor(Date.now() / 86_400_000)
		await space.runJobs()
		await space.runJobs()
		const { days } = await space.answer(contract, 'GET /api/v1/history', { as: space.admin })
		const found = days.map(({ day }) => day)
		expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
		// The day may have changed between the clocks.
		expect([today, today + 1]).toContain(found.at(-1))
		const { total } = await usage()
		expect(days.at(-1)!.files).toBeGreaterThanOrEqual(0)
		expect(days.at(-1)!.files).toBeLessThanOrEqual(total.files + 100 * GB)
	})

	it('of a member is their own', async () => {
		await fill(space, member, 50)
		await space.runJobs()
		const { days } = await space.answer(contract, 'GET /api/v1/mine/history', { as: member })
		const found = days.map(({ day }) => day)
		expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
		// Either this was today's first run, which counted what is there, or the member came later in the day.
		const { files, trash, versions, quota } = await mine()
		expect(days.length === 0 || days).toEqual(days.length === 0 || [{ day: found[0], files, trash, versions, quota }])
	})
})
