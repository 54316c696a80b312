// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what is asked of Nextcloud's WebDAV. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deleteFile, deleteVersion, emptyTrash, restoreFile } from './dav.ts'

const send = vi.fn<typeof fetch>()
const asked = () => send.mock.calls.map(([url, init]) => `${init?.method} ${url}`)
const item = { id: 7, name: '50 % été.odt', folder: '/Photos/2024', size: 1, changedAt: 0 }

beforeEach(() => {
	vi.stubGlobal('fetch', send)
	document.head.dataset.user = 'odile'
	send.mockImplementation(async () => new Response(null, { status: 204 }))
})

afterEach(() => {
	send.mockReset()
	vi.unstubAllGlobals()
})

describe('deleting', () => {
	it('names the file, the version and the trash as Nextcloud does', async () => {
		await deleteFile(item)
		await deleteFile({ ...item, folder: '/' })
		await deleteVersion({ file: 7, version: '1700000000', name: 'a', folder: '/', size: 1, at: 0 })
		await emptyTrash()
		expect(asked()).toEqual([
			'DELETE /remote.php/dav/files/odile/Photos/2024/50%20%25%20%C3%A9t%C3%A9.odt',
			'DELETE /remote.php/dav/files/odile/50%20%25%20%C3%A9t%C3%A9.odt',
			'DELETE /remote.php/dav/versions/odile/versions/7/1700000000',
			'DELETE /remote.php/dav/trashbin/odile/trash',
		])
		expect(new Headers(send.mock.calls[0]![1]?.headers).get('OCS-APIRequest')).toBe('true')
	})

	it.each([[404, 'not_found'], [401, 'unauthorized'], [423, 'unreadable'], [503, 'server']])('after HTTP %d says %s', async (status, code) => {
		send.mockResolvedValue(new Response('<xml/>', { status }))
		await expect(emptyTrash()).rejects.toMatchObject({ code })
	})

	it('says that the server cannot be reached', async () => {
		send.mockRejectedValue(new TypeError('Failed to fetch'))
		await expect(deleteFile(item)).rejects.toMatchObject({ code: 'network' })
	})
})

describe('bringing back', () => {
	const entry = (name: string, id: number) => `<d:response><d:href>/remote.php/dav/trashbin/odile/trash/${name}</d:href><d:propstat><d:prop><oc:fileid>${id}</oc:fileid></d:prop></d:propstat></d:response>`
	const trash = (...entries: string[]) => new Response(`<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:response><d:href>/remote.php/dav/trashbin/odile/trash/</d:href></d:response>${entries.join('')}</d:multistatus>`, { status: 207 })

	it('finds the entry by the id that the file keeps', async () => {
		send.mockResolvedValueOnce(trash(entry('a.odt.d1700000000', 6), entry('50%20%25%20%c3%a9t%c3%a9.odt.d1700000001', 7)))
		expect(await restoreFile(7)).toBe(true)
		expect(asked()).toEqual(['PROPFIND /remote.php/dav/trashbin/odile/trash', 'MOVE /remote.php/dav/trashbin/odile/trash/50%20%25%20%C3%A9t%C3%A9.odt.d1700000001'])
		expect(new Headers(send.mock.calls[1]![1]?.headers).get('Destination')).toBe('/remote.php/dav/trashbin/odile/restore/50%20%25%20%C3%A9t%C3%A9.odt.d1700000001')
	})

	it('moves nothing where it is no longer there', async () => {
		send.mockResolvedValueOnce(trash(entry('a.odt.d1700000000', 6)))
		expect(await restoreFile(7)).toBe(false)
		expect(asked()).toHaveLength(1)
	})
})
