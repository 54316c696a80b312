// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The story of a newcomer: welcomed once; a line at the first visit to an app, one a day; what changed, once. */

import type { Person } from './support/space.ts'

import { contract } from '@ensemble/onboarding/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useSpace } from './support/useSpace.ts'

const FILES = '/index.php/apps/files/'
const DASHBOARD = '/index.php/apps/dashboard/'
const PERSONAL = '/index.php/settings/user'

const space = useSpace()
let member: Person
beforeEach(async () => {
	await space.withoutCharter()
	member = await space.person()
})

const set = (body: object) => space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body })
const seen = () => space.answer(contract, 'POST /api/v1/welcome', { as: member, body: { seen: true } })
const pending = (path?: string, as = member) => space.pending(as, contract.app, path)
const help = { association: expect.stringMatching(/./), contact: '', contactUrl: '', community: null }

describe('the welcome', () => {
	it('comes alone with the first page of all', async () => {
		const page = await space.page(member)
		expect(page.pending(contract.app)).toEqual({ welcome: { ...help, welcome: '', logo: expect.any(String) }, hint: null, news: null })
		expect(page.loads(contract.app, 'welcome')).toBe(true)
	})

	it('waits until it was seen', async () => {
		await space.page(member)
		expect(await pending(PERSONAL)).not.toBeNull()
	})

	it('does not come again once it was seen', async () => {
		await space.page(member, PERSONAL)
		expect(await seen()).toEqual({ seen: true })
		const page = await space.page(member, PERSONAL)
		expect(page.pending(contract.app)).toBeNull()
		expect(page.loads(contract.app, 'welcome')).toBe(false)
		expect(await seen()).toEqual({ seen: true })
		expect(await pending(PERSONAL)).toBeNull()
	})

	it('is each person\'s own', async () => {
		const other = await space.person()
		await seen()
		expect(await pending(PERSONAL)).toBeNull()
		expect(await pending(PERSONAL, other)).not.toBeNull()
	})

	describe('in the association\'s own words', () => {
		afterEach(async () => {
			await set({ association: null, welcome: null, contact: null, contactUrl: null })
			await space.configure(contract.app, 'fleet_policy', null)
		})

		it.each([['fr', 'Bienvenue au bord du lac !'], ['en', ''], ['de_DE', 'Willkommen am See!']])('to a person whose language is %s: "%s"', async (language, welcome) => {
			await set({ association: 'Les Amis du Lac', welcome: { fr: 'Bienvenue au bord du lac !', de: 'Willkommen am See!' }, contact: 'Marie', contactUrl: 'mailto:marie@example.org' })
			const newcomer = await space.person({ language })
			const ask = { association: 'Les Amis du Lac', contact: 'Marie', contactUrl: 'mailto:marie@example.org', community: null }
			expect(await pending(FILES, newcomer)).toMatchObject({ welcome: { ...ask, welcome } })
			expect((await space.answer(contract, 'GET /api/v1/steps', { as: newcomer })).help).toEqual(ask)
			expect((await space.answer(contract, 'GET /api/v1/guide', { as: newcomer })).help).toEqual(ask)
		})

		it.each([['fr', 'Le forum'], ['en', 'The forum'], ['de', 'The forum']])('names the host\'s forum to a person whose language is %s: "%s"', async (language, name) => {
			await space.configure(contract.app, 'fleet_policy', { host: { communityName: { fr: 'Le forum', en: 'The forum' }, communityUrl: 'https://forum.example/' } })
			const newcomer = await space.person({ language })
			expect(await pending(FILES, newcomer)).toMatchObject({ welcome: { community: { name, url: 'https://forum.example/' } } })
		})
	})
})

describe('the line about an app', () => {
	const show = (app: string) => space.answer(contract, 'POST /api/v1/hints/{app}', { as: member, params: { app }, body: { seen: true } })
	const wanted = (value: boolean) => space.answer(contract, 'PUT /api/v1/hints', { as: member, body: { wanted: value } })
	const line = (app: string, text: string | null = null) => ({ welcome: null, hint: { app, text }, news: null })
	beforeEach(async () => {
		await space.page(member)
		await seen()
	})
	afterEach(() => set({ hints: null, hintTexts: null }))

	it('comes at the first visit, and not again once it was shown', async () => {
		const page = await space.page(member, FILES)
		expect([page.pending(contract.app), page.loads(contract.app, 'welcome')]).toEqual([line('files'), true])
		expect(await pending(PERSONAL)).toBeNull()
		expect(await show('files')).toEqual({ seen: true })
		expect(await pending(FILES)).toBeNull()
		expect(await show('files')).toEqual({ seen: true })
	})

	it('does not come on a day that had one', async () => {
		await show('deck')
		expect(await pending(FILES)).toBeNull()
	})

	it('is not kept back by an app that nobody has a line for', async () => {
		await show('unknown_app')
		expect(await pending(FILES)).toEqual(line('files'))
	})

	it('does not come to whoever wants none, until they want it again', async () => {
		expect(await wanted(false)).toEqual({ wanted: false })
		expect(await pending(FILES)).toBeNull()
		expect((await space.answer(contract, 'GET /api/v1/guide', { as: member })).hints).toBe(false)
		expect(await wanted(true)).toEqual({ wanted: true })
		expect(await pending(FILES)).toEqual(line('files'))
		expect((await space.answer(contract, 'GET /api/v1/guide', { as: member })).hints).toBe(true)
	})

	it('can be the association\'s own, for one app or none, or be switched off', async () => {
		await set({ hintTexts: { files: { en: 'Our papers.' }, dashboard: { fr: 'Tout en un.' } } })
		expect(await pending(FILES)).toEqual(line('files', 'Our papers.'))
		expect(await pending(DASHBOARD)).toEqual(line('dashboard', 'Tout en un.'))
		await set({ hintTexts: { files: {} } })
		expect([await pending(FILES), await pending(DASHBOARD)]).toEqual([null, null])
		await set({ hintTexts: null, hints: false })
		expect(await pending(FILES)).toBeNull()
	})
})

describe('what changed', () => {
	const read = (version: string) => space.answer(contract, 'POST /api/v1/news', { as: member, body: { version } })
	beforeEach(async () => {
		await space.page(member)
		await space.settled(member)
	})

	it('is no news to whoever came after it', async () => {
		expect(await pending()).toBeNull()
	})

	it('stays read, whatever is sent afterwards', async () => {
		const { version } = await read('0.0.1')
		expect(version).toMatch(/^\d+(\.\d+)+$/)
		expect([await read('0.0.1'), await read('no version'), await read('999999.0'), await read('..')]).toEqual(Array.from({ length: 4 }, () => ({ version })))
		expect(await pending()).toBeNull()
	})
})

describe('putting the list away', () => {
	const close = (closed: boolean, as = member) => space.answer(contract, 'PUT /api/v1/closed', { as, body: { closed } })
	const closed = async (as = member) => (await space.answer(contract, 'GET /api/v1/steps', { as })).closed

	it('is kept, can be taken back, and is each person\'s own', async () => {
		const other = await space.person()
		expect(await closed()).toBe(false)
		expect(await close(true)).toEqual({ closed: true })
		expect([await closed(), await closed(other)]).toEqual([true, false])
		expect(await close(false)).toEqual({ closed: false })
		expect(await closed()).toBe(false)
	})
})
