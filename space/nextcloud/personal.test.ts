// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What accounts choose and leave behind: appearance, mails, order of apps, app passwords, shares, subscriptions. */

import { beforeEach, describe, expect, it } from 'vitest'
import { as, ocsListOf, ocsOf, useSpace } from '../test/client.ts'
import { appTokens, shares, subscriptions } from './traces.ts'

const space = useSpace({ seed: 'empty' })
const admin = () => as(space.current.url, 'admin', 'admin')
const json = (body: object) => ({ body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
let id = ''
let count = 0
beforeEach(async () => {
	id = `person-${++count}`
	await admin()('POST', '/ocs/v2.php/cloud/users', json({ userid: id, password: 'x' }))
})
const person = (password = 'x') => as(space.current.url, id, password)

describe('appearance', () => {
	const set = async (method: string, theme: string) => (await person()(method, `/ocs/v2.php/apps/theming/api/v1/theme/${theme}${method === 'PUT' ? '/enable' : ''}`)).status
	const shown = async () => (await (await person()('GET', '/apps/dashboard/', { headers: { Accept: 'text/html' } })).text()).match(/<body[^>]*>/)![0]

	it('is one set of colours, and a font beside it', async () => {
		expect([await set('PUT', 'dark'), await set('PUT', 'opendyslexic'), await set('PUT', 'light-highcontrast')]).toEqual([200, 200, 200])
		expect(await shown()).toContain('data-theme-light-highcontrast data-theme-opendyslexic data-themes="light-highcontrast,opendyslexic"')
		expect([await set('DELETE', 'light-highcontrast'), await set('DELETE', 'dark')]).toEqual([200, 200])
		expect(await shown()).toContain('data-themes="default,opendyslexic"')
	})

	it('is nothing that there is not', async () => {
		expect([await set('PUT', 'sepia'), await set('DELETE', 'sepia')]).toEqual([400, 400])
		expect(await shown()).toContain('data-themes="default"')
	})
})

describe('mails about notifications', () => {
	const SETTINGS = '/ocs/v2.php/apps/notifications/api/v2/settings'

	it('come as often as the person wants', async () => {
		expect((await person()('POST', SETTINGS, json({ batchSetting: 4, soundNotification: 'no', soundTalk: 'no' }))).status).toBe(200)
		expect(space.current.space.userValue(id, 'notifications', 'batchSetting')).toBe(4)
	})

	it.each([{}, { batchSetting: 5, soundNotification: 'no', soundTalk: 'no' }, { batchSetting: 1 }])('%o is refused', async (body) => {
		expect((await person()('POST', SETTINGS, json(body))).status).toBe(400)
		expect(space.current.space.userValue(id, 'notifications', 'batchSetting')).toBeUndefined()
	})
})

describe('the order of apps', () => {
	const ORDER = '/ocs/v2.php/apps/provisioning_api/api/v1/config/users/core/apporder'

	it('is kept, and taken back', async () => {
		expect((await person()('POST', ORDER, json({ configValue: '{"files":{"order":0}}' }))).status).toBe(200)
		expect(space.current.space.userValue(id, 'core', 'apporder')).toEqual({ files: { order: 0 } })
		expect((await person()('POST', ORDER, json({ configValue: 'files' }))).status).toBe(400)
		expect((await person()('DELETE', ORDER)).status).toBe(200)
		expect(space.current.space.userValue(id, 'core', 'apporder')).toBeUndefined()
	})
})

describe('a password for an app', () => {
	it('lets the app in, but makes no other one', async () => {
		const { data } = await ocsOf(await person()('GET', '/ocs/v2.php/core/getapppassword'))
		const password = data.apppassword as string
		expect((await person(password)('GET', `/ocs/v2.php/cloud/users/${id}`)).status).toBe(200)
		expect((await person(password)('GET', '/ocs/v2.php/core/getapppassword')).status).toBe(403)
		expect((await person(`${password}x`)('GET', `/ocs/v2.php/cloud/users/${id}`)).status).toBe(401)
	})
})

describe('a share', () => {
	const SHARES = '/ocs/v2.php/apps/files_sharing/api/v1/shares'

	it('is made of what there is, for whom there is', async () => {
		await person()('PUT', `/remote.php/dav/files/${id}/letter.txt`, { body: 'Dear all' })
		const made = async (body: object) => (await person()('POST', SHARES, json(body))).status
		expect([await made({ path: 'nothing.txt', shareType: 3 }), await made({ path: 'letter.txt', shareType: 0, shareWith: 'nobody' }), await made({ path: 'letter.txt', shareType: 1, shareWith: 'none' }), await made({ path: 'letter.txt', shareType: 9 }), await made({ shareType: 3 })]).toEqual([404, 404, 404, 400, 404])
		expect([await made({ path: '/letter.txt', shareType: 3 }), await made({ path: 'letter.txt', shareType: 0, shareWith: 'admin' })]).toEqual([200, 200])
		const listed = await ocsListOf(await person()('GET', SHARES))
		expect(listed.map((share) => [share.path, share.share_type])).toEqual([['/letter.txt', 3], ['/letter.txt', 0]])
		expect((await admin()('DELETE', `${SHARES}/${String(listed[0]!.id)}`)).status).toBe(404)
		expect((await person()('DELETE', `${SHARES}/${String(listed[0]!.id)}`)).status).toBe(200)
		expect(shares(space.current.space).filter(({ account }) => account === id)).toHaveLength(1)
	})
})

describe('a calendar from elsewhere', () => {
	const body = (source: string) => `<?xml version="1.0"?><x0:mkcol xmlns:x0="DAV:" xmlns:x1="http://calendarserver.org/ns/"><x0:set><x0:prop><x0:resourcetype><x0:collection/><x1:subscribed/></x0:resourcetype><x1:source><x0:href>${source}</x0:href></x1:source></x0:prop></x0:set></x0:mkcol>`
	const subscribe = async (owner: string, xml: string, type = 'application/xml') => (await person()('MKCOL', `/remote.php/dav/calendars/${owner}/holidays`, { body: xml, headers: { 'Content-Type': type } })).status

	it('is subscribed to once, by its reader', async () => {
		const source = body('https://example.org/holidays.ics')
		expect(await subscribe(id, source, 'text/plain')).toBe(415)
		expect([await subscribe('admin', source), await subscribe(id, '<mkcol/>'), await subscribe(id, source), await subscribe(id, source)]).toEqual([404, 403, 201, 405])
		expect(subscriptions(space.current.space).filter(({ account }) => account === id)).toEqual([{ account: id, uri: 'holidays', source: 'https://example.org/holidays.ics' }])
		const DELETE = async () => (await person()('DELETE', `/remote.php/dav/calendars/${id}/holidays`)).status
		expect([await DELETE(), await DELETE()]).toEqual([204, 404])
	})
})

it('what somebody has left behind goes with the account', async () => {
	await person()('PUT', `/remote.php/dav/files/${id}/letter.txt`, { body: 'Dear all' })
	await person()('POST', '/ocs/v2.php/apps/files_sharing/api/v1/shares', json({ path: 'letter.txt', shareType: 3 }))
	await person()('GET', '/ocs/v2.php/core/getapppassword')
	const left = () => [shares, appTokens].map((rows) => rows(space.current.space).filter(({ account }) => account === id).length)
	expect(left()).toEqual([1, 1])
	await admin()('DELETE', `/ocs/v2.php/cloud/users/${id}`)
	expect(left()).toEqual([0, 0])
})
