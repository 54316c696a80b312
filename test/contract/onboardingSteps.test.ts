// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** First steps that tick themselves from the real state of the space, on whatever way it was changed; and what people say about them. */

import type { PlannedStep, StepState } from '@ensemble/onboarding/contract'
import type { Person } from './support/space.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { contract, MOST_STEPS } from '@ensemble/onboarding/contract'
import { messages } from '@ensemble/shared/contract/messages'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useSpace } from './support/useSpace.ts'

const space = useSpace()
let member: Person
beforeEach(async () => {
	await space.withoutCharter()
	member = await space.person()
})
afterEach(() => space.configure(contract.app, 'settings', null))

const now = () => Math.floor(Date.now() / 1000)
const list = async (as = member) => (await space.answer(contract, 'GET /api/v1/steps', { as })).steps
const states = async (as = member) => Object.fromEntries((await list(as)).map(({ id, state }) => [id, state]))
const done = async (as = member) => (await list(as)).filter(({ state }) => state === 'done').map(({ id }) => id)
const say = (id: string, state: StepState, as = member) => space.answer(contract, 'PUT /api/v1/steps/{id}', { as, params: { id }, body: { state } })
const refused = (id: string, state: StepState, as = member) => space.refusal(contract, 'PUT /api/v1/steps/{id}', { as, params: { id }, body: { state } })

const everyone = { who: 'everyone', groups: [] } as const
const step = (id: string, more: Partial<PlannedStep> = {}): PlannedStep => ({ id, audience: { ...everyone, groups: [] }, texts: {}, url: '', ...more })
const words = (title: string) => ({ title, sentence: `${title}.`, reason: '', action: '' })
const plan = (...steps: PlannedStep[]) => space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { steps } })

describe('a newcomer\'s list', () => {
	it('has nothing done, the built-in words, and seven steps at most', async () => {
		const steps = await list()
		expect(steps.slice(0, 5)).toEqual(['picture', 'mail', 'upload', 'share', 'device'].map((id) => ({ id, state: 'open', texts: null, url: '' })))
		expect(steps.length).toBeLessThanOrEqual(MOST_STEPS)
		expect(steps.map(({ id }) => id)).not.toContain('charter')
	})
})

describe('a step ticks itself', () => {
	it('picture: one was set', async () => {
		await space.uploadPicture(member)
		expect(await done()).toEqual(['picture'])
	})

	it('picture: set and taken away again, before anybody looked', async () => {
		await space.uploadPicture(member)
		await space.removePicture(member)
		expect(await done()).toEqual(['picture'])
	})

	it('mail: the account has an address', async () => {
		await space.edit(member, 'email', `${member.id}@example.org`)
		expect(await done()).toEqual(['mail'])
	})

	it('upload: a file was sent by WebDAV', async () => {
		await space.upload(member, 'letter.txt', 100, now())
		expect(await done()).toEqual(['upload'])
	})

	it('share: a file was opened to a group', async () => {
		await space.upload(member, 'letter.txt', 100, now())
		await space.share(member, 'letter.txt', await space.group())
		expect(await done()).toEqual(['upload', 'share'])
	})

	it('share: a file was opened by a link; whoever it is shared with has done nothing', async () => {
		const group = await space.group()
		const other = await space.person({ groups: [group] })
		await space.upload(member, 'letter.txt', 100, now())
		await space.share(member, 'letter.txt')
		await space.share(member, 'letter.txt', group)
		expect(await done()).toEqual(['upload', 'share'])
		expect(await done(other)).toEqual([])
	})

	it('device: an app was connected, and can open the list itself', async () => {
		const device = await space.connectApp(member)
		expect(await done()).toEqual(['device'])
		expect(await done(device)).toEqual(['device'])
	})

	it('calendar: one was subscribed to, where there is a calendar at all', async () => {
		await space.subscribe(member, 'holidays')
		const { apps } = await space.answer(contract, 'GET /api/v1/guide', { as: member })
		expect((await states()).calendar).toBe(apps.some(({ id }) => id === 'calendar') ? 'done' : undefined)
	})

	it('charter: it was answered, either way', async () => {
		const { id, hashes } = await space.publish()
		expect(await states()).toMatchObject({ charter: 'open' })
		await space.answer(charter, 'POST /api/v1/later', { as: member, body: { version: id } })
		expect(await states()).toMatchObject({ charter: 'open' })
		await space.answer(charter, 'POST /api/v1/answers', { as: member, body: { version: id, language: 'en', textHash: hashes.en, choice: 'declined', after: 0 } })
		expect(await done()).toEqual(['charter'])
	})

	it('storage: its page was opened', async () => {
		await plan(step('storage'))
		expect(await states()).toEqual({ storage: 'open' })
		await space.page(member, '/index.php/apps/ensemble_quota/')
		expect(await states()).toEqual({ storage: 'done' })
	})

	it('for whoever did it, and for nobody else', async () => {
		const other = await space.person()
		await space.upload(member, 'letter.txt', 100, now())
		expect([await done(), await done(other)]).toEqual([['upload'], []])
	})

	it('for good, even when the trace has gone', async () => {
		await space.upload(member, 'letter.txt', 100, now())
		const { id, hashes } = await space.publish()
		await space.answer(charter, 'POST /api/v1/answers', { as: member, body: { version: id, language: 'en', textHash: hashes.en, choice: 'accepted', after: 0 } })
		expect(await done()).toEqual(['upload', 'charter'])
		await space.deleteFile(member, 'letter.txt')
		await space.publish()
		expect(await done()).toEqual(['upload', 'charter'])
	})

	it('for a new account of an old name not at all', async () => {
		const { id } = member
		await space.upload(member, 'letter.txt', 100, now())
		await say('picture', 'declined')
		expect(await states()).toMatchObject({ upload: 'done', picture: 'declined' })
		await space.remove(member)
		await space.nextcloud(space.admin, 'POST', 'cloud/users', () => ({ userid: id, password: member.password }))
		expect(await states()).toMatchObject({ upload: 'open', picture: 'open' })
	})
})

