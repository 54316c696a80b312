// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The story of storage: real bytes against small quotas, what the banner says and when, what an admin sees. */

import type { Mine } from '@ensemble/quota/contract'
import type { Person } from './support/space.ts'

import { contract } from '@ensemble/quota/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fill, warn } from './support/samples.ts'
import { useSpace } from './support/useSpace.ts'

const MB = 1024 ** 2
const LONG_AGO = 1_700_000_000
const space = useSpace()
let member: Person
beforeEach(async () => {
	member = await space.person()
})

const mine = (as = member): Promise<Mine> => space.answer(contract, 'GET /api/v1/mine', { as })
const usage = () => space.answer(contract, 'GET /api/v1/usage', { as: space.admin })
const row = async (person = member) => (await usage()).members.find(({ account }) => account === person.id)!
const dismiss = (level: number) => space.answer(contract, 'POST /api/v1/dismissals', { as: member, body: { level } })

describe('what an account keeps', () => {
	it('counts files to the byte as Nextcloud does', async () => {
		// The first login brings the example files.
		await mine()
		const before = await space.usedBytes(member)
		await space.upload(member, 'a.bin', 3 * MB + 7, LONG_AGO)
		expect(await space.usedBytes(member)).toBe(before + 3 * MB + 7)
		const counted = await mine()
		expect(counted).toMatchObject({ files: before + 3 * MB + 7, trash: 0, versions: 0 })
		expect(Math.abs(counted.countedAt - Date.now() / 1000)).toBeLessThan(120)
	})

	it('counts deleted files apart', async () => {
		const before = await mine()
		await space.upload(member, 'gone.bin', 2 * MB, LONG_AGO)
		await space.deleteFile(member, 'gone.bin')
		expect(await mine()).toMatchObject({ files: before.files, trash: 2 * MB, versions: 0 })
		expect(await space.usedBytes(member)).toBe(before.files)
	})

	it('counts old versions apart', async () => {
		const before = await mine()
		await space.upload(member, 'report.bin', 2 * MB, LONG_AGO)
		await space.upload(member, 'report.bin', MB, LONG_AGO + 100)
		expect(await mine()).toMatchObject({ files: before.files + MB, trash: 0, versions: 2 * MB })
	})

	it('knows percent and level', async () => {
		await fill(space, member, 92)
		const { files, quota, percent, level } = await mine()
		expect(quota).not.toBeNull()
		expect(files).toBe(await space.usedBytes(member))
		expect(percent).toBe(files / quota! * 100)
		expect(percent).toBeGreaterThan(90)
		expect(percent).toBeLessThan(94)
		expect(level).toBe(90)
	})

	it('knows no percent without a limit', async () => {
		await space.upload(member, 'a.bin', MB, LONG_AGO)
		expect(await mine()).toMatchObject({ quota: null, percent: null, level: null })
	})

	it('knows no percent of a quota of nothing', async () => {
		await space.upload(member, 'a.bin', MB, LONG_AGO)
		await space.edit(member, 'quota', '0 B')
		expect(await mine()).toMatchObject({ quota: 0, percent: null, level: null })
	})

	it('may be above its quota, where that was lowered', async () => {
		await fill(space, member, 200)
		expect((await mine()).percent).toBeGreaterThan(150)
		expect((await mine()).level).toBe(95)
	})
})

