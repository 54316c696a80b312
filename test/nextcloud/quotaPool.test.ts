// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What takes room in the space: that nothing is missed, nothing is counted twice, and nothing counts that lies elsewhere. */

import type { Rows } from './fileRows.ts'

import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../apps/quota/contract.ts'
import { fromEnvironment } from './connection.ts'
import { runPhp, withRows } from './fileRows.ts'
import { createAccount, dav, ocs, PASSWORD, upload } from './people.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
const onDisk = process.env.NEXTCLOUD_STORAGE !== 'object'
/** The storage that everything stands on. */
const root = () => onDisk ? `local::${server().data}/` : 'object::store:ensemble-test-folder'
const KINDS = ['files', 'trash', 'versions', 'team', 'other'] as const

async function metrics() {
	const { data } = await ocs(server(), server().admin, 'GET', 'apps/ensemble_quota/api/v1/metrics')
	return contract.endpoints['GET /api/v1/metrics'].response.parse(data)
}

type Amounts = Record<typeof KINDS[number], number>

async function amounts(): Promise<Amounts> {
	const now = await metrics()
	return Object.fromEntries(KINDS.map((kind) => [kind, now[kind]])) as Amounts
}

const nothing = async () => undefined

/** What is more while these rows are there. */
async function added(storages: Record<string, Rows>, first: (numbers: Record<string, number>) => Promise<void> = nothing, last: () => Promise<void> = nothing): Promise<Partial<Amounts>> {
	const before = await amounts()
	let more: Partial<Amounts> = {}
	await withRows(server(), storages, async (numbers) => {
		await first(numbers)
		const after = await amounts()
		await last()
		more = Object.fromEntries(KINDS.map((kind) => [kind, after[kind] - before[kind]]).filter(([, bytes]) => bytes !== 0))
	})
	expect(await amounts()).toEqual(before)
	return more
}

/** Bytes of all files in a folder. */
function bytesIn(folder: string): number {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => lstatSync(join(folder, name)))
		.reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0)
}

describe('the space', () => {
	let id = ''
	beforeAll(async () => {
		id = newName('pool')
		await createAccount(server(), id, '50 MB')
		await upload(server(), id, 'picture.bin', 123_456)
		await upload(server(), id, 'gone.bin', 4_321)
		await dav(server(), id, 'DELETE', 'gone.bin')
		await dav(server(), id, 'PUT', 'letter.txt', 'x'.repeat(777), { 'x-oc-mtime': String(Math.floor(Date.now() / 1000) - 86_400) })
		await dav(server(), id, 'PUT', 'letter.txt', 'y')
		// An avatar, which is data of the space.
		await fetch(`${server().baseUrl}/index.php/avatar/${id}/64`)
	})

	it.runIf(onDisk)('keeps what there is on its disk, to the byte', async () => {
		// Nextcloud loses sight of a picture that several requests make at once; this is how it finds it again.
		expect(await server().occ(['files:scan-app-data', 'avatar'])).toMatchObject({ code: 0 })
		const kept = await amounts()
		const data = server().data
		const folders = readdirSync(data, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(data, name))
		expect(Object.values(kept).reduce((sum, bytes) => sum + bytes)).toBe(folders.reduce((sum, folder) => sum + bytesIn(folder), 0))
	})

	it.runIf(!onDisk)('keeps what there is in its object store, to the byte', async () => {
		const kept = await amounts()
		expect(Object.values(kept).reduce((sum, bytes) => sum + bytes)).toBe(bytesIn(join(server().data, '..', 'objects')))
	})

	it('keeps the pieces of an upload under way, and nothing of them afterwards', async () => {
		// On object storage, Nextcloud refuses the pieces of an account that has a quota.
		await ocs(server(), server().admin, 'PUT', `cloud/users/${id}`, { key: 'quota', value: 'none' })
		const before = await amounts()
		const path = `${server().baseUrl}/remote.php/dav/uploads/${id}/piecemeal`
		const headers = { authorization: `Basic ${Buffer.from(`${id}:${PASSWORD}`).toString('base64')}`, destination: `${server().baseUrl}/remote.php/dav/files/${id}/large.bin` }
		const send = async (method: string, name: string, body?: string) => expect((await fetch(path + name, { method, headers, body })).status).toBeLessThan(300)
		await send('MKCOL', '')
		await send('PUT', '/00001', 'a'.repeat(6_000))
		await send('PUT', '/00002', 'b'.repeat(500))
		expect(await amounts()).toEqual({ ...before, other: before.other + 6_500 })
		await send('MOVE', '/.file')
		expect(await amounts()).toEqual({ ...before, files: before.files + 6_500 })
	})

	it('counts the accounts that are enabled', async () => {
		const before = (await metrics()).accounts
		const other = newName('counted')
		await createAccount(server(), other)
		expect((await metrics()).accounts).toBe(before + 1)
		await ocs(server(), server().admin, 'PUT', `cloud/users/${other}/disable`)
		expect((await metrics()).accounts).toBe(before)
	})
})

