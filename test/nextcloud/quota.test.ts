// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The storage app counts what Nextcloud counts, to the byte, and warns whom it should. */

import type { Member, Mine } from '../../apps/quota/contract.ts'

import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import table from '../../apps/quota/cases/quotas.json' with { type: 'json' }
import { contract } from '../../apps/quota/contract.ts'
import { fromEnvironment } from './connection.ts'
import { createAccount, dav, ocs, PASSWORD, upload, usedBytes } from './people.ts'
import { must } from './process.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
const API = 'apps/ensemble_quota/api/v1'
/** The two example files that the harness gives a new account. */
const EXAMPLES = 48

async function mine(id: string): Promise<Mine> {
	const { status, data } = await ocs(server(), `${id}:${PASSWORD}`, 'GET', `${API}/mine`)
	expect(status).toBe(200)
	return contract.endpoints['GET /api/v1/mine'].response.parse(data)
}

async function usage() {
	const { data } = await ocs(server(), server().admin, 'GET', `${API}/usage`)
	return contract.endpoints['GET /api/v1/usage'].response.parse(data)
}

async function inUsage(id: string): Promise<Member> {
	return (await usage()).members.find(({ account }) => account === id)!
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
		const { changedAt, ...row } = await inUsage(id)
		expect(row).toEqual({ account: id, name: id, enabled: true, seen: true, groups: [], files, trash, versions, quota, percent, level, stored: '10 MB' })
		expect(Math.abs(changedAt! - Date.now() / 1000)).toBeLessThan(120)
		const { stdout } = await server().occ(['user:info', id, '--output', 'json'])
		expect(JSON.parse(stdout)).toMatchObject({ storage: { used: files, quota, total: quota, free: quota! - files } })
	})

	it('knows the groups, by their names, and who was never here', async () => {
		const id = newName('grouped')
		await createAccount(server(), id)
		const group = newName('group')
		await ocs(server(), server().admin, 'POST', 'cloud/groups', { groupid: group, displayname: 'The choir' })
		await ocs(server(), server().admin, 'POST', `cloud/users/${id}/groups`, { groupid: group })
		expect(await inUsage(id)).toMatchObject({ groups: [group], seen: false, stored: 'default', changedAt: null })
		expect((await usage()).groups).toMatchObject({ [group]: 'The choir', admin: 'admin' })
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

describe('occ ensemble_quota:check', () => {
	it('prints counts and no names', async () => {
		const { stdout, code } = await server().occ(['ensemble_quota:check'])
		expect(code).toBe(0)
		expect(stdout).toMatch(/^accounts: \d+\nwarned: \d+\nchanged: \d+\nnotifications: \d+\nmails: \d+\n$/)
	})
})
