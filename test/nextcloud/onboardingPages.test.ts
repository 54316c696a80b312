// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What comes by itself: the welcome, one line about an app a day, news after an update, the steps on the dashboard. */

import { beforeAll, describe, expect, it } from 'vitest'
import { builtInStep } from '../../apps/onboarding/contract.ts'
import { fromEnvironment } from './connection.ts'
import { call, pendingOn, valuesOf, withApp, withSettings } from './onboardingCalls.ts'
import { createAccount, logIn, ocs, PASSWORD } from './people.ts'
import { newName } from './settle.ts'

const server = fromEnvironment

/** A new account that has logged in, and its cookie. */
async function somebody(word: string, welcomed = true): Promise<[string, string]> {
	const id = newName(word)
	await createAccount(server(), id)
	const cookie = await logIn(server(), id)
	if (welcomed) {
		await call(server(), id, 'POST /api/v1/welcome', { body: { seen: true } })
	}
	return [id, cookie]
}

/** Writes a value of our app, or takes it away. occ refuses to change the type of one, so it is taken away first. */
async function setting(id: string, key: string, value: string | null) {
	await server().occ(['user:setting', id, 'ensemble_onboarding', key, '--delete'])
	if (value !== null) {
		const { code, stderr } = await server().occ(['user:setting', id, 'ensemble_onboarding', key, value])
		expect(code, stderr).toBe(0)
	}
}

describe('the welcome', () => {
	it('comes once, alone, with what the association says', async () => {
		const [id, cookie] = await somebody('greeted', false)
		await withSettings(server(), { association: 'Les Amis', contact: 'Marie', contactUrl: 'mailto:marie@example.org', welcome: { en: 'Hello!' } }, async () => {
			expect(await pendingOn(server(), '/apps/files/', cookie)).toEqual({
				welcome: { association: 'Les Amis', contact: 'Marie', contactUrl: 'mailto:marie@example.org', community: null, welcome: 'Hello!', logo: '' },
				hint: null,
				news: null,
			})
		})
		await call(server(), id, 'POST /api/v1/welcome', { body: { seen: true } })
		expect(await pendingOn(server(), '/settings/user', cookie)).toBeNull()
	})
})

describe('a line about an app', () => {
	it('comes at the first visit, once for each app and once a day', async () => {
		const [id, cookie] = await somebody('visitor')
		expect(await pendingOn(server(), '/settings/user', cookie)).toBeNull()
		expect(await pendingOn(server(), '/apps/files/', cookie)).toEqual({ welcome: null, hint: { app: 'files', text: null }, news: null })
		await call(server(), id, 'POST /api/v1/hints/{app}', { params: { app: 'files' }, body: { seen: true } })
		expect(await pendingOn(server(), '/apps/files/', cookie)).toBeNull()
		expect(await pendingOn(server(), '/apps/photos/', cookie), 'another app on the same day').toBeNull()

		const stored = JSON.parse((await valuesOf(server(), id)).hints!) as { seen: string[], day: string, off: boolean }
		expect(stored).toEqual({ seen: ['files'], day: new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(), off: false })
		await setting(id, 'hints', JSON.stringify({ ...stored, day: '2026-01-01' }))
		expect(await pendingOn(server(), '/apps/files/', cookie), 'seen, on another day').toBeNull()
		expect((await pendingOn(server(), '/apps/photos/', cookie))?.hint).toEqual({ app: 'photos', text: null })
	})

	it('comes with index.php in the address as well', async () => {
		const [, cookie] = await somebody('plain')
		expect((await pendingOn(server(), '/index.php/apps/files/', cookie))?.hint?.app).toBe('files')
	})

	it('does not come to whoever wants none, nor where the association wants none', async () => {
		const [id, cookie] = await somebody('quiet')
		await call(server(), id, 'PUT /api/v1/hints', { body: { wanted: false } })
		expect(await pendingOn(server(), '/apps/files/', cookie)).toBeNull()
		await call(server(), id, 'PUT /api/v1/hints', { body: { wanted: true } })
		expect((await pendingOn(server(), '/apps/files/', cookie))?.hint?.app).toBe('files')
		await withSettings(server(), { hints: false }, async () => {
			expect(await pendingOn(server(), '/apps/files/', cookie)).toBeNull()
		})
		await withSettings(server(), { hintTexts: { files: {} } }, async () => {
			expect(await pendingOn(server(), '/apps/files/', cookie)).toBeNull()
		})
	})

	it('is the association\'s own where it has one, also for an app that we have none for', async () => {
		const [, cookie] = await somebody('read')
		await withSettings(server(), { hintTexts: { files: { en: 'All our papers.' }, dashboard: { fr: 'Tout d’un coup d’œil.' } } }, async () => {
			expect((await pendingOn(server(), '/apps/files/', cookie))?.hint).toEqual({ app: 'files', text: 'All our papers.' })
			expect((await pendingOn(server(), '/apps/dashboard/', cookie))?.hint).toEqual({ app: 'dashboard', text: 'Tout d’un coup d’œil.' })
		})
		expect(await pendingOn(server(), '/apps/dashboard/', cookie)).toBeNull()
	})
})

