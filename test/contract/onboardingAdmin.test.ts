// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What admins and the host get of the first steps: tasks from the real state, icons, who can be invited, figures, the host's catalog. */

import type { TaskId } from '@ensemble/onboarding/contract'
import type { Person } from './support/space.ts'

import { contract, FEWEST_PEOPLE, settings, taskId } from '@ensemble/onboarding/contract'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { useSpace } from './support/useSpace.ts'

const space = useSpace()
/** Enough for figures. */
let people: Person[]
beforeAll(async () => {
	people = []
	for (let count = 0; count < FEWEST_PEOPLE; count++) {
		const person = await space.person()
		await space.page(person)
		people.push(person)
	}
}, 120_000)
afterEach(async () => {
	await space.configure(contract.app, 'settings', null)
	await space.configure(contract.app, 'fleet_policy', null)
})

/** What Nextcloud itself has. A call of its API that had to be made again may have left an account or a group behind, so the tests do not count their own calls. */
const own = {
	accounts: async () => (await space.nextcloud(space.admin, 'GET', 'cloud/users') as { users: string[] }).users.length,
	groups: async () => (await space.nextcloud(space.admin, 'GET', 'cloud/groups') as { groups: string[] }).groups.length,
	admins: async () => (await space.nextcloud(space.admin, 'GET', 'cloud/groups/details?search=admin') as { groups: Array<{ id: string, usercount: number }> }).groups.find(({ id }) => id === 'admin')!.usercount,
}
const policy = (value: object) => space.configure(contract.app, 'fleet_policy', value)

describe('the tasks', () => {
	const tasks = async () => (await space.answer(contract, 'GET /api/v1/tasks', { as: space.admin })).tasks
	const task = async (id: TaskId) => (await tasks()).find((one) => one.id === id)
	const say = (id: TaskId, state: string) => space.answer(contract, 'PUT /api/v1/tasks/{id}', { as: space.admin, params: { id }, body: { state } })
	const count = async (id: TaskId) => (await task(id))!.count!
	afterEach(() => space.configure(contract.app, 'tasks', null))

	it('are all there, in their order', async () => {
		expect((await tasks()).map(({ id }) => id)).toEqual(taskId.options)
	})

	it('see a second admin', async () => {
		const before = await own.admins()
		expect(await task('colleague')).toEqual({ id: 'colleague', state: before > 1 ? 'done' : 'open', count: before })
		await space.person({ admin: true })
		expect(await own.admins()).toBeGreaterThan(before)
		expect(await task('colleague')).toEqual({ id: 'colleague', state: 'done', count: await own.admins() })
	})

	it('see people who were invited, and groups', async () => {
		const others = { people: await own.accounts() - await count('people'), groups: await own.groups() - await count('groups') }
		const before = [await own.accounts(), await own.groups()]
		await space.invite(`${Date.now()}@example.org`)
		await space.group()
		const after = [await own.accounts(), await own.groups()] as const
		expect([after[0] > before[0]!, after[1] > before[1]!]).toEqual([true, true])
		expect([await task('people'), await task('groups')]).toEqual([{ id: 'people', state: 'done', count: after[0] - others.people }, { id: 'groups', state: 'done', count: after[1] - others.groups }])
	})

	it('see who waits to be enabled', async () => {
		const before = await count('waiting')
		const waiting = await space.person()
		await space.enable(waiting, false)
		expect(await task('waiting')).toEqual({ id: 'waiting', state: 'open', count: before + 1 })
		// Who has been here before does not wait.
		await space.enable(people[0]!, false)
		expect(await count('waiting')).toBe(before + 1)
		await space.enable(people[0]!, true)
		await space.enable(waiting, true)
		expect(await count('waiting')).toBe(before)
	})

	it('see a charter and storage that was shared out', async () => {
		await space.withoutCharter()
		expect(await task('charter')).toEqual({ id: 'charter', state: 'open', count: null })
		await space.publish()
		expect(await task('charter')).toEqual({ id: 'charter', state: 'done', count: null })
		await space.person({ quota: '2 GB' })
		expect(await task('storage')).toEqual({ id: 'storage', state: 'done', count: null })
	})

	it('see what an admin has set of the look', async () => {
		await space.configure('theming', 'primary_color', '#2e6b3f')
		try {
			expect(await task('look')).toEqual({ id: 'look', state: 'done', count: null })
		} finally {
			await space.configure('theming', 'primary_color', null)
		}
	})

	it('are done by hand where the space cannot show it', async () => {
		for (const id of ['icons', 'handover'] as const) {
			expect((await say(id, 'done')).tasks.find((one) => one.id === id)).toEqual({ id, state: 'done', count: null })
			await say(id, 'declined')
			expect(await task(id)).toMatchObject({ state: 'declined' })
			await say(id, 'open')
			expect(await task(id)).toMatchObject({ state: 'open' })
		}
	})

	it('are put aside for all admins', async () => {
		await say('start', 'declined')
		const other = await space.person({ admin: true })
		expect((await space.answer(contract, 'GET /api/v1/tasks', { as: other })).tasks.find(({ id }) => id === 'start')).toMatchObject({ state: 'declined' })
	})

	it('cannot be said to be done where the space shows it', async () => {
		const before = await tasks()
		for (const id of taskId.options.filter((one) => !['icons', 'handover'].includes(one))) {
			expect(await space.refusal(contract, 'PUT /api/v1/tasks/{id}', { as: space.admin, params: { id }, body: { state: 'done' } })).toMatchObject({ status: 409, error: 'ticks_itself' })
		}
		expect(await tasks()).toEqual(before)
	})
})

