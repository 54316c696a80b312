// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What wants the password once more: quotas and app config, half an hour after it was given. */

import { describe, expect, it } from 'vitest'
import { as, Browser, ocsOf, tokenOf, useSpace } from '../test/client.ts'

let now = 1_795_000_000
const space = useSpace({ now: () => now })

/** Maëlle's browser, and a request of one of her pages. */
async function maelle() {
	const browser = await new Browser(space.current.url).be('maelle')
	const headers = { requesttoken: tokenOf(await browser.page('/apps/dashboard/')), 'OCS-APIRequest': 'true', Accept: 'application/json', 'Content-Type': 'application/json' }
	const send = (method: string, path: string, body: object, more: Record<string, string> = {}) => browser.send(method, path, { body: JSON.stringify(body), headers: { ...headers, ...more } })
	return {
		send,
		quota: (value: string) => send('PUT', '/ocs/v2.php/cloud/users/ruth', { key: 'quota', value }),
		usual: (value: string) => send('POST', '/ocs/v2.php/apps/provisioning_api/api/v1/config/apps/files/default_quota', { value }),
		confirm: (password: string) => send('POST', '/index.php/login/confirm', { password }),
	}
}

describe('a quota', () => {
	it('is changed only after the password', async () => {
		const { quota, usual, confirm } = await maelle()
		for (const refused of [await quota('6 GB'), await usual('6 GB')]) {
			expect(refused.status).toBe(403)
			expect((await ocsOf(refused)).meta.message).toBe('Password confirmation is required')
		}
		expect(space.current.space.quota('ruth')).toBe(5 * 1024 ** 3)
		expect((await confirm('wrong')).status).toBe(403)
		expect((await quota('6 GB')).status).toBe(403)
		const confirmed = await confirm('demo')
		expect([confirmed.status, await confirmed.json()]).toEqual([200, { lastLogin: now }])
		expect([(await quota('6 GB')).status, (await usual('7 GB')).status]).toEqual([200, 200])
		expect([space.current.space.account('ruth')!.quota, space.current.space.defaultQuota]).toEqual(['6 GB', '7 GB'])
	})

	it('wants it again after half an hour', async () => {
		const { quota, confirm } = await maelle()
		await confirm('demo')
		now += 30 * 60
		expect((await quota('6 GB')).status).toBe(200)
		now += 16
		expect((await quota('6 GB')).status).toBe(403)
	})

	it('needs none from who sends it with each request', async () => {
		expect((await as(space.current.url, 'maelle')('PUT', '/ocs/v2.php/cloud/users/ruth', { body: new URLSearchParams({ key: 'quota', value: '8 GB' }) })).status).toBe(200)
	})
})

describe('an account, a group and an app', () => {
	it('are made and switched only after the password', async () => {
		const { send, confirm } = await maelle()
		const account = () => send('POST', '/ocs/v2.php/cloud/users', { userid: 'newly', email: 'newly@example.org' })
		const group = () => send('POST', '/ocs/v2.php/cloud/groups', { groupid: 'choir' })
		const off = () => send('DELETE', '/ocs/v2.php/cloud/apps/polls', {})
		expect([(await account()).status, (await group()).status, (await off()).status]).toEqual([403, 403, 403])
		await confirm('demo')
		expect([(await account()).status, (await group()).status, (await off()).status]).toEqual([200, 200, 200])
	})

	it('wants it with the request itself before an app is switched on, as in Nextcloud', async () => {
		const { send, confirm } = await maelle()
		await confirm('demo')
		const enable = (headers = {}) => send('POST', '/ocs/v2.php/apps/appstore/api/v1/apps/enable', { appId: 'polls', groups: ['bureau'] }, headers)
		expect((await enable()).status).toBe(403)
		expect((await enable({ Authorization: `Basic ${btoa('maelle:wrong')}` })).status).toBe(403)
		expect((await enable({ Authorization: `Basic ${btoa('maelle:demo')}` })).status).toBe(200)
		expect(space.current.space.appValue('polls', 'enabled')).toEqual(['bureau'])
	})
})

it('a password is confirmed by somebody logged in only, from their own page', async () => {
	expect((await fetch(`${space.current.url}/login/confirm`, { method: 'POST', body: new URLSearchParams({ password: 'demo' }) })).status).toBe(401)
	const browser = await new Browser(space.current.url).be('maelle')
	expect((await browser.send('POST', '/login/confirm', { body: new URLSearchParams({ password: 'demo' }) })).status).toBe(412)
})

it('one\'s own name needs no password here', async () => {
	const { send } = await maelle()
	expect((await send('PUT', '/ocs/v2.php/cloud/users/maelle', { key: 'language', value: 'fr' })).status).toBe(200)
})
