// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What "My storage" is made of: the largest files and folders, what could be freed, and that Nextcloud's own DAV frees it by the names given. */

import type { Answer, Keys } from '@ensemble/shared/contract/define'
import type { QuotaContract } from '../../apps/quota/contract.ts'

import { beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../apps/quota/contract.ts'
import { fromEnvironment } from './connection.ts'
import { withRows } from './fileRows.ts'
import { createAccount, dav, ocs, PASSWORD, upload } from './people.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
const DAY = 86_400
const now = Math.floor(Date.now() / 1000)
const home = (id: string) => `${process.env.NEXTCLOUD_STORAGE === 'object' ? 'object::user:' : 'home::'}${id}`

async function get<K extends Keys<QuotaContract>>(id: string, key: K): Promise<Answer<QuotaContract, K>> {
	const { status, data } = await ocs(server(), `${id}:${PASSWORD}`, 'GET', `apps/${contract.app}${key.replace('GET ', '')}`)
	expect(status).toBe(200)
	return contract.endpoints[key].response.parse(data) as Answer<QuotaContract, K>
}

/** Any request to DAV but to files. */
async function remote(id: string, method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<number> {
	const authorization = `Basic ${Buffer.from(`${id}:${PASSWORD}`).toString('base64')}`
	return (await fetch(`${server().baseUrl}/remote.php/dav/${path}`, { method, headers: { authorization, ...headers }, body })).status
}

/** Writes a file as it was some days ago. */
async function write(id: string, path: string, size: number, daysAgo: number): Promise<void> {
	await dav(server(), id, 'PUT', path, 'x'.repeat(size), { 'x-oc-mtime': String(now - daysAgo * DAY) })
}

describe('the largest', () => {
	let id = ''
	beforeAll(async () => {
		id = newName('largest')
		await createAccount(server(), id, '50 MB')
		await dav(server(), id, 'MKCOL', 'Photos')
		await dav(server(), id, 'MKCOL', 'Photos/été 100 %')
		await write(id, 'Photos/été 100 %25/mer.jpg', 5000, 3)
		await write(id, 'Photos/b.jpg', 3000, 2)
		await upload(server(), id, 'top.bin', 4000)
		await upload(server(), id, 'deleted.bin', 99_999)
		await dav(server(), id, 'DELETE', 'deleted.bin')
	})

	it('files and folders are those of the account\'s own files, the largest first', async () => {
		const { files, folders } = await get(id, 'GET /api/v1/mine/largest')
		expect(files.map(({ name, folder, size }) => ({ name, folder, size }))).toEqual([
			{ name: 'mer.jpg', folder: '/Photos/été 100 %', size: 5000 },
			{ name: 'top.bin', folder: '/', size: 4000 },
			{ name: 'b.jpg', folder: '/Photos', size: 3000 },
			{ name: 'Readme.md', folder: '/', size: 36 },
			{ name: 'Example.md', folder: '/Documents', size: 12 },
		])
		expect(files[0]!.changedAt).toBe(now - 3 * DAY)
		expect(folders.map(({ name, folder, size }) => ({ name, folder, size }))).toEqual([
			{ name: 'Photos', folder: '/', size: 8000 },
			{ name: 'été 100 %', folder: '/Photos', size: 5000 },
			{ name: 'Documents', folder: '/', size: 12 },
		])
	})

	it('are linked by Nextcloud\'s own ids', async () => {
		const { files: [largest] } = await get(id, 'GET /api/v1/mine/largest')
		const answer = await dav(server(), id, 'PROPFIND', 'Photos/%C3%A9t%C3%A9%20100%20%25/mer.jpg', '<?xml version="1.0"?><d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><oc:fileid/></d:prop></d:propfind>', { depth: '0' })
		expect(answer).toContain(`<oc:fileid>${largest!.id}</oc:fileid>`)
	})

	it('are twenty at most, and none of somebody else\'s that are shared with the account', async () => {
		const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`files/many${n}.bin`, 1_000_000 + n]))
		const folders = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`files/many${n}/`, 2_000_000 + n]))
		await withRows(server(), { [home(id)]: { ...many, ...folders } }, async () => {
			const largest = await get(id, 'GET /api/v1/mine/largest')
			expect(largest.files.map(({ size }) => size)).toEqual(Array.from({ length: 20 }, (_, n) => 1_000_029 - n))
			expect(largest.folders.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, n) => `many${29 - n}`))
		})
		const other = newName('receives')
		await createAccount(server(), other)
		await ocs(server(), `${id}:${PASSWORD}`, 'POST', 'apps/files_sharing/api/v1/shares', { path: '/top.bin', shareType: 0, shareWith: other })
		expect((await get(other, 'GET /api/v1/mine/largest')).files.map(({ name }) => name)).toEqual(['Readme.md', 'Example.md'])
	})
})