describe('"not for me"', () => {
	it('puts a step aside, and takes it back', async () => {
		expect((await say('upload', 'declined')).steps.find(({ id }) => id === 'upload')?.state).toBe('declined')
		expect(await states()).toMatchObject({ upload: 'declined', picture: 'open' })
		await say('upload', 'open')
		expect(await states()).toMatchObject({ upload: 'open' })
	})

	it('is each person\'s own', async () => {
		const other = await space.person()
		await say('upload', 'declined')
		expect(await states(other)).toMatchObject({ upload: 'open' })
	})

	it('does not hide that a step is done', async () => {
		await say('upload', 'declined')
		await space.upload(member, 'letter.txt', 100, now())
		expect(await states()).toMatchObject({ upload: 'done' })
		await say('upload', 'open')
		expect(await states()).toMatchObject({ upload: 'done' })
	})

	it('is refused for a step that is not in the list', async () => {
		const before = await list()
		for (const [id, state] of [['own-nothing', 'done'], ['charter', 'declined'], ['charter', 'done']] as const) {
			expect(await refused(id, state)).toMatchObject({ status: 404, error: 'no_such_step' })
		}
		expect(await list()).toEqual(before)
	})

	it('nobody can say that a built-in step is done', async () => {
		const before = await list()
		expect(await refused('upload', 'done')).toMatchObject({ status: 409, error: 'ticks_itself' })
		expect(await list()).toEqual(before)
	})
})

describe('the association\'s own list', () => {
	it('has its steps in its order, its words and links, each for its people', async () => {
		const group = await space.group()
		const insider = await space.person({ groups: [group], language: 'fr' })
		await plan(
			step('own-lac', { texts: { fr: words('Le lac'), en: words('The lake') }, url: 'https://lac.example/' }),
			step('upload', { texts: { fr: words('Un papier') }, url: '/apps/files/' }),
			step('picture', { audience: { who: 'admins', groups: [] } }),
			step('mail', { audience: { who: 'groups', groups: [group] } }),
			step('own-wordless'),
			step('upload'),
		)
		expect(await list()).toEqual([
			{ id: 'own-lac', state: 'open', texts: words('The lake'), url: 'https://lac.example/' },
			{ id: 'upload', state: 'open', texts: null, url: '/apps/files/' },
		])
		expect(await list(insider)).toEqual([
			{ id: 'own-lac', state: 'open', texts: words('Le lac'), url: 'https://lac.example/' },
			{ id: 'upload', state: 'open', texts: words('Un papier'), url: '/apps/files/' },
			{ id: 'mail', state: 'open', texts: null, url: '' },
		])
		expect((await list(space.admin)).map(({ id }) => id)).toEqual(['own-lac', 'upload', 'picture'])
		expect(await refused('mail', 'declined')).toMatchObject({ error: 'no_such_step' })
	})

	it('has steps that people say to be done themselves', async () => {
		await plan(step('own-lac', { texts: { fr: words('Le lac') } }))
		expect((await say('own-lac', 'done')).steps).toEqual([{ id: 'own-lac', state: 'done', texts: words('Le lac'), url: '' }])
		expect((await say('own-lac', 'declined')).steps[0]!.state).toBe('declined')
		expect((await say('own-lac', 'done')).steps[0]!.state).toBe('done')
		expect((await say('own-lac', 'open')).steps[0]!.state).toBe('open')
	})

	it('may be empty', async () => {
		await plan()
		expect(await list()).toEqual([])
	})

	it.each([
		['an unknown step', [{ ...step('upload'), id: 'parade' }], 'pattern', 'steps.0.id'],
		['an own step without a name', [{ ...step('upload'), id: 'own-' }], 'pattern', 'steps.0.id'],
		['somebody unknown', [step('upload'), { ...step('mail'), audience: { who: 'nobody', groups: [] } }], 'enum', 'steps.1.audience.who'],
		['a script as a link', [{ ...step('upload'), url: 'javascript:alert(1)' }], 'pattern', 'steps.0.url'],
		['a link to anywhere without a name', [{ ...step('upload'), url: '//evil.example' }], 'pattern', 'steps.0.url'],
		['a link that is not safe', [{ ...step('upload'), url: 'http://lac.example' }], 'pattern', 'steps.0.url'],
		['a step without a title', [{ ...step('upload'), texts: { fr: { ...words('x'), title: '' } } }], 'minLength', 'steps.0.texts.fr.title'],
		['words with more than is known', [{ ...step('upload'), texts: { fr: { ...words('x'), html: '<b>x</b>' } } }], 'additionalProperties', 'steps.0.texts.fr.html'],
		['more steps than anybody reads', Array.from({ length: 21 }, () => step('upload')), 'maxItems', 'steps'],
	] as const)('cannot have %s', async (_, steps, keyword, field) => {
		const before = await space.answer(contract, 'GET /api/v1/settings', { as: space.admin })
		const { message, ...refusal } = await space.refusal(contract, 'PUT /api/v1/settings', { as: space.admin, body: { steps } })
		expect(refusal).toEqual({ status: 400, error: 'invalid_request', field })
		expect(message).toBe(messages[keyword].replace('{limit}', keyword === 'maxItems' ? '20' : '1'))
		expect(await space.answer(contract, 'GET /api/v1/settings', { as: space.admin })).toEqual(before)
	})
})