describe('what changed in the space', () => {
	it('does not come to newcomers, and comes once after an update to everybody else', async () => {
		const [id, cookie] = await somebody('oldtimer')
		expect(await pendingOn(server(), '/settings/user', cookie)).toBeNull()
		for (const read of ['0.1.0', null]) {
			await setting(id, 'news', read)
			const pending = await pendingOn(server(), '/settings/user', cookie)
			expect(pending).toMatchObject({ welcome: null, hint: null, news: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } })
			expect(pending!.news!.lines.length).toBeGreaterThan(0)
			expect(pending!.news!.lines.length).toBeLessThanOrEqual(3)
			await call(server(), id, 'POST /api/v1/news', { body: { version: pending!.news!.version } })
			expect(await pendingOn(server(), '/settings/user', cookie)).toBeNull()
		}
	})

	it('is in the reader\'s language', async () => {
		const [id, cookie] = await somebody('lectrice')
		await setting(id, 'news', null)
		const english = (await pendingOn(server(), '/settings/user', cookie))!.news!.lines
		await ocs(server(), server().admin, 'PUT', `cloud/users/${id}`, { key: 'language', value: 'fr' })
		const french = (await pendingOn(server(), '/settings/user', cookie))!.news!.lines
		expect(french).toHaveLength(english.length)
		expect(french).not.toEqual(english)
	})
})

