// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** First steps tick themselves from the real state of the space, and what is remembered leaves with the account. */

import { describe, expect, it } from 'vitest'
import { builtInStep } from '../../apps/onboarding/contract.ts'
import { publish } from './charterCalls.ts'
import { fromEnvironment } from './connection.ts'
import { openMailbox } from './mailbox.ts'
import { browse, call, refusal, sendPicture, stepsOf, valuesOf, withApp, withSettings } from './onboardingCalls.ts'
import { createAccount, dav, logIn, ocs, open, PASSWORD, upload } from './people.ts'
import { newName } from './settle.ts'

const server = fromEnvironment

async function account(word: string): Promise<string> {
	const id = newName(word)
	await createAccount(server(), id)
	return id
}

/** A built-in step, for everybody. */
const planned = (id: string) => ({ id, audience: { who: 'everyone' as const, groups: [] }, texts: {}, url: '' })

/** A request to the account's calendars. */
async function calendars(id: string, method: string, path: string, body: string, type = 'application/xml'): Promise<void> {
	const answer = await fetch(`${server().baseUrl}/remote.php/dav/calendars/${id}/${path}`, {
		method,
		headers: { authorization: `Basic ${Buffer.from(`${id}:${PASSWORD}`).toString('base64')}`, 'content-type': type },
		body,
	})
	expect(answer.status, await answer.text()).toBe(201)
}

