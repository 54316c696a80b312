// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Accounts, groups, apps and app config through Nextcloud's provisioning API. */

import { describe, expect, it } from 'vitest'
import { mails } from '../messages.ts'
import { as, ocsOf, useSpace } from '../test/client.ts'

const space = useSpace({ seed: 'empty' })
const USERS = '/ocs/v2.php/cloud/users'
const admin = (method: string, path: string, fields?: Record<string, string>) => as(space.current.url, 'admin', 'admin')(method, path, fields && { body: new URLSearchParams(fields) })
const code = async (response: Response) => [response.status, (await ocsOf(response)).meta.statuscode]

describe('accounts', () => {
	it('are made, seen, changed and deleted', async () => {
		expect((await ocsOf(await admin('POST', USERS, { userid: 'paula', password: 'a long password', displayName: 'Paula', email: 'P@example.org', quota: '2 GB', language: 'fr' }))).data).toEqual({ id: 'paula' })
		const { data } = await ocsOf(await as(space.current.url, 'paula', 'a long password')('GET', `${USERS}/paula`))
		expect(data).toMatchObject({ id: 'paula', displayname: 'Paula', email: 'p@example.org', language: 'fr', enabled: true, quota: { quota: 2 * 1024 ** 3 } })
		expect(await code(await admin('PUT', `${USERS}/paula`, { key: 'quota', value: '1048576' }))).toEqual([200, 200])
		expect(space.current.space.account('paula')?.quota).toBe('1 MB')
		expect(await code(await admin('PUT', `${USERS}/paula/disable`))).toEqual([200, 200])
		expect((await as(space.current.url, 'paula', 'a long password')('GET', `${USERS}/paula`)).status).toBe(401)
		expect(await code(await admin('DELETE', `${USERS}/paula`))).toEqual([200, 200])
		expect(space.current.space.account('paula')).toBeUndefined()
		expect(await code(await admin('DELETE', `${USERS}/paula`))).toEqual([404, 998])
	})

	it.each([
		[{ userid: 'admin', password: 'x' }, 102],
		[{ userid: 'with/slash', password: 'x' }, 101],
		[{ userid: '', password: 'x' }, 101],
		[{ userid: 'nobody' }, 108],
		[{ userid: 'nobody', password: 'x', 'groups[]': 'none' }, 104],
	])('refuses %o with %i', async (fields, status) => {
		expect(await code(await admin('POST', USERS, fields))).toEqual([400, status])
		expect(space.current.space.account('nobody')).toBeUndefined()
	})

	it.each([['quota', 'much'], ['language', 'klingon']])('are made without what is refused afterwards, as in Nextcloud: %s %s', async (field, wrong) => {
		expect(await code(await admin('POST', USERS, { userid: 'half', displayName: 'Half Made', email: 'half@example.org', [field]: wrong }))).toEqual([400, 101])
		expect(space.current.space.account('half')).toMatchObject({ name: 'Half Made', email: '', quota: 'default', language: 'en' })
		expect(mails(space.current.space)).toEqual([])
		expect((await admin('DELETE', `${USERS}/half`)).status).toBe(200)
	})

	it('with an address and no password are invited by mail, others with an address told', async () => {
		expect((await admin('POST', USERS, { userid: 'invited', email: 'Invited@example.org', language: 'fr' })).status).toBe(200)
		expect(mails(space.current.space).map(({ app, account, subject }) => [app, account, subject])).toEqual([['settings', 'invited', 'invitation']])
		const page = await (await as(space.current.url, 'admin', 'admin')('GET', '/__space/mails', { headers: { Accept: 'text/html' } })).text()
		expect(page).toContain('invited@example.org')
		expect((await admin('DELETE', `${USERS}/invited`)).status).toBe(200)
		expect(mails(space.current.space)).toEqual([])
	})

	it('called like a property of JavaScript are accounts like any', async () => {
		expect((await admin('POST', USERS, { userid: '__proto__', password: 'x' })).status).toBe(200)
		space.current.space.setUserValue('__proto__', 'a', 'b', 1)
		expect(space.current.space.userValue('__proto__', 'a', 'b')).toBe(1)
		expect((await admin('DELETE', `${USERS}/__proto__`)).status).toBe(200)
	})

	it('change what is theirs, and nothing of others', async () => {
		await admin('POST', USERS, { userid: 'ana', password: 'x' })
		const ana = (path: string, key: string, value: string) => as(space.current.url, 'ana', 'x')('PUT', path, { body: new URLSearchParams({ key, value }) })
		expect((await ana(`${USERS}/ana`, 'language', 'fr')).status).toBe(200)
		expect(await code(await ana(`${USERS}/ana`, 'quota', 'none'))).toEqual([400, 113])
		expect(await code(await ana(`${USERS}/admin`, 'displayname', 'x'))).toEqual([404, 998])
		expect((await as(space.current.url, 'ana', 'x')('GET', `${USERS}/admin`)).status).toBe(404)
		expect((await as(space.current.url, 'ana', 'x')('POST', USERS)).status).toBe(403)
	})
})

