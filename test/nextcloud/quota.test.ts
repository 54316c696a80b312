// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The storage app counts what Nextcloud counts, to the byte, and warns whom it should. */

import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import table from '../../apps/quota/cases/quotas.json' with { type: 'json' }
import { fromEnvironment } from './connection.ts'
import { createAccount, dav, ocs, PASSWORD, upload, usedBytes } from './people.ts'
import { must } from './process.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
const API = 'apps/ensemble_quota/api/v1'
/** The two example files that the harness gives a new account. */
const EXAMPLES = 48

interface Numbers {
	files: number
	trash: number
	versions: number
	quota: number | null
	percent: number | null
	level: number | null
}

async function mine(id: string): Promise<Numbers> {
	const { status, data } = await ocs(server(), `${id}:${PASSWORD}`, 'GET', `${API}/mine`)
	expect(status).toBe(200)
	return data as Numbers
}

async function inUsage(id: string): Promise<Numbers & { name: string, enabled: boolean }> {
	const { data } = await ocs(server(), server().admin, 'GET', `${API}/usage`)
	const { members } = data as { members: Array<Numbers & { account: string, name: string, enabled: boolean }> }
	return members.find(({ account }) => account === id)!
}

async function notice(id: string): Promise<unknown> {
	const { stdout, code } = await server().occ(['user:setting', id, 'ensemble_quota', 'notice'])
	return code === 0 ? JSON.parse(stdout) : null
}

describe('what an account keeps', () => {
	it('is what Nextcloud itself says, after every kind of change', async () => {
		const id = newName('counted')
		await createAccount(server(), id, '10 MB')
		expect(await mine(id)).toMatchObject({ files: EXAMPLES, trash: 0, versions: 0, quota: 10 * 1024 ** 2 })

		await upload(server(), id, 'a.bin', 123_457)
		await dav(server(), id, 'MKCOL', 'Folder')
		await upload(server(), id, 'Folder/b.bin', 54_321)
		expect(await mine(id)).toMatchObject({ files: await usedBytes(server(), id), trash: 0, versions: 0 })
		expect((await mine(id)).files).toBe(EXAMPLES + 123_457 + 54_321)

		await dav(server(), id, 'DELETE', 'Folder/b.bin')
		expect(await mine(id)).toMatchObject({ files: await usedBytes(server(), id), trash: 54_321 })

		// Nextcloud keeps no version of a file that is seconds old, so this one is from yesterday.
		await dav(server(), id, 'PUT', 'c.txt', 'x'.repeat(777), { 'x-oc-mtime': String(Math.floor(Date.now() / 1000) - 86_400) })
		await dav(server(), id, 'PUT', 'c.txt', 'y'.repeat(10))
		expect(await mine(id)).toMatchObject({ files: EXAMPLES + 123_457 + 10, trash: 54_321, versions: 777 })
		expect((await mine(id)).files).toBe(await usedBytes(server(), id))

		const { files, trash, versions, quota, percent, level } = await mine(id)
		expect(await inUsage(id)).toEqual({ account: id, name: id, enabled: true, files, trash, versions, quota, percent, level })
	})

	it('is found for an id so long that its storage has a hashed name', async () => {
		const id = newName('long-').padEnd(64, 'x')
		await createAccount(server(), id, '1 GB')
		await upload(server(), id, 'a.bin', 4321)
		expect(await mine(id)).toMatchObject({ files: EXAMPLES + 4321, quota: 1024 ** 3 })
		expect(await inUsage(id)).toMatchObject({ files: EXAMPLES + 4321 })
	})

	it('is found for an id made of digits', async () => {
		const id = String(Date.now())
		await createAccount(server(), id, '1 GB')
		await upload(server(), id, 'a.bin', 99)
		expect(await inUsage(id)).toMatchObject({ account: id, files: EXAMPLES + 99, quota: 1024 ** 3 })
	})

	it('is nothing before the first login, and without a limit there is no percentage', async () => {
		const id = newName('fresh')
		await createAccount(server(), id, 'none')
		expect(await inUsage(id)).toMatchObject({ files: 0, trash: 0, versions: 0, quota: null, percent: null, level: null, name: id })
	})

	it('follows the default quota', async () => {
		const id = newName('default')
		await createAccount(server(), id)
		await server().occ(['config:app:set', 'files', 'default_quota', '--value', '3 GB'])
		try {
			expect(await inUsage(id)).toMatchObject({ quota: 3 * 1024 ** 3 })
			expect(await mine(id)).toMatchObject({ quota: 3 * 1024 ** 3 })
		} finally {
			await server().occ(['config:app:delete', 'files', 'default_quota'])
		}
	})
})

describe('a stored quota', () => {
	it('means what the server\'s own function makes of it', async () => {
		// With PHP's usual precision of 14 digits that function rounds amounts above 100 TB.
		const script = fileURLToPath(new URL('./quotas.php', import.meta.url))
		const bytes = JSON.parse(await must('php', ['-d', 'precision=17', script, server().root, JSON.stringify(table.cases.map(({ stored }) => stored))])) as Array<number | null>
		expect(table.cases.map(({ stored }, index) => ({ stored, bytes: bytes[index] }))).toEqual(table.cases)
	})
})

describe('the notice', () => {
	it('comes at a level, changes with the amounts and goes when there is room again', async () => {
		const id = newName('notice')
		await createAccount(server(), id, '1 MB')
		await upload(server(), id, 'a.bin', 900_000)
		await server().runJobs()
		expect(await notice(id)).toEqual({ level: 80, files: 900_000 + EXAMPLES, trash: 0, versions: 0, quota: 1024 ** 2 })

		await upload(server(), id, 'b.bin', 60_000)
		await server().runJobs()
		expect(await notice(id)).toMatchObject({ level: 90, files: 960_000 + EXAMPLES })

		await dav(server(), id, 'DELETE', 'a.bin')
		await server().runJobs()
		expect(await notice(id)).toBeNull()
	})

	it('does not come to a disabled account', async () => {
		const id = newName('disabled')
		await createAccount(server(), id, '1 MB')
		await upload(server(), id, 'a.bin', 1_000_000)
		await ocs(server(), server().admin, 'PUT', `cloud/users/${id}/disable`)
		await server().runJobs()
		expect(await notice(id)).toBeNull()
		expect(await inUsage(id)).toMatchObject({ enabled: false, level: 95 })
	})

	it('is not needed for a quota of nothing', async () => {
		const id = newName('nothing')
		await createAccount(server(), id, '0 B')
		await server().runJobs()
		expect(await notice(id)).toBeNull()
		expect(await inUsage(id)).toMatchObject({ quota: 0, percent: null, level: null })
	})
})

describe('occ ensemble_quota:check', () => {
	it('prints counts and no names', async () => {
		const { stdout, code } = await server().occ(['ensemble_quota:check'])
		expect(code).toBe(0)
		expect(stdout).toMatch(/^accounts: \d+\nwarned: \d+\nchanged: \d+\n$/)
	})
})
