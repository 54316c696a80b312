// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The trash and old versions through WebDAV: listed, taken away, brought back. */

import { beforeEach, describe, expect, it } from 'vitest'
import { as, useSpace } from '../test/client.ts'

const space = useSpace()
const dav = (method: string, path: string, body?: BodyInit, headers?: Record<string, string>, account = 'ruth') => as(space.current.url, account)(method, `/remote.php/dav/${path}`, { body, headers: { 'OCS-APIRequest': '', ...headers } })
const home = () => space.current.space.home('ruth')
const paths = (root: string) => home().files.map(({ path }) => path).filter((path) => path.startsWith(root))
const hrefs = async (response: Response) => [...(await response.text()).matchAll(/<d:href>([^<]+)</g)].map(([, href]) => decodeURIComponent(href!))
const restore = (entry: string, target = `/remote.php/dav/trashbin/ruth/restore/${entry}`) => dav('MOVE', `trashbin/ruth/trash/${entry}`, undefined, { Destination: space.current.url + target })
const entryOf = async (name: string) => (await hrefs(await dav('PROPFIND', 'trashbin/ruth/trash', undefined, { Depth: '1' }))).map((href) => href.replace(/\/$/, '').split('/').at(-1)!).find((one) => one.startsWith(`${name}.d`))!

beforeEach(() => {
	home().files.splice(0)
	home().folders.clear()
})

describe('the trash', () => {
	it('lists what was deleted, where it was and when', async () => {
		await dav('MKCOL', 'files/ruth/Tea')
		await dav('PUT', 'files/ruth/Tea/cake%20%26%20scones.txt', 'scones')
		await dav('DELETE', 'files/ruth/Tea/cake%20%26%20scones.txt')
		const text = await (await dav('PROPFIND', 'trashbin/ruth/trash', undefined, { Depth: '1' })).text()
		expect(text).toContain('<nc:trashbin-filename>cake &amp; scones.txt</nc:trashbin-filename>')
		expect(text).toContain('<nc:trashbin-original-location>Tea/cake &amp; scones.txt</nc:trashbin-original-location>')
		expect(text).toMatch(/<nc:trashbin-deletion-time>\d{10}</)
		expect(text).toContain('<oc:size>6</oc:size>')
		expect(await hrefs(await dav('PROPFIND', 'trashbin/ruth/trash', undefined, { Depth: '0' }))).toEqual(['/remote.php/dav/trashbin/ruth/trash/'])
	})

	it('gives a file back with its versions, content and id', async () => {
		await dav('PUT', 'files/ruth/a.txt', 'one')
		const id = (await dav('PUT', 'files/ruth/a.txt', 'two')).headers.get('OC-FileId')
		const before = paths('files')
		await dav('DELETE', 'files/ruth/a.txt')
		expect((await restore(await entryOf('a.txt'))).status).toBe(201)
		expect(paths('files').toSorted()).toEqual(before.toSorted())
		expect(await (await dav('GET', 'files/ruth/a.txt')).text()).toBe('two')
		expect(String(space.current.space.fileId('ruth', 'files/a.txt'))).toBe(id)
	})

	it('gives a folder back to where it was, to the top if that is gone', async () => {
		for (const folder of ['A', 'A/B']) {
			await dav('MKCOL', `files/ruth/${folder}`)
		}
		await dav('PUT', 'files/ruth/A/B/c.txt', 'c')
		await dav('DELETE', 'files/ruth/A/B')
		await restore(await entryOf('B'))
		expect(paths('files/')).toEqual(['files/A/B/c.txt'])
		await dav('DELETE', 'files/ruth/A/B')
		await dav('DELETE', 'files/ruth/A')
		await restore(await entryOf('B'))
		expect(paths('files/')).toEqual(['files/B/c.txt'])
	})

	it('gives a file another name where its own is taken', async () => {
		await dav('PUT', 'files/ruth/a.txt', 'one')
		await dav('DELETE', 'files/ruth/a.txt')
		await dav('PUT', 'files/ruth/a.txt', 'other')
		await restore(await entryOf('a.txt'))
		expect(paths('files/').toSorted()).toEqual(['files/a (restored).txt', 'files/a.txt'])
	})

	it('lets go of one entry, and only of that', async () => {
		for (const name of ['a.txt', 'b.txt']) {
			await dav('PUT', `files/ruth/${name}`, 'one')
			await dav('PUT', `files/ruth/${name}`, 'two')
			await dav('DELETE', `files/ruth/${name}`)
		}
		expect((await dav('DELETE', `trashbin/ruth/trash/${await entryOf('a.txt')}`)).status).toBe(204)
		expect(paths('files_trashbin/').filter((path) => path.includes('a.txt'))).toEqual([])
		expect(paths('files_trashbin/')).toHaveLength(2)
	})

	it('has nothing for others, nor what is not there', async () => {
		expect((await dav('PROPFIND', 'trashbin/ruth/trash', undefined, {}, 'yves')).status).toBe(404)
		expect((await dav('DELETE', 'trashbin/ruth/trash/none.d1')).status).toBe(404)
		expect((await restore('none.d1')).status).toBe(404)
		await dav('PUT', 'files/ruth/a.txt', 'one')
		await dav('DELETE', 'files/ruth/a.txt')
		expect((await restore(await entryOf('a.txt'), '/remote.php/dav/files/yves/a.txt')).status).toBe(403)
	})
})

describe('versions', () => {
	/** A file with two old versions. */
	const make = async () => {
		for (const [index, words] of ['one', 'two!', 'three'].entries()) {
			await dav('PUT', 'files/ruth/report.txt', words, { 'X-OC-Mtime': String(1_700_000_000 + index) })
		}
		return space.current.space.fileId('ruth', 'files/report.txt')
	}

	it('are listed with the one in force', async () => {
		const id = await make()
		expect(await hrefs(await dav('PROPFIND', `versions/ruth/versions/${id}`, undefined, { Depth: '1' }))).toEqual(['', '1700000002', '1700000000', '1700000001'].map((name) => `/remote.php/dav/versions/ruth/versions/${id}/${name}`))
	})

	it('go one by one; the file stays', async () => {
		const id = await make()
		expect((await dav('DELETE', `versions/ruth/versions/${id}/1700000000`)).status).toBe(204)
		expect(paths('files_versions/')).toEqual(['files_versions/report.txt.v1700000001'])
		expect((await dav('DELETE', `versions/ruth/versions/${id}/1700000000`)).status).toBe(404)
		expect((await dav('DELETE', `versions/ruth/versions/${id}/1700000002`)).status).toBe(404)
		expect(await (await dav('GET', 'files/ruth/report.txt')).text()).toBe('three')
	})

	it('are nobody else\'s', async () => {
		const id = await make()
		expect((await dav('PROPFIND', `versions/yves/versions/${id}`, undefined, {}, 'yves')).status).toBe(404)
		expect((await dav('DELETE', `versions/yves/versions/${id}/1700000000`, undefined, {}, 'yves')).status).toBe(404)
		expect(paths('files_versions/')).toHaveLength(2)
	})
})