describe('the icons', () => {
	const icons = async () => (await space.answer(contract, 'GET /api/v1/icons', { as: space.admin })).icons

	it('are those of the bar, with how many have pinned them', async () => {
		const pinned = async (id: string) => (await icons()).find((icon) => icon.id === id)!.pinned
		const [files, dashboard] = [await pinned('files'), await pinned('dashboard')]
		await space.pin(people[0]!, ['files'])
		await space.pin(people[1]!, ['files', 'dashboard'])
		expect([await pinned('files'), await pinned('dashboard')]).toEqual([files + 2, dashboard + 1])
	})

	it('say what can be taken away by Nextcloud\'s own means', async () => {
		const found = await icons()
		expect(found.find(({ id }) => id === 'files')).toMatchObject({ app: 'files', removable: false, groups: [], url: expect.stringContaining('/apps/files') })
		expect(found.find(({ id }) => id === 'dashboard')).toMatchObject({ app: 'dashboard', removable: true })
	})
})

describe('the guide', () => {
	const guide = (as: Person) => space.answer(contract, 'GET /api/v1/guide', { as })

	it('names the apps that the caller can open', async () => {
		const { apps } = await guide(people[0]!)
		expect(apps.find(({ id }) => id === 'files')).toEqual({ id: 'files', name: 'Files', url: expect.stringContaining('/apps/files') })
	})

	it('has the association\'s own words', async () => {
		const glossary = { en: [{ word: 'Lake', meaning: 'Where we meet.' }], fr: [{ word: 'Lac', meaning: 'Là où nous nous retrouvons.' }] }
		expect((await guide(people[0]!)).glossary).toEqual([])
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { glossary } })
		expect((await guide(people[0]!)).glossary).toEqual(glossary.en)
		expect((await guide(await space.person({ language: 'fr' }))).glossary).toEqual(glossary.fr)
	})
})

describe('the check of a list', () => {
	const check = (list: Array<{ account: string, mail: string }>) => space.answer(contract, 'POST /api/v1/invitations/check', { as: space.admin, body: { people: list } })

	it('finds names and addresses that are taken, whatever their case, and creates nothing', async () => {
		const [taken] = people as [Person]
		const mail = `${taken.id}@example.org`
		await space.edit(taken, 'email', mail)
		const before = await own.accounts()
		expect(await check([
			{ account: 'somebody-new', mail: 'somebody-new@example.org' },
			{ account: taken.id, mail: '' },
			{ account: taken.id.toUpperCase(), mail: mail.toUpperCase() },
			{ account: 'somebody-else', mail },
		])).toMatchObject({ takenAccounts: [1, 2], takenMails: [2, 3], room: null, mails: expect.any(Boolean) })
		expect(await own.accounts()).toBe(before)
	})

	it('takes an empty list, and 500 people at most', async () => {
		const crowd = Array.from({ length: 500 }, (_, index) => ({ account: `crowd-${index}`, mail: `crowd-${index}@example.org` }))
		expect(await check([])).toMatchObject({ takenAccounts: [], takenMails: [] })
		expect(await check(crowd)).toMatchObject({ takenAccounts: [], takenMails: [] })
		expect(await space.refusal(contract, 'POST /api/v1/invitations/check', { as: space.admin, body: { people: [...crowd, crowd[0]] } })).toMatchObject({ status: 400, error: 'invalid_request', field: 'people' })
	})

	it('knows how many may still come, never fewer than none', async () => {
		await policy({ host: { accountCap: 1 } })
		expect((await check([])).room).toBe(0)
		await policy({ host: { accountCap: 1_000_000 } })
		const taken = (await check([])).room! + await own.accounts()
		await space.person()
		expect((await check([])).room).toBe(taken - await own.accounts())
	})
})

