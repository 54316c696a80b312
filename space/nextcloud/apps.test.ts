// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Apps in the bar: who has them, who may switch them, which ones open first. */

import { describe, expect, it } from 'vitest'
import { as, ocsListOf, ocsOf, useSpace } from '../test/client.ts'

const space = useSpace()
const admin = () => as(space.current.url, 'maelle')
const json = (body: object) => ({ body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
const bar = async (id: string) => ocsListOf(await as(space.current.url, id)('GET', '/ocs/v2.php/core/navigation/apps'))
const ids = async (id: string) => (await bar(id)).map((entry) => entry.id)

describe('the bar', () => {
	it('has what is for everybody, and for the person\'s groups', async () => {
		expect(await ids('yves')).toEqual(expect.arrayContaining(['dashboard', 'files', 'calendar', 'deck']))
		expect(await ids('yves')).not.toContain('tables')
		expect(await ids('coline')).toContain('tables')
		expect(await ids('yves')).not.toContain('mail')
	})

	it('speaks the reader\'s language', async () => {
		expect([(await bar('yves'))[1]!.name, (await bar('ruth'))[1]!.name]).toEqual(['Fichiers', 'Files'])
	})

	it('opens a page that says what it is', async () => {
		const page = async (id: string, path: string) => {
			const response = await as(space.current.url, id)('GET', path, { headers: { Accept: 'text/html' } })
			return [response.status, (await response.text()).includes('stand-in knows only its name')]
		}
		expect(await page('ruth', '/apps/deck/')).toEqual([200, true])
		expect(await page('ruth', '/apps/tables/')).toEqual([404, false])
		expect(await page('ruth', '/apps/mail/')).toEqual([404, false])
	})
})

describe('an app', () => {
	const APPS = '/ocs/v2.php/cloud/apps'
	const STORE = '/ocs/v2.php/apps/appstore/api/v1/apps'

	it('is switched off and on', async () => {
		expect((await admin()('DELETE', `${APPS}/forms`)).status).toBe(200)
		expect(await ids('yves')).not.toContain('forms')
		expect((await admin()('POST', `${APPS}/forms`)).status).toBe(200)
		expect(await ids('yves')).toContain('forms')
	})

	it('is given to groups, and to everybody again', async () => {
		expect((await ocsOf(await admin()('POST', `${STORE}/enable`, json({ appId: 'deck', groups: ['bureau', 'nobody knows'] })))).data).toEqual({ update_required: false })
		expect([(await ids('yves')).includes('deck'), (await ids('coline')).includes('deck')]).toEqual([false, true])
		await admin()('POST', `${STORE}/enable`, json({ appId: 'deck', groups: [] }))
		expect(await ids('yves')).toContain('deck')
	})

	it('that everybody needs stays on', async () => {
		expect((await admin()('DELETE', `${APPS}/files`)).status).toBe(500)
		expect((await admin()('POST', `${STORE}/enable`, json({ appId: 'files', groups: ['bureau'] }))).status).toBe(500)
		expect(await ids('yves')).toContain('files')
	})

	it('that there is not is not found, and only admins switch any', async () => {
		expect((await admin()('DELETE', `${APPS}/constructor`)).status).toBe(404)
		expect((await as(space.current.url, 'yves')('DELETE', `${APPS}/forms`)).status).toBe(403)
		expect((await as(space.current.url, 'yves')('POST', `${STORE}/disable`, json({ appId: 'forms' }))).status).toBe(403)
	})
})

describe('the apps that open first', () => {
	const choose = (id: string, value: unknown) => as(space.current.url, id)('PUT', '/index.php/apps/theming/ajax/updateAppMenu', json({ setting: 'defaultApps', value }))

	it('are chosen by admins, among those that there are', async () => {
		expect([(await choose('yves', ['files'])).status, (await choose('maelle', ['nothing'])).status, (await choose('maelle', 'files')).status]).toEqual([403, 400, 400])
		expect(space.current.space.appValue('core', 'defaultapp')).toBeUndefined()
		expect((await choose('maelle', ['files', 'dashboard'])).status).toBe(200)
		expect(space.current.space.appValue('core', 'defaultapp')).toBe('files,dashboard')
		expect((await choose('maelle', [])).status).toBe(200)
		expect(space.current.space.appValue('core', 'defaultapp')).toBeUndefined()
	})
})
