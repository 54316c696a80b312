// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Notifications and mails: as Nextcloud's API gives them, on the stand-in's own pages, and gone with their account. */

import { beforeEach, describe, expect, it } from 'vitest'
import { mails, notifications } from '../messages.ts'
import { as, Browser, ocsListOf, ocsOf, useSpace } from '../test/client.ts'

const NOTIFICATIONS = '/ocs/v2.php/apps/notifications/api/v2/notifications'
const REMINDERS = '/ocs/v2.php/apps/ensemble_charter/api/v1/reminders'
const space = useSpace()
const browser = (person: string) => new Browser(space.current.url).be(person)
const list = async (person: string) => ocsListOf(await as(space.current.url, person)('GET', NOTIFICATIONS))

beforeEach(async () => {
	const { space: state, url } = space.current
	for (const id of ['odile', 'ruth', 'jules']) {
		state.setUserValue(id, 'ensemble_charter', 'reminded', undefined)
	}
	notifications(state).length = 0
	mails(state).length = 0
	const reply = await as(url, 'maelle')('POST', REMINDERS, { body: JSON.stringify({ version: 4, accounts: ['odile', 'ruth', 'jules'] }), headers: { 'Content-Type': 'application/json' } })
	expect((await ocsOf(reply)).data).toEqual({ sent: 3, skipped: 0 })
})

describe('the API', () => {
	it('gives each their own, as Nextcloud does', async () => {
		const [one, ...more] = await list('odile')
		expect(more).toEqual([])
		const link = `${space.current.url}/index.php/apps/ensemble_charter/`
		expect(one).toEqual({
			notification_id: expect.any(Number),
			app: 'ensemble_charter',
			user: 'odile',
			datetime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
			object_type: 'charter',
			object_id: '3',
			subject: expect.stringContaining('Graines et Tournevis'),
			message: 'Charte de Graines et Tournevis',
			link,
			subjectRich: '',
			subjectRichParameters: [],
			messageRich: '',
			messageRichParameters: [],
			icon: `${space.current.url}/apps/ensemble_charter/img/app-dark.svg`,
			shouldNotify: true,
			actions: [{ label: expect.stringMatching(/./), link, type: 'WEB', primary: true }],
		})
		expect(await list('yves')).toEqual([])
		expect((await list('ruth'))[0]).toMatchObject({ subject: 'Your answer to the charter of Graines et Tournevis is still missing', message: 'Charter of Graines et Tournevis' })
	})

	it('has one alone, and a tag that changes with the list', async () => {
		const [{ notification_id: id }] = await list('odile') as [{ notification_id: number }]
		const odile = as(space.current.url, 'odile')
		expect((await ocsOf(await odile('GET', `${NOTIFICATIONS}/${id}`))).data).toMatchObject({ notification_id: id })
		const tag = (await odile('GET', NOTIFICATIONS)).headers.get('ETag')
		expect((await odile('GET', NOTIFICATIONS)).headers.get('ETag')).toBe(tag)
		expect((await odile('DELETE', `${NOTIFICATIONS}/${id}`)).status).toBe(200)
		expect((await odile('GET', NOTIFICATIONS)).headers.get('ETag')).not.toBe(tag)
		expect((await odile('GET', `${NOTIFICATIONS}/${id}`)).status).toBe(404)
	})

	it('lets nobody see or delete another person\'s', async () => {
		const [{ notification_id: id }] = await list('odile') as [{ notification_id: number }]
		const ruth = as(space.current.url, 'ruth')
		expect((await ruth('GET', `${NOTIFICATIONS}/${id}`)).status).toBe(404)
		await ruth('DELETE', `${NOTIFICATIONS}/${id}`)
		await ruth('DELETE', NOTIFICATIONS)
		expect(await list('ruth')).toEqual([])
		expect(await list('odile')).toHaveLength(1)
		expect((await fetch(`${space.current.url}${NOTIFICATIONS}`, { headers: { 'OCS-APIRequest': 'true' } })).status).toBe(401)
	})

	it('leaves those of an app out while it is off', async () => {
		const { space: state } = space.current
		state.disabledApps.add('ensemble_charter')
		expect(await list('odile')).toEqual([])
		state.disabledApps.delete('ensemble_charter')
		expect(await list('odile')).toHaveLength(1)
	})
})

describe('the pages', () => {
	it('have a bell with the number, and a list that opens what it is about', async () => {
		const odile = await browser('odile')
		expect(await odile.page('/apps/dashboard/')).toMatch(/<a id="notifications"[^>]*aria-label="Notifications : 1"/)
		const page = await odile.page('/__space/notifications')
		expect(page).toContain('Charte de Graines et Tournevis')
		expect(page).toContain('<a class="button primary" href="/index.php/apps/ensemble_charter/">')
		expect(await (await browser('yves')).page('/__space/notifications')).toContain('Il n’y a pas de notification.')
	})

	it('show the mails that would have been sent, each to whom it was sent', async () => {
		const page = await (await browser('ruth')).page('/__space/mails')
		expect(page).toContain('ruth@graines-et-tournevis.example')
		expect(page).toContain('<h3>Charter of Graines et Tournevis</h3>')
		expect(await (await browser('yves')).page('/__space/mails')).not.toContain('<h3>')
	})

	it('are for who is logged in', async () => {
		for (const path of ['/__space/notifications', '/__space/mails']) {
			expect((await new Browser(space.current.url).send('GET', path)).status).toBe(303)
		}
	})

	it('escape what admins have written', async () => {
		const { space: state } = space.current
		const version = state.rows<{ texts: Record<string, { title: string }> }>('ensemble_charter', 'versions').at(-1)!
		const { title } = version.texts.fr!
		version.texts.fr!.title = '<img src=x onerror=alert(1)>'
		for (const path of ['/__space/notifications', '/__space/mails']) {
			const page = await (await browser('odile')).page(path)
			expect(page).toContain('&lt;img src=x')
			expect(page).not.toContain('<img src=x')
		}
		version.texts.fr!.title = title
	})
})

it('messages go with their account', async () => {
	const { space: state, url } = space.current
	expect((await as(url, 'maelle')('DELETE', '/ocs/v2.php/cloud/users/jules')).status).toBe(200)
	expect([...notifications(state), ...mails(state)].map(({ account }) => account).sort()).toEqual(['odile', 'odile', 'ruth', 'ruth'])
})