describe('team folders', () => {
	it('that share the storage everything stands on count once, with their trash and versions', async () => {
		// The sizes of the folders do not count: they are often none, or old ones.
		expect(await added({
			[root()]: {
				'__groupfolders/': 999_999,
				'__groupfolders/1/': -1,
				'__groupfolders/1/a.txt': 1000,
				'__groupfolders/2/': 77,
				'__groupfolders/2/Folder/': 0,
				'__groupfolders/2/Folder/b.txt': 500,
				'__groupfolders/2/unscanned.txt': -1,
				'__groupfolders/trash/': -1,
				'__groupfolders/trash/1/': 0,
				'__groupfolders/trash/1/c.txt.d1790000000': 70,
				'__groupfolders/versions/': 0,
				'__groupfolders/versions/2/': 0,
				'__groupfolders/versions/2/1790000000': 30,
			},
		})).toEqual({ team: 1600 })
	})

	const own = { '': -1, 'files/': 2000, 'files/a.txt': 2000, 'trash/': 0, 'trash/b.txt.d1790000000': 20, 'versions/': 0, 'versions/12/': 0, 'versions/12/1790000000': 3 }

	it.runIf(onDisk)('that have a storage of their own count too', async () => {
		expect(await added({ [`local::${server().data}/__groupfolders/7/`]: own })).toEqual({ team: 2023 })
	})

	it.each(['object::store:object::groupfolder:7.bucket', 'object::groupfolder:7'])('that have one in an object store count too: %s', async (storage) => {
		expect(await added({ [storage]: own })).toEqual({ team: 2023 })
	})

	it('are found by their list where a storage has a hashed name', async () => {
		const storage = `object::store:object::groupfolder:7.${'a-long-name-of-a-bucket-'.repeat(2)}`
		// One of the listed folders shares the storage everything stands on.
		const rows = { [root()]: { '__groupfolders/': 0, '__groupfolders/1/': 0, '__groupfolders/1/a.txt': 1000 }, [storage]: own }
		expect(await added(rows)).toEqual({ team: 1000 })
		expect(await added(rows, async (numbers) => {
			runPhp(server(), 'teamFolders.php', Object.values(numbers))
		}, async () => {
			runPhp(server(), 'teamFolders.php', [])
		})).toEqual({ team: 3023 })
	})
})

describe('storages', () => {
	it('of accounts that are gone still take room', async () => {
		const gone = newName('gone')
		expect(await added({
			[`${onDisk ? 'home::' : 'object::user:'}${gone}`]: { '': 0, 'files/': 400, 'files/a.txt': 400, 'files_trashbin/': 10, 'files_trashbin/b.txt.d1790000000': 10, 'uploads/': 0, 'uploads/c.part': 8, 'cache/': 0 },
		})).toEqual({ other: 418 })
	})

	it('that lie elsewhere take none', async () => {
		const rows = { '': 5000, 'files/': 4000, 'files/a.txt': 4000, 'more.bin': 1000 }
		expect(await added({ 'smb::someone@nas//share//': rows, 'local::/srv/elsewhere/': rows, 'shared::0123456789abcdef': rows, 'webdav::somebody@cloud.example//': rows })).toEqual({})
	})

	it('that an account left behind when the space was moved do not count twice', async () => {
		const id = newName('moved')
		await createAccount(server(), id)
		await upload(server(), id, 'a.bin', 1000)
		const former = `${onDisk ? 'object::user:' : 'home::'}${id}`
		expect(await added({ [former]: { '': 0, 'files/': 777, 'files/a.txt': 777, 'uploads/': 7 } })).toEqual({})
	})

	it('that hold all there is of an account count, whatever their kind', async () => {
		const id = newName('still')
		await createAccount(server(), id)
		const former = `${onDisk ? 'object::user:' : 'home::'}${id}`
		expect(await added({ [former]: { '': 0, 'files/': 777, 'files_trashbin/': 70, 'uploads/': 7 } })).toEqual({ files: 777, trash: 70, other: 7 })
	})

	it('that were not scanned yet count as nothing', async () => {
		const id = newName('unscanned')
		await createAccount(server(), id)
		expect(await added({ [`${onDisk ? 'home::' : 'object::user:'}${id}`]: { '': -1, 'files/': -1, 'files_trashbin/': -1, 'uploads/': -1 } })).toEqual({})
	})
})