const event = (uid: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//EN\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20261122T100000Z\r\nDTSTART:20261201T180000Z\r\nDTEND:20261201T190000Z\r\nSUMMARY:Meeting\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`

describe('the first steps', () => {
	it('are not done for a new account: its example files, picture and events are not its own', async () => {
		await withApp(server(), 'calendar', async () => {
			const id = await account('steps')
			const cookie = await logIn(server(), id)
			await open(server(), '/apps/files/', cookie)
			await fetch(`${server().baseUrl}/avatar/${id}/64`, { headers: { cookie } })
			// Without the charter, which may be in force here, and would leave no room for the calendar.
			const plan = builtInStep.options.filter((step) => step !== 'charter')
			await withSettings(server(), { steps: plan.map(planned) }, async () => {
				expect(await stepsOf(server(), id)).toEqual([])
				expect(await stepsOf(server(), id, 'open')).toEqual(plan)
			})
		})
	})

	it('tick the upload when a file was sent, and it stays ticked when it is deleted', async () => {
		const id = await account('sender')
		expect(await stepsOf(server(), id)).toEqual([])
		await upload(server(), id, 'minutes.odt', 10)
		expect(await stepsOf(server(), id)).toEqual(['upload'])
		await dav(server(), id, 'DELETE', 'minutes.odt')
		expect(await stepsOf(server(), id)).toEqual(['upload'])
	})

	it('tick the picture when one was chosen, and it stays ticked when it was taken away', async () => {
		const id = await account('face')
		const cookie = await logIn(server(), id)
		expect(await stepsOf(server(), id)).toEqual([])
		await sendPicture(server(), cookie)
		expect((await valuesOf(server(), id)).done, 'by the event, without the list').toBe('["picture"]')
		expect(await stepsOf(server(), id)).toEqual(['picture'])
		expect((await browse(server(), cookie, 'DELETE', '/avatar/')).status).toBe(200)
		expect(await stepsOf(server(), id)).toEqual(['picture'])
	})

	it('tick a picture that was chosen before this app was there', async () => {
		const id = await account('oldface')
		await sendPicture(server(), await logIn(server(), id))
		await server().occ(['user:setting', id, 'ensemble_onboarding', 'done', '--delete'])
		expect(await stepsOf(server(), id)).toEqual(['picture'])
	})

	it('tick the mail address that an admin has set', async () => {
		const id = await account('mailed')
		expect(await stepsOf(server(), id)).toEqual([])
		await ocs(server(), server().admin, 'PUT', `cloud/users/${id}`, { key: 'email', value: `${id}@example.org` })
		expect((await valuesOf(server(), id)).done).toBe('["mail"]')
		expect(await stepsOf(server(), id)).toEqual(['mail'])
	})

	it('tick a further mail address once its owner has confirmed it, not before', async () => {
		const id = await account('confirmer')
		const mailbox = await openMailbox(server())
		try {
			const added = await ocs(server(), `${id}:${PASSWORD}`, 'PUT', `cloud/users/${id}`, { key: 'additional_mail', value: `${id}@example.org` })
			expect(added.status).toBe(200)
			expect(await stepsOf(server(), id)).toEqual([])
			const link = /https?:\/\/\S+verif\S+/i.exec(mailbox.of(`${id}@example.org`)[0]?.text ?? '')?.[0]
			expect(link).toBeDefined()
			const confirmed = await browse(server(), await logIn(server(), id), 'POST', link!.replace(server().baseUrl, ''))
			expect(await confirmed.text()).toContain('Email confirmation successful')
			expect(await stepsOf(server(), id)).toEqual(['mail'])
		} finally {
			await mailbox.close()
		}
	})

	it('tick the sharing when something was shared, for whoever shared it only', async () => {
		const [id, other] = [await account('giver'), await account('taker')]
		expect(await stepsOf(server(), id)).toEqual([])
		const shared = await ocs(server(), `${id}:${PASSWORD}`, 'POST', 'apps/files_sharing/api/v1/shares', { path: '/Readme.md', shareType: 0, shareWith: other })
		expect(shared.status).toBe(200)
		expect((await valuesOf(server(), id)).done).toBe('["share"]')
		expect(await stepsOf(server(), id)).toEqual(['share'])
		expect(await stepsOf(server(), other)).toEqual([])
	})

	it('tick what was shared by a link before this app was there', async () => {
		const id = await account('linker')
		await ocs(server(), `${id}:${PASSWORD}`, 'POST', 'apps/files_sharing/api/v1/shares', { path: '/Readme.md', shareType: 3 })
		await server().occ(['user:setting', id, 'ensemble_onboarding', 'done', '--delete'])
		expect(await stepsOf(server(), id)).toEqual(['share'])
	})

	it('tick the device when an app has a password of its own; a browser is none', async () => {
		const id = await account('phone')
		await logIn(server(), id)
		expect(await stepsOf(server(), id)).toEqual([])
		expect((await ocs(server(), `${id}:${PASSWORD}`, 'GET', 'core/getapppassword')).status).toBe(200)
		expect(await stepsOf(server(), id)).toEqual(['device'])
	})

	it('tick the calendar when one is subscribed to', async () => {
		await withApp(server(), 'calendar', async () => {
			const id = await account('subscriber')
			await withSettings(server(), { steps: [planned('calendar')] }, async () => {
				expect(await stepsOf(server(), id)).toEqual([])
				await calendars(id, 'MKCOL', 'fairs', '<?xml version="1.0"?><d:mkcol xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/"><d:set><d:prop><d:resourcetype><d:collection/><cs:subscribed/></d:resourcetype><d:displayname>Fairs</d:displayname><cs:source><d:href>https://fairs.invalid/all.ics</d:href></cs:source></d:prop></d:set></d:mkcol>')
				expect(await stepsOf(server(), id)).toEqual(['calendar'])
			})
		})
	})

	it('tick the calendar when the own one is in use, beyond Nextcloud\'s example', async () => {
		await withApp(server(), 'calendar', async () => {
			const id = await account('planner')
			await withSettings(server(), { steps: [planned('calendar')] }, async () => {
				expect(await stepsOf(server(), id)).toEqual([])
				await calendars(id, 'PUT', 'personal/one.ics', event('one'), 'text/calendar')
				expect(await stepsOf(server(), id)).toEqual(['calendar'])
			})
		})
	})

	it('do not speak of a calendar where there is no such app', async () => {
		const id = await account('dateless')
		await withSettings(server(), { steps: [planned('picture'), planned('calendar')] }, async () => expect(await stepsOf(server(), id, 'open')).toEqual(['picture']))
	})

	it('tick the charter when it was answered, by whatever way', async () => {
		const { id: version, hashes } = await publish(server())
		const id = await account('signer')
		expect(await stepsOf(server(), id, 'open')).toContain('charter')
		const [language = '', textHash] = Object.entries(hashes)[0]!
		const answered = await ocs(server(), `${id}:${PASSWORD}`, 'POST', 'apps/ensemble_charter/api/v1/answers', { version, language, textHash, choice: 'declined', after: 0 })
		expect(answered.status, JSON.stringify(answered.data)).toBe(200)
		expect((await valuesOf(server(), id)).done).toBe('["charter"]')
		expect(await stepsOf(server(), id)).toEqual(['charter'])
	})

	it('tick the storage when "My storage" was opened', async () => {
		const id = await account('tidy')
		expect(await stepsOf(server(), id, 'open')).toContain('storage')
		await open(server(), '/apps/ensemble_quota/', await logIn(server(), id))
		expect(await stepsOf(server(), id)).toEqual(['storage'])
	})
})

describe('a person', () => {
	it('puts a step aside, takes it back, and cannot say that it is done', async () => {
		const id = await account('chooser')
		const set = (step: string, state: string) => call(server(), id, 'PUT /api/v1/steps/{id}', { params: { id: step }, body: { state } })
		expect((await set('upload', 'declined')).steps.find((step) => step.id === 'upload')?.state).toBe('declined')
		expect(await stepsOf(server(), id, 'declined')).toEqual(['upload'])
		await set('upload', 'open')
		expect(await stepsOf(server(), id, 'declined')).toEqual([])
		expect(await refusal(server(), id, 'PUT /api/v1/steps/{id}', { params: { id: 'upload' }, body: { state: 'done' } })).toEqual([409, 'ticks_itself'])
		expect(await refusal(server(), id, 'PUT /api/v1/steps/{id}', { params: { id: 'own-none' }, body: { state: 'done' } })).toEqual([404, 'no_such_step'])
		expect(await refusal(server(), id, 'PUT /api/v1/steps/{id}', { params: { id: 'nonsense' }, body: { state: 'done' } })).toEqual([400, 'invalid_request'])
	})

	it('gets the steps that are for them, in their words, and says when an own one is done', async () => {
		const [member, other] = [await account('inside'), await account('outside')]
		const group = newName('bureau')
		await ocs(server(), server().admin, 'POST', 'cloud/groups', { groupid: group })
		await ocs(server(), server().admin, 'POST', `cloud/users/${member}/groups`, { groupid: group })
		const texts = { fr: { title: 'La fête', sentence: 'Inscrivez-vous.', reason: '', action: '' } }
		await withSettings(server(), { steps: [
			{ id: 'own-fete', audience: { who: 'groups', groups: [group] }, texts, url: 'https://fete.example/' },
			{ id: 'upload', audience: { who: 'admins', groups: [] }, texts: {}, url: '' },
			{ id: 'picture', audience: { who: 'members', groups: [] }, texts: {}, url: '' },
		] }, async () => {
			expect((await call(server(), member, 'GET /api/v1/steps')).steps).toEqual([
				{ id: 'own-fete', state: 'open', texts: texts.fr, url: 'https://fete.example/' },
				{ id: 'picture', state: 'open', texts: null, url: '' },
			])
			expect(await stepsOf(server(), other, 'open')).toEqual(['picture'])
			expect((await call(server(), server().admin, 'GET /api/v1/steps')).steps.map(({ id }) => id)).toEqual(['upload'])
			await call(server(), member, 'PUT /api/v1/steps/{id}', { params: { id: 'own-fete' }, body: { state: 'done' } })
			expect(await stepsOf(server(), member)).toEqual(['own-fete'])
			expect(await refusal(server(), other, 'PUT /api/v1/steps/{id}', { params: { id: 'own-fete' }, body: { state: 'done' } })).toEqual([404, 'no_such_step'])
		})
	})

	it('puts the whole list away and takes it out again', async () => {
		const id = await account('closer')
		expect((await call(server(), id, 'GET /api/v1/steps')).closed).toBe(false)
		await call(server(), id, 'PUT /api/v1/closed', { body: { closed: true } })
		expect((await call(server(), id, 'GET /api/v1/steps')).closed).toBe(true)
		await call(server(), id, 'PUT /api/v1/closed', { body: { closed: false } })
		expect((await call(server(), id, 'GET /api/v1/steps')).closed).toBe(false)
	})

	it('takes all of it away with the account', async () => {
		const id = await account('leaver')
		await upload(server(), id, 'a.txt', 1)
		await stepsOf(server(), id)
		await call(server(), id, 'PUT /api/v1/hints', { body: { wanted: false } })
		expect(Object.keys(await valuesOf(server(), id)).sort()).toEqual(['done', 'hints', 'news', 'welcome'])
		await ocs(server(), server().admin, 'DELETE', `cloud/users/${id}`)
		await createAccount(server(), id)
		expect(await valuesOf(server(), id)).toEqual({})
	})
})

describe('whom to ask', () => {
	it('is the association by its name, and the host\'s community', async () => {
		const id = await account('asker')
		await server().occ(['config:app:set', 'theming', 'name', '--value', 'Les Amis du Vélo'])
		await server().occ(['config:app:set', 'ensemble_onboarding', 'fleet_policy', '--value', JSON.stringify({ defaults: { contact: 'Marie' }, host: { communityName: { fr: 'Le forum' }, communityUrl: 'https://forum.example/' } })])
		try {
			expect((await call(server(), id, 'GET /api/v1/steps')).help).toEqual({ association: 'Les Amis du Vélo', contact: 'Marie', contactUrl: '', community: { name: 'Le forum', url: 'https://forum.example/' } })
			const { apps, hints } = await call(server(), id, 'GET /api/v1/guide')
			expect(apps).toContainEqual({ id: 'files', name: 'Files', url: expect.stringMatching(/\/apps\/files\/?$/) })
			expect(hints).toBe(true)
		} finally {
			await server().occ(['config:app:delete', 'theming', 'name'])
			await server().occ(['config:app:delete', 'ensemble_onboarding', 'fleet_policy'])
		}
	})
})
