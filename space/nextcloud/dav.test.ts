// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Files through WebDAV: what counts, what is refused, trash and versions. */

import { describe, expect, it } from 'vitest'
import { as, Browser, tokenOf, useSpace } from '../test/client.ts'

const space = useSpace()
const ROOT = '/remote.php/dav/files'
const dav = (account: string, method: string, path: string, body?: BodyInit, headers?: Record<string, string>) => as(space.current.url, account)(method, path, { body, headers: { 'OCS-APIRequest': '', ...headers } })
const paths = (account: string) => space.current.space.files(account).map(({ path }) => path)

describe('files', () => {
	it('are stored, read, replaced and deleted', async () => {
		expect((await dav('ruth', 'PUT', `${ROOT}/ruth/tea%20%26%20cake.txt`, 'scones')).status).toBe(201)
		expect(await (await dav('ruth', 'GET', `${ROOT}/ruth/tea%20%26%20cake.txt`)).text()).toBe('scones')
		expect((await dav('ruth', 'PUT', `${ROOT}/ruth/tea%20%26%20cake.txt`, 'more scones')).status).toBe(204)
		expect(paths('ruth').filter((path) => path.startsWith('files_versions/tea'))).toHaveLength(1)
		expect((await dav('ruth', 'DELETE', `${ROOT}/ruth/tea%20%26%20cake.txt`)).status).toBe(204)
		expect(paths('ruth')).not.toContain('files/tea & cake.txt')
		expect(paths('ruth').filter((path) => /^files_trashbin\/files\/tea & cake\.txt\.d\d+$/.test(path))).toHaveLength(1)
		expect(paths('ruth').filter((path) => /^files_trashbin\/versions\/tea & cake\.txt\.d\d+\.v\d+$/.test(path))).toHaveLength(1)
		expect((await dav('ruth', 'GET', `${ROOT}/ruth/tea%20%26%20cake.txt`)).status).toBe(404)
		expect((await dav('ruth', 'DELETE', '/remote.php/dav/trashbin/ruth/trash')).status).toBe(204)
		expect(paths('ruth').filter((path) => path.startsWith('files_trashbin/'))).toEqual([])
	})

	it('larger than what is kept have their size all the same', async () => {
		expect((await dav('ruth', 'PUT', `${ROOT}/ruth/big.bin`, new Uint8Array(1_000_000))).status).toBe(201)
		expect((await (await dav('ruth', 'GET', `${ROOT}/ruth/big.bin`)).arrayBuffer()).byteLength).toBe(1_000_000)
	})

	it('need a folder that is there', async () => {
		expect((await dav('ruth', 'PUT', `${ROOT}/ruth/New/a.txt`, 'a')).status).toBe(409)
		expect((await dav('ruth', 'MKCOL', `${ROOT}/ruth/New`)).status).toBe(201)
		expect((await dav('ruth', 'MKCOL', `${ROOT}/ruth/New`)).status).toBe(405)
		expect((await dav('ruth', 'PUT', `${ROOT}/ruth/New/a.txt`, 'a')).status).toBe(201)
		expect((await dav('ruth', 'DELETE', `${ROOT}/ruth/New`)).status).toBe(204)
		expect(paths('ruth').filter((path) => path.startsWith('files/New'))).toEqual([])
	})

	it('are not taken where there is no room: 507, and nothing changes', async () => {
		const before = paths('odile')
		const response = await dav('odile', 'PUT', `${ROOT}/odile/film.mp4`, 'x', { 'OC-Total-Length': '1' })
		expect(response.status).toBe(201)
		await as(space.current.url, 'maelle')('PUT', '/ocs/v2.php/cloud/users/odile', { body: new URLSearchParams({ key: 'quota', value: '1 MB' }) })
		const refused = await dav('odile', 'PUT', `${ROOT}/odile/film2.mp4`, 'xx')
		expect(refused.status).toBe(507)
		expect(await refused.text()).toContain('Sabre\\DAV\\Exception\\InsufficientStorage')
		expect(paths('odile')).toEqual([...before, 'files/film.mp4'])
	})

	it('tell what is used and left', async () => {
		const response = await dav('yves', 'PROPFIND', `${ROOT}/yves/`, '<d:propfind xmlns:d="DAV:"><d:prop><d:quota-used-bytes/><d:quota-available-bytes/><d:unknown/></d:prop></d:propfind>', { Depth: '0' })
		expect(response.status).toBe(207)
		const text = await response.text()
		expect(Number(text.match(/<d:quota-used-bytes>(\d+)</)![1]) / 1024 ** 2).toBeCloseTo(2048, 0)
		expect(Number(text.match(/<d:quota-available-bytes>(\d+)</)![1]) / 1024 ** 2).toBeCloseTo(3072, 0)
		expect(text).toContain('<d:unknown/></d:prop><d:status>HTTP/1.1 404')
	})

	it('of a folder are listed', async () => {
		const text = await (await dav('yves', 'PROPFIND', `${ROOT}/yves/Photos`, undefined, { Depth: '1' })).text()
		expect([...text.matchAll(/<d:href>([^<]+)</g)].map(([, href]) => decodeURIComponent(href!))).toEqual([
			'/remote.php/dav/files/yves/Photos/',
			'/remote.php/dav/files/yves/Photos/Parcelles au printemps.zip',
			'/remote.php/dav/files/yves/Photos/Serre avant travaux.jpg',
		])
	})
})

describe('who may', () => {
	it('nobody, and nobody else', async () => {
		expect((await fetch(`${space.current.url}${ROOT}/yves/`, { method: 'PROPFIND' })).status).toBe(401)
		expect((await dav('ruth', 'GET', `${ROOT}/yves/Plan%20des%20parcelles.pdf`)).status).toBe(404)
		expect((await dav('ruth', 'GET', `${ROOT}/ruth/..%2F..%2Fyves`)).status).toBe(404)
	})

	it('a session, with the token of its page', async () => {
		const browser = await new Browser(space.current.url).be('ruth')
		const token = tokenOf(await browser.page('/apps/files/'))
		expect((await browser.send('PUT', `${ROOT}/ruth/s.txt`, { body: 's' })).status).toBe(401)
		expect((await browser.send('PUT', `${ROOT}/ruth/s.txt`, { body: 's', headers: { requesttoken: token } })).status).toBe(201)
	})
})