describe('the figures', () => {
	const figures = () => space.answer(contract, 'GET /api/v1/figures', { as: space.admin })
	const only = (id: string, audience = { who: 'everyone', groups: [] as string[] }) => space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { steps: [{ id, audience, texts: {}, url: '' }] } })

	it('count who has done what', async () => {
		await only('upload')
		const before = await figures()
		await space.upload(people[0]!, 'letter.txt', 100, 1_700_000_000)
		await space.answer(contract, 'GET /api/v1/steps', { as: people[0] })
		await space.answer(contract, 'PUT /api/v1/steps/{id}', { as: people[1], params: { id: 'upload' }, body: { state: 'declined' } })
		const { id, done, declined, open } = before.steps![0]!
		expect(await figures()).toEqual({ people: before.people, finished: before.finished! + 2, steps: [{ id, done: done + 1, declined: declined + 1, open: open - 2 }] })
	})

	it('count those who have been here, and are not disabled', async () => {
		const before = (await figures()).people
		const person = await space.person()
		expect((await figures()).people).toBe(before)
		await space.page(person)
		expect((await figures()).people).toBe(before + 1)
		await space.enable(person, false)
		expect((await figures()).people).toBe(before)
	})

	it('say nothing about a handful', async () => {
		const group = await space.group()
		for (const person of people.slice(1)) {
			await space.join(person, group)
		}
		await only('upload', { who: 'groups', groups: [group] })
		expect(await figures()).toMatchObject({ finished: null, steps: [] })
		await space.join(people[0]!, group)
		const { finished, steps } = await figures()
		expect(finished).not.toBeNull()
		expect(steps!.map(({ done, declined, open }) => done + declined + open)).toEqual([FEWEST_PEOPLE])
	})

	it('are in the metrics, without any name', async () => {
		await policy({ host: { catalogVersion: 4 } })
		const metrics = await space.answer(contract, 'GET /api/v1/metrics', { as: space.admin })
		const { people: count, finished } = await figures()
		const { tasks } = await space.answer(contract, 'GET /api/v1/tasks', { as: space.admin })
		expect(metrics).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/), at: expect.any(Number), catalogVersion: 4, people: count, finished, tasks: tasks.length, tasksDone: tasks.filter(({ state }) => state === 'done').length })
		expect(people.filter(({ id }) => JSON.stringify(metrics).includes(id))).toEqual([])
	})
})

describe('the host\'s catalog', () => {
	const read = () => space.answer(contract, 'GET /api/v1/catalog', { as: space.admin })
	const hintTexts = (text: string) => ({ deck: { fr: text } })
	afterEach(() => space.configure(contract.app, 'catalog_seen', null))

	it('is empty where there is none', async () => {
		const nothing = { version: 0, seenVersion: 0, now: {}, seen: null }
		expect(await read()).toEqual(nothing)
		expect(await space.answer(contract, 'PUT /api/v1/catalog', { as: space.admin, body: { seenVersion: 0 } })).toEqual({ seenVersion: 0 })
		expect(await read()).toEqual(nothing)
	})

	it('is told as it is, and as it was when somebody read about it', async () => {
		await policy({ defaults: { hintTexts: hintTexts('Un'), contact: 'no part of it' }, locked: { welcome: { fr: 'Bonjour' } }, host: { catalogVersion: 1 } })
		const first = { hintTexts: hintTexts('Un'), welcome: { fr: 'Bonjour' } }
		expect(await read()).toEqual({ version: 1, seenVersion: 0, now: first, seen: null })
		expect(await space.answer(contract, 'PUT /api/v1/catalog', { as: space.admin, body: { seenVersion: 1 } })).toEqual({ seenVersion: 1 })
		await policy({ defaults: { hintTexts: hintTexts('Deux') }, host: { catalogVersion: 2 } })
		expect(await read()).toEqual({ version: 2, seenVersion: 1, now: { hintTexts: hintTexts('Deux') }, seen: first })
	})

	it('cannot be read ahead, or behind', async () => {
		await policy({ host: { catalogVersion: 3 } })
		for (const seenVersion of [0, 2, 4]) {
			expect(await space.refusal(contract, 'PUT /api/v1/catalog', { as: space.admin, body: { seenVersion } })).toMatchObject({ status: 409, error: 'other_version' })
		}
		expect(await read()).toMatchObject({ seenVersion: 0, seen: null })
	})

	it('leaves the space its own steps, and gives its own where the space has none', async () => {
		const steps = (id: string) => [{ id, audience: { who: 'everyone', groups: [] }, texts: {}, url: '' }]
		const ids = async () => (await space.answer(contract, 'GET /api/v1/steps', { as: people[0] })).steps.map(({ id }) => id)
		await policy({ defaults: { steps: steps('picture') }, host: { catalogVersion: 1 } })
		expect(await ids()).toEqual(['picture'])
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { steps: steps('upload') } })
		await policy({ defaults: { steps: steps('mail') }, host: { catalogVersion: 2 } })
		expect(await ids()).toEqual(['upload'])
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { steps: null } })
		expect(await ids()).toEqual(['mail'])
		expect(settings.parse({}).steps.length).toBeGreaterThan(1)
	})
})