describe('the dashboard', () => {
	const as = (id: string) => `${id}:${PASSWORD}`
	const ours = async (id: string) => {
		const { data } = await ocs(server(), as(id), 'GET', 'apps/dashboard/api/v1/widgets')
		return (data as Record<string, { id: string, title: string, icon_url: string, widget_url: string, item_api_versions: number[], buttons: object[] }>).ensemble_onboarding
	}
	const items = async (id: string) => {
		const { data } = await ocs(server(), as(id), 'GET', 'apps/dashboard/api/v2/widget-items?widgets[]=ensemble_onboarding')
		return (data as Record<string, { items: Array<{ title: string, subtitle: string, link: string, sinceId: string }> }>).ensemble_onboarding?.items
	}
	const layout = async (id: string) => ((await ocs(server(), as(id), 'GET', 'apps/dashboard/api/v3/layout')).data as { layout: string[] }).layout

	const allDeclined = async (id: string) => {
		for (const step of (await call(server(), id, 'GET /api/v1/steps')).steps) {
			await call(server(), id, 'PUT /api/v1/steps/{id}', { params: { id: step.id }, body: { state: 'declined' } })
		}
	}

	it('lists the open steps, without a script of ours', async () => {
		const [id] = await somebody('onboard')
		await call(server(), id, 'PUT /api/v1/steps/{id}', { params: { id: 'upload' }, body: { state: 'declined' } })
		expect(await ours(id)).toMatchObject({ id: 'ensemble_onboarding', title: 'First steps', item_api_versions: [2], icon_url: expect.stringContaining('/img/app-dark.svg'), widget_url: expect.stringContaining('/apps/ensemble_onboarding') })
		expect((await ours(id))!.buttons).toEqual([{ type: 'more', text: 'Show all first steps', link: expect.stringContaining('/apps/ensemble_onboarding') }])
		const open = (await call(server(), id, 'GET /api/v1/steps')).steps.filter(({ state }) => state === 'open').map((step) => step.id)
		expect((await items(id))!.map(({ sinceId }) => sinceId)).toEqual(open)
		expect((await items(id))![0]).toMatchObject({ title: 'Choose a profile picture', subtitle: 'Take a photo or a drawing that you like.', link: expect.stringMatching(/^http.*\/apps\/ensemble_onboarding/) })
	})

	it('has them at the top for newcomers, and is as before once they are finished', async () => {
		const [id] = await somebody('finisher')
		expect(await layout(id)).toEqual(['ensemble_onboarding', 'recommendations', 'spreed', 'mail', 'calendar'])
		await allDeclined(id)
		expect(await ours(id)).toBeUndefined()
		expect(await layout(id)).toEqual(['recommendations', 'spreed', 'mail', 'calendar'])
	})

	it('is as before once they are put away, and leaves alone what the person has arranged', async () => {
		const [first] = await somebody('closes')
		await call(server(), first, 'PUT /api/v1/closed', { body: { closed: true } })
		expect(await ours(first)).toBeUndefined()
		expect(await layout(first)).toEqual(['recommendations', 'spreed', 'mail', 'calendar'])
		const [second] = await somebody('arranges')
		await ocs(server(), as(second), 'POST', 'apps/dashboard/api/v3/layout', { layout: ['user_status', 'ensemble_onboarding'] })
		await call(server(), second, 'PUT /api/v1/closed', { body: { closed: true } })
		expect(await layout(second)).toEqual(['user_status', 'ensemble_onboarding'])
		await call(server(), second, 'PUT /api/v1/closed', { body: { closed: false } })
		expect(await ours(second)).toBeDefined()
	})

	it('shows them again when a step is new', async () => {
		const [id] = await somebody('again')
		await allDeclined(id)
		const own = { id: 'own-new', audience: { who: 'everyone' as const, groups: [] }, texts: { en: { title: 'New', sentence: 'Try it.', reason: '', action: '' } }, url: '' }
		await withSettings(server(), { steps: [own] }, async () => {
			await call(server(), id, 'GET /api/v1/steps')
			expect(await ours(id)).toBeDefined()
			expect((await items(id))!.map(({ title, subtitle }) => [title, subtitle])).toEqual([['New', 'Try it.']])
		})
	})

	it('speaks of every built-in step', async () => {
		const [id] = await somebody('speaks')
		await withApp(server(), 'calendar', async () => {
			for (const steps of [builtInStep.options.slice(0, 4), builtInStep.options.slice(4)]) {
				await withSettings(server(), { steps: steps.map((step) => ({ id: step, audience: { who: 'everyone' as const, groups: [] }, texts: {}, url: '' })) }, async () => {
					const shown = (await items(id))!
					expect(shown.map(({ sinceId }) => sinceId)).toEqual(steps.filter((step) => step !== 'charter' || shown.some(({ sinceId }) => sinceId === 'charter')))
					expect(shown.every(({ title, subtitle }) => title !== '' && subtitle !== '' && !subtitle.includes('{'))).toBe(true)
				})
			}
		})
	})
})

describe('an account with a welcome of before', () => {
	let id = ''
	beforeAll(async () => {
		[id] = await somebody('before', false)
	})

	it('is not welcomed once more', async () => {
		await setting(id, 'welcome', 'seen')
		expect((await pendingOn(server(), '/settings/user', await logIn(server(), id)))).toBeNull()
	})
})
