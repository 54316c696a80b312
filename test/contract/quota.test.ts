// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What accounts keep, counted to the byte: files, the trash, old versions, whatever is done to them by WebDAV. */

import type { Mine } from '@ensemble/quota/contract'
import type { Person } from './support/space.ts'

import { contract } from '@ensemble/quota/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { restore, trashEntries } from './support/kept.ts'
import { fill } from './support/samples.ts'
import { useSpace } from './support/useSpace.ts'

const MB = 1024 ** 2
const LONG_AGO = 1_700_000_000
/** Nextcloud thins versions that are old and near to each other out by itself; these are far enough apart. */
const MONTH = 31 * 86_400
const space = useSpace()
let member: Person
beforeEach(async () => {
	member = await space.person()
})

const mine = (as = member): Promise<Mine> => space.answer(contract, 'GET /api/v1/mine', { as })
const cleanup = () => space.answer(contract, 'GET /api/v1/mine/cleanup', { as: member })

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

	it('counts folders with all that is in them', async () => {
		const before = await mine()
		await space.dav(member, 'MKCOL', `files/${member.id}/A`)
		await space.dav(member, 'MKCOL', `files/${member.id}/A/B`)
		await space.upload(member, 'A/one.bin', 1001, LONG_AGO)
		await space.upload(member, 'A/B/two.bin', 2002, LONG_AGO)
		expect((await mine()).files).toBe(before.files + 3003)
		await space.deleteFile(member, 'A')
		expect(await mine()).toMatchObject({ files: before.files, trash: 3003 })
		expect((await cleanup()).trash).toMatchObject({ count: 1, size: 3003 })
	})

	it('follows a file into the trash and back, and out of it', async () => {
		const before = await mine()
		await space.upload(member, 'undo.bin', 12_345, LONG_AGO)
		await space.deleteFile(member, 'undo.bin')
		const [entry = ''] = await trashEntries(space, member)
		expect(entry).toMatch(/^undo\.bin\.d\d+$/)
		await restore(space, member, entry)
		expect(await mine()).toMatchObject({ files: before.files + 12_345, trash: 0 })
		await space.deleteFile(member, 'undo.bin')
		await space.dav(member, 'DELETE', `trashbin/${member.id}/trash/${(await trashEntries(space, member))[0]}`)
		expect(await mine()).toMatchObject({ files: before.files, trash: 0 })
	})

	it('follows the trash when it is emptied', async () => {
		await space.upload(member, 'a.bin', 1000, LONG_AGO)
		await space.upload(member, 'b.bin', 2000, LONG_AGO)
		await space.deleteFile(member, 'a.bin')
		await space.deleteFile(member, 'b.bin')
		const { trash } = await cleanup()
		expect(trash).toMatchObject({ count: 2, size: 3000 })
		expect(Math.abs(trash.oldest! - Date.now() / 1000)).toBeLessThan(120)
		await space.dav(member, 'DELETE', `trashbin/${member.id}/trash`)
		expect((await mine()).trash).toBe(0)
		expect((await cleanup()).trash).toEqual({ count: 0, size: 0, oldest: null })
	})

	it('follows old versions as they are thinned out', async () => {
		const before = await mine()
		for (const [index, size] of [3000, 4000, 5000].entries()) {
			await space.upload(member, 'report.bin', size, LONG_AGO + index * MONTH)
		}
		expect(await mine()).toMatchObject({ files: before.files + 5000, versions: 7000 })
		const { versions, versionCount } = await cleanup()
		expect(versionCount).toBe(2)
		expect(versions.map(({ name, folder, size, at }) => ({ name, folder, size, at }))).toEqual([
			{ name: 'report.bin', folder: '/', size: 3000, at: LONG_AGO },
			{ name: 'report.bin', folder: '/', size: 4000, at: LONG_AGO + MONTH },
		])
		await space.dav(member, 'DELETE', `versions/${member.id}/versions/${versions[0]!.file}/${versions[0]!.version}`)
		expect(await mine()).toMatchObject({ files: before.files + 5000, versions: 4000 })
		expect((await cleanup()).versions).toEqual([versions[1]])
	})

	it('counts a deleted file with its versions as trash', async () => {
		await space.upload(member, 'report.bin', 3000, LONG_AGO)
		await space.upload(member, 'report.bin', 4000, LONG_AGO + 100)
		await space.deleteFile(member, 'report.bin')
		expect(await mine()).toMatchObject({ trash: 7000, versions: 0 })
		expect(await cleanup()).toMatchObject({ trash: { count: 1, size: 7000 }, versions: [], versionCount: 0 })
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
		expect(await mine()).toMatchObject({ quota: null, percent: null, level: null, mayAsk: false, request: null, space: null })
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