describe('groups', () => {
	it('make admins', async () => {
		await admin('POST', USERS, { userid: 'ben', password: 'x' })
		expect((await admin('POST', `${USERS}/ben/groups`, { groupid: 'admin' })).status).toBe(200)
		expect((await as(space.current.url, 'ben', 'x')('GET', USERS)).status).toBe(200)
		expect((await admin('DELETE', `${USERS}/ben/groups?groupid=admin`)).status).toBe(200)
		expect((await as(space.current.url, 'ben', 'x')('GET', USERS)).status).toBe(403)
	})

	it('are made and listed', async () => {
		expect((await admin('POST', '/ocs/v2.php/cloud/groups', { groupid: 'garden' })).status).toBe(200)
		expect(await code(await admin('POST', '/ocs/v2.php/cloud/groups', { groupid: 'garden' }))).toEqual([400, 102])
		expect((await ocsOf(await admin('GET', '/ocs/v2.php/cloud/groups'))).data.groups).toContain('garden')
	})

	it('are searched for by id and name, and told with their members', async () => {
		const GROUPS = '/ocs/v2.php/cloud/groups'
		await admin('POST', GROUPS, { groupid: 'atelier', displayname: 'Repair workshop' })
		await admin('POST', USERS, { userid: 'gil', password: 'x' })
		await admin('POST', `${USERS}/gil/groups`, { groupid: 'atelier' })
		const ids = async (query: string) => (await ocsOf(await admin('GET', `${GROUPS}?${query}`))).data.groups
		expect([await ids('search=WORK'), await ids('search=ate'), await ids('search=none')]).toEqual([['atelier'], ['atelier'], []])
		expect(await ids('limit=1&offset=1')).toEqual((await ids('') as string[]).slice(1, 2))
		expect((await ocsOf(await admin('GET', `${GROUPS}/details?search=atelier`))).data).toEqual({ groups: [{ id: 'atelier', displayname: 'Repair workshop', usercount: 1, disabled: 0, canAdd: true, canRemove: true }] })
	})

	it('are deleted, with all memberships, but not admin', async () => {
		await admin('POST', '/ocs/v2.php/cloud/groups', { groupid: 'fleeting' })
		await admin('POST', USERS, { userid: 'dot', password: 'x' })
		await admin('POST', `${USERS}/dot/groups`, { groupid: 'fleeting' })
		expect((await admin('DELETE', '/ocs/v2.php/cloud/groups/fleeting')).status).toBe(200)
		expect(space.current.space.account('dot')?.groups).toEqual([])
		expect(await code(await admin('DELETE', '/ocs/v2.php/cloud/groups/fleeting'))).toEqual([400, 101])
		expect(await code(await admin('DELETE', '/ocs/v2.php/cloud/groups/admin'))).toEqual([400, 102])
	})
})

describe('app config and apps', () => {
	const CONFIG = '/ocs/v2.php/apps/provisioning_api/api/v1/config/apps'

	it('carry the host\'s policy to the settings of an app', async () => {
		const settings = async () => (await ocsOf(await admin('GET', '/ocs/v2.php/apps/ensemble_charter/api/v1/settings'))).data
		expect(await settings()).toMatchObject({ values: { laterDays: 1 }, sources: { laterDays: 'built-in' } })
		await admin('POST', `${CONFIG}/ensemble_charter/fleet_policy`, { value: JSON.stringify({ locked: { laterDays: 3 } }) })
		expect(await settings()).toMatchObject({ values: { laterDays: 3 }, sources: { laterDays: 'locked' } })
		// An invalid policy does not count; the last good one stays.
		await admin('POST', `${CONFIG}/ensemble_charter/fleet_policy`, { value: '{"locked":{"laterDays":900}}' })
		expect((await settings()).values).toMatchObject({ laterDays: 3 })
		await admin('DELETE', `${CONFIG}/ensemble_charter/fleet_policy`)
		expect((await settings()).values).toMatchObject({ laterDays: 1 })
	})

	it('are for admins', async () => {
		await admin('POST', USERS, { userid: 'cleo', password: 'x' })
		expect((await as(space.current.url, 'cleo', 'x')('POST', `${CONFIG}/ensemble_charter/fleet_policy`, { body: new URLSearchParams({ value: '{}' }) })).status).toBe(403)
		expect((await admin('POST', `${CONFIG}/ensemble_charter/enabled`, { value: 'no' })).status).toBe(403)
	})

	it('an app that is off answers 412', async () => {
		expect((await admin('DELETE', '/ocs/v2.php/cloud/apps/ensemble_quota')).status).toBe(200)
		expect((await admin('GET', '/ocs/v2.php/apps/ensemble_quota/api/v1/mine')).status).toBe(412)
		expect((await admin('POST', '/ocs/v2.php/cloud/apps/ensemble_quota')).status).toBe(200)
		expect((await admin('GET', '/ocs/v2.php/apps/ensemble_quota/api/v1/mine')).status).toBe(200)
	})
})