describe('what could be freed', () => {
	let id = ''
	beforeAll(async () => {
		id = newName('cleanup')
		await createAccount(server(), id, '50 MB')
	})
	const cleanup = () => get(id, 'GET /api/v1/mine/cleanup')

	it('is nothing at first', async () => {
		expect(await cleanup()).toEqual({ trash: { count: 0, size: 0, oldest: null }, versions: [], versionCount: 0 })
	})

	it('are the deleted files, a folder as one, until the bin is emptied', async () => {
		await upload(server(), id, 'a.bin', 1000)
		await dav(server(), id, 'MKCOL', 'Folder')
		await upload(server(), id, 'Folder/b.bin', 500)
		await upload(server(), id, 'Folder/c.bin', 50)
		await dav(server(), id, 'DELETE', 'a.bin')
		await dav(server(), id, 'DELETE', 'Folder')
		const { trash } = await cleanup()
		expect(trash).toMatchObject({ count: 2, size: 1550 })
		expect(trash.size).toBe((await get(id, 'GET /api/v1/mine')).trash)
		expect(Math.abs(trash.oldest! - Date.now() / 1000)).toBeLessThan(120)
		expect(await remote(id, 'DELETE', `trashbin/${id}/trash`)).toBe(204)
		expect((await cleanup()).trash).toEqual({ count: 0, size: 0, oldest: null })
		expect((await get(id, 'GET /api/v1/mine')).trash).toBe(0)
	})

	it('are old versions, the oldest first, which DAV deletes by these names', async () => {
		await dav(server(), id, 'MKCOL', 'Letters')
		await write(id, 'Letters/a.txt', 700, 30)
		await write(id, 'b.txt', 90, 40)
		await write(id, 'Letters/a.txt', 60, 20)
		await write(id, 'b.txt', 5, 10)
		await write(id, 'Letters/a.txt', 1, 0)
		const { versions, versionCount } = await cleanup()
		expect(versions.map(({ name, folder, size, at, version }) => ({ name, folder, size, at, version }))).toEqual([
			{ name: 'b.txt', folder: '/', size: 90, at: now - 40 * DAY, version: String(now - 40 * DAY) },
			{ name: 'a.txt', folder: '/Letters', size: 700, at: now - 30 * DAY, version: String(now - 30 * DAY) },
			{ name: 'a.txt', folder: '/Letters', size: 60, at: now - 20 * DAY, version: String(now - 20 * DAY) },
		])
		expect(versionCount).toBe(3)
		expect(versions.reduce((sum, { size }) => sum + size, 0)).toBe((await get(id, 'GET /api/v1/mine')).versions)

		const [oldest, next] = versions
		expect(await remote(id, 'DELETE', `versions/${id}/versions/${oldest!.file}/${oldest!.version}`)).toBe(204)
		expect(await cleanup()).toMatchObject({ versionCount: 2, versions: [next, versions[2]] })
		expect((await get(id, 'GET /api/v1/mine')).versions).toBe(760)
	})

	it('are no versions that somebody gave a name', async () => {
		const { versions: [first, second] } = await cleanup()
		const label = (text: string) => remote(id, 'PROPPATCH', `versions/${id}/versions/${first!.file}/${first!.version}`, { 'content-type': 'application/xml' }, `<?xml version="1.0"?><d:propertyupdate xmlns:d="DAV:" xmlns:nc="http://nextcloud.org/ns"><d:set><d:prop><nc:version-label>${text}</nc:version-label></d:prop></d:set></d:propertyupdate>`)
		expect(await label('As sent')).toBe(207)
		expect(await cleanup()).toMatchObject({ versionCount: 1, versions: [second] })
		expect(await label('')).toBe(207)
		expect(await cleanup()).toMatchObject({ versionCount: 2, versions: [first, second] })
	})

	it('are no versions of a file that is deleted: those went into the bin with it', async () => {
		await dav(server(), id, 'DELETE', 'Letters/a.txt')
		expect(await cleanup()).toMatchObject({ versionCount: 0, versions: [], trash: { count: 1, size: 761 } })
	})

	it('are 2,000 versions at most, the oldest, and it says how many there are', async () => {
		const rows: Record<string, number> = { 'files_versions/many/': 2100, 'files/many/': 3 }
		for (const file of ['a', 'b', 'c']) {
			rows[`files/many/${file}.txt`] = 1
			for (let at = 1_600_000_000; at < 1_600_000_700; at++) {
				rows[`files_versions/many/${file}.txt.v${at}`] = 1
			}
		}
		// Its file is gone, and what is no version.
		await withRows(server(), { [home(id)]: { ...rows, 'files_versions/orphan.txt.v1500000000': 7, 'files_versions/stray.txt': 7 } }, async () => {
			const { versions, versionCount } = await cleanup()
			expect([versions.length, versionCount]).toEqual([2000, 2100])
			expect(versions[0]).toMatchObject({ at: 1_600_000_000, folder: '/many', size: 1 })
			expect(versions.at(-1)!.at).toBe(1_600_000_666)
		})
	}, 120_000)

	it('are none where Nextcloud keeps no versions', async () => {
		await write(id, 'c.txt', 60, 20)
		await write(id, 'c.txt', 5, 10)
		expect((await cleanup()).versionCount).toBe(1)
		await server().occ(['app:disable', 'files_versions'])
		try {
			expect(await cleanup()).toMatchObject({ versions: [], versionCount: 0 })
		} finally {
			await server().occ(['app:enable', 'files_versions'])
		}
		expect((await cleanup()).versionCount).toBe(1)
	})
})
