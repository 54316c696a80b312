// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Statuses and bodies of OCS answers, as Nextcloud gives them. */

import { describe, expect, it } from 'vitest'
import { as, Browser, ocsOf, tokenOf, useSpace } from '../test/client.ts'

const space = useSpace()
const CHARTER = '/ocs/v2.php/apps/ensemble_charter/api/v1/charter'
const ADMIN = '/ocs/v2.php/apps/ensemble_charter/api/v1/versions'

describe('who is let in', () => {
	it('nobody: 401 with Nextcloud\'s number 997', async () => {
		const response = await fetch(space.current.url + CHARTER, { headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' } })
		expect(response.status).toBe(401)
		expect(await ocsOf(response)).toEqual({ meta: { status: 'failure', statuscode: 997, message: 'Current user is not logged in' }, data: [] })
	})

	it('a wrong password: 401', async () => {
		expect((await as(space.current.url, 'yves', 'wrong')('GET', CHARTER)).status).toBe(401)
		expect((await as(space.current.url, '__proto__', 'wrong')('GET', CHARTER)).status).toBe(401)
	})

	it('a disabled account: 401', async () => {
		expect((await as(space.current.url, 'lucien')('GET', CHARTER)).status).toBe(401)
	})

	it('a member at an admin\'s endpoint: 403', async () => {
		const response = await as(space.current.url, 'yves')('GET', ADMIN)
		expect(response.status).toBe(403)
		expect((await ocsOf(response)).meta.message).toBe('Logged in account must be an admin')
	})

	it('a member, and an admin', async () => {
		expect((await as(space.current.url, 'yves')('GET', CHARTER)).status).toBe(200)
		expect((await ocsOf(await as(space.current.url, 'maelle')('GET', ADMIN))).data.versions).toHaveLength(4)
	})
})

describe('what is meant (CSRF)', () => {
	it('a name and password alone are not enough: 412', async () => {
		const response = await as(space.current.url, 'yves')('GET', CHARTER, { headers: { 'OCS-APIRequest': '' } })
		expect(response.status).toBe(412)
		expect(await response.json()).toEqual({ message: 'CSRF check failed' })
	})

	it('a session needs the token of its page', async () => {
		const browser = await new Browser(space.current.url).be('yves')
		const token = tokenOf(await browser.page('/apps/dashboard/'))
		const get = async (headers: Record<string, string>) => (await browser.send('GET', CHARTER, { headers: { Accept: 'application/json', ...headers } })).status
		expect(await get({})).toBe(412)
		expect(await get({ requesttoken: 'other' })).toBe(412)
		expect(await get({ requesttoken: token })).toBe(200)
		expect(await get({ 'OCS-APIRequest': 'true' })).toBe(200)
	})

	it('and the same-site cookies', async () => {
		const browser = await new Browser(space.current.url).be('yves')
		const token = tokenOf(await browser.page('/apps/dashboard/'))
		browser.cookies.delete('nc_sameSiteCookiestrict')
		expect((await browser.send('GET', CHARTER, { headers: { requesttoken: token } })).status).toBe(412)
	})
})

describe('forms of answers', () => {
	it('XML unless JSON is asked for', async () => {
		const response = await as(space.current.url, 'yves')('GET', '/ocs/v2.php/cloud/users/yves', { headers: { Accept: '*/*' } })
		expect(response.headers.get('Content-Type')).toBe('text/xml; charset=UTF-8')
		expect(await response.text()).toContain('<displayname>Yves Castagnol</displayname>')
		const asked = await as(space.current.url, 'yves')('GET', '/ocs/v2.php/cloud/users/yves?format=json', { headers: { Accept: '*/*' } })
		expect((await ocsOf(asked)).data.displayname).toBe('Yves Castagnol')
	})

	it('an unknown address: 998 as 404; a wrong method: 405', async () => {
		const response = await as(space.current.url, 'yves')('GET', '/ocs/v2.php/apps/ensemble_charter/api/v1/nothing')
		expect([response.status, (await ocsOf(response)).meta.statuscode]).toEqual([404, 998])
		expect((await as(space.current.url, 'yves')('DELETE', CHARTER)).status).toBe(405)
		expect((await as(space.current.url, 'yves')('GET', `${ADMIN}/%ff`)).status).toBe(404)
	})
})

describe('bodies', () => {
	const post = (body: BodyInit) => as(space.current.url, 'yves')('POST', '/ocs/v2.php/apps/ensemble_onboarding/api/v1/welcome', { body, headers: { 'Content-Type': 'application/json' } })

	it('malformed JSON counts as empty', async () => {
		const response = await post('{"seen":')
		expect(response.status).toBe(400)
		expect((await ocsOf(response)).data).toEqual({ error: 'invalid_request', field: 'seen', message: 'Il manque quelque chose ici.' })
	})

	it('over 2 MB: 413', async () => {
		const response = await post(JSON.stringify({ seen: true, more: 'x'.repeat(2 * 1024 * 1024) }))
		expect(response.status).toBe(413)
		expect((await ocsOf(response)).meta.statuscode).toBe(413)
	})
})