describe('the banner', () => {
	it('says at 92 % how much there is of what', async () => {
		await space.upload(member, 'gone.bin', 50_000, LONG_AGO)
		await space.deleteFile(member, 'gone.bin')
		await warn(space, member, 92)
		const { files, trash, versions, quota } = await mine()
		const page = await space.page(member)
		expect(page.pending(contract.app)).toEqual({ level: 90, files, trash, versions, quota, repeatDays: 7, contact: '' })
		expect(trash).toBe(50_000)
		expect(page.loads(contract.app, 'banner')).toBe(true)
	})

	it('says nothing at 40 %', async () => {
		await warn(space, member, 40)
		const page = await space.page(member)
		expect(page.pending(contract.app)).toBeNull()
		expect(page.ours.filter((tag) => tag.includes(contract.app))).toEqual([])
	})

	it.each(['none', '0 B'])('says nothing with a quota of %s', async (quota) => {
		await space.upload(member, 'a.bin', MB, LONG_AGO)
		await space.edit(member, 'quota', quota)
		await space.runJobs()
		expect(await space.pending(member, contract.app)).toBeNull()
	})

	it('is not for disabled accounts', async () => {
		await fill(space, member, 92)
		await space.enable(member, false)
		await space.runJobs()
		await space.enable(member, true)
		expect(await space.pending(member, contract.app)).toBeNull()
		await space.runJobs()
		expect(await space.pending(member, contract.app)).toMatchObject({ level: 90 })
	})

	it('goes when there is room again', async () => {
		await warn(space, member, 92)
		expect(await space.pending(member, contract.app)).not.toBeNull()
		await space.edit(member, 'quota', '1 GB')
		await space.runJobs()
		expect(await space.pending(member, contract.app)).toBeNull()
	})

	it('stays away once it was closed, for the days set', async () => {
		await warn(space, member, 85)
		const { until } = await dismiss(80)
		expect(Math.abs(until - Date.now() / 1000 - 7 * 86_400)).toBeLessThan(120)
		expect(await space.pending(member, contract.app)).toBeNull()
		await space.runJobs()
		expect(await space.pending(member, contract.app)).toBeNull()
	})

	it('comes back at the next level', async () => {
		await warn(space, member, 85)
		await dismiss(80)
		await warn(space, member, 97)
		expect(await space.pending(member, contract.app)).toMatchObject({ level: 95 })
		await dismiss(95)
		expect(await space.pending(member, contract.app)).toBeNull()
		await warn(space, member, 85)
		expect(await space.pending(member, contract.app)).toBeNull()
	})

	it.each([[90, 'another level'], [1, 'a level there is not']])('cannot be closed for %s: %s', async (level) => {
		await warn(space, member, 85)
		expect(await space.refusal(contract, 'POST /api/v1/dismissals', { as: member, body: { level } })).toMatchObject({ status: 409, error: 'not_warned', field: 'level' })
		expect(await space.pending(member, contract.app)).toMatchObject({ level: 80 })
	})

	it('cannot be closed when there is none', async () => {
		expect(await space.refusal(contract, 'POST /api/v1/dismissals', { as: member, body: { level: 80 } })).toMatchObject({ status: 409, error: 'not_warned', field: 'level' })
	})

	describe('with the association\'s own settings', () => {
		afterEach(() => space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { levels: null, repeatDays: null, contact: null, pool: null } }))

		it('follows them', async () => {
			await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { levels: [30, 60], repeatDays: 2, contact: 'Marie, au bureau' } })
			await warn(space, member, 40)
			expect(await space.pending(member, contract.app)).toMatchObject({ level: 30, repeatDays: 2, contact: 'Marie, au bureau' })
			const { until } = await dismiss(30)
			expect(Math.abs(until - Date.now() / 1000 - 2 * 86_400)).toBeLessThan(120)
		})
	})
})

describe('what an admin sees', () => {
	it('is what each member sees of themselves', async () => {
		await fill(space, member, 92)
		await space.upload(member, 'small.bin', 1000, LONG_AGO)
		await space.deleteFile(member, 'small.bin')
		const { countedAt, ...kept } = await mine()
		expect(countedAt).toBeGreaterThan(0)
		expect(await row()).toEqual({ account: member.id, name: `Test ${member.id}`, enabled: true, ...kept })
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
		expect(await row()).toMatchObject({ files: 0, trash: 0, versions: 0 })
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

	it('knows the size of the space once it is set', async () => {
		expect((await usage()).total.pool).toBeNull()
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { pool: 50 * 1024 ** 3 } })
		expect((await usage()).total.pool).toBe(50 * 1024 ** 3)
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { pool: null } })
	})
})
