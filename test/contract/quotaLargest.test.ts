// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What takes the most room: the largest files and folders, with ids that lead to them in Files. */

import type { Person } from './support/space.ts'

import { contract } from '@ensemble/quota/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileId } from './support/kept.ts'
import { basic } from './support/ocs.ts'
import { useSpace } from './support/useSpace.ts'

const MB = 1024 ** 2
const AT = 1_700_000_000
const space = useSpace()
let member: Person
beforeAll(async () => {
	member = await space.person()
	for (const folder of ['Alpha', 'Alpha/Été & co']) {
		await space.dav(member, 'MKCOL', `files/${member.id}/${encodeURI(folder).replace('&', '%26')}`)
	}
	await space.upload(member, 'Alpha/big.bin', 30 * MB, AT)
	await space.upload(member, 'Alpha/%C3%89t%C3%A9%20%26%20co/mid.bin', 25 * MB, AT + 1)
	await space.upload(member, 'top.bin', 20 * MB, AT + 2)
}, 60_000)

const largest = (as = member) => space.answer(contract, 'GET /api/v1/mine/largest', { as })

describe('the largest', () => {
	it('files come with name, folder, size, time and id', async () => {
		const { files } = await largest()
		expect(files.slice(0, 3)).toEqual([
			{ id: await fileId(space, member, 'Alpha/big.bin'), name: 'big.bin', folder: '/Alpha', size: 30 * MB, changedAt: AT },
			{ id: await fileId(space, member, 'Alpha/%C3%89t%C3%A9%20%26%20co/mid.bin'), name: 'mid.bin', folder: '/Alpha/Été & co', size: 25 * MB, changedAt: AT + 1 },
			{ id: await fileId(space, member, 'top.bin'), name: 'top.bin', folder: '/', size: 20 * MB, changedAt: AT + 2 },
		])
	})

	it('folders count with all that is in them', async () => {
		const { folders } = await largest()
		expect(folders.slice(0, 2).map(({ id, name, folder, size }) => ({ id, name, folder, size }))).toEqual([
			{ id: await fileId(space, member, 'Alpha'), name: 'Alpha', folder: '/', size: 55 * MB },
			{ id: await fileId(space, member, 'Alpha/%C3%89t%C3%A9%20%26%20co'), name: 'Été & co', folder: '/Alpha', size: 25 * MB },
		])
	})

	it('are at most twenty, the largest first', async () => {
		const { files, folders } = await largest()
		for (const list of [files, folders]) {
			expect(list.length).toBeLessThanOrEqual(20)
			expect(list.map(({ size }) => size)).toEqual(list.map(({ size }) => size).toSorted((a, b) => b - a))
		}
	})

	it('lead to their folder', async () => {
		const response = await fetch(`${space.baseUrl}/index.php/f/${(await largest()).files[0]!.id}`, { redirect: 'manual', headers: { Authorization: basic(member), Accept: 'text/html' } })
		expect([302, 303]).toContain(response.status)
		expect(decodeURIComponent(response.headers.get('Location')!)).toContain('dir=/Alpha')
	})

	it('are one\'s own only', async () => {
		const { files, folders } = await largest(await space.person())
		expect(JSON.stringify([files, folders])).not.toContain('big.bin')
		expect(folders.map(({ name }) => name)).not.toContain('Alpha')
	})

	it('are nothing of what was deleted', async () => {
		await space.deleteFile(member, 'top.bin')
		expect((await largest()).files.map(({ name }) => name)).not.toContain('top.bin')
	})
})
