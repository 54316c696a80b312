// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the contract suite cannot see by HTTP: guests, apps that are on or off, the days of lines about apps, the widget. */

import type { Account } from '@ensemble/space/embedding'

import { newAccount } from '@ensemble/space/nextcloud/accounts'
import { subscriptions } from '@ensemble/space/nextcloud/traces'
import { EmbeddedSpace } from '@ensemble/space/state'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { builtInStep, contract } from './contract.ts'
import app from './embedded.ts'
import news from './news.json' with { type: 'json' }

const defaults = contract.settings.parse({})
const host = contract.host.parse({})
const fail = (code: string) => new Error(code)
const NOON = 1_795_345_200
const DAY = 86_400
let now = NOON
let space: EmbeddedSpace
let ada: Account
let guest: Account
beforeEach(() => {
	now = NOON
	space = new EmbeddedSpace({ name: 'Les Amis du Lac', defaultQuota: '1 GB', now: () => now })
	ada = space.addAccount(newAccount('ada'))
	guest = space.addAccount(newAccount('guest', { guest: true, groups: ['guest_app'] }))
	space.setAppValue('ensemble_charter', 'current', 1)
	space.setAppValue('calendar', 'enabled', 'yes')
	app.firstLogin?.(space, ada)
	app.firstLogin?.(space, guest)
})

const call = (account: Account, settings = defaults) => ({ space, account, params: {}, body: {}, settings, host, fail })
const steps = async (account: Account) => (await app.handlers['GET /api/v1/steps'](call(account))).steps
const ids = async (account: Account) => (await steps(account)).map(({ id }) => id)
const pending = (path: string, account = ada, settings = defaults) => app.pending(space, account, settings, path)

describe('the list', () => {
	it('has seven steps for a member', async () => {
		expect(await ids(ada)).toEqual(['picture', 'mail', 'upload', 'share', 'device', 'charter', 'storage'])
	})

	it('has a calendar where there is no charter', async () => {
		space.disabledApps.add('ensemble_charter')
		expect(await ids(ada)).toEqual(['picture', 'mail', 'upload', 'share', 'device', 'storage', 'calendar'])
	})

	it('has neither charter nor storage nor calendar for a guest', async () => {
		expect(await ids(guest)).toEqual(['picture', 'mail', 'upload', 'share', 'device'])
	})

	it('has nothing of apps that are off', async () => {
		space.disabledApps.add('ensemble_charter')
		space.setAppValue('calendar', 'enabled', 'no')
		expect(await ids(ada)).toEqual(['picture', 'mail', 'upload', 'share', 'device', 'storage'])
		space.disabledApps.add('ensemble_quota')
		expect(await ids(ada)).toEqual(['picture', 'mail', 'upload', 'share', 'device'])
	})

	it('has a calendar only for groups that have it', async () => {
		space.disabledApps.add('ensemble_charter')
		space.setAppValue('calendar', 'enabled', ['choir'])
		expect(await ids(ada)).not.toContain('calendar')
		ada.groups.push('choir')
		expect(await ids(ada)).toContain('calendar')
	})

	it('ticks a calendar that was subscribed to, and keeps the tick', async () => {
		space.disabledApps.add('ensemble_charter')
		subscriptions(space).push({ account: 'guest', uri: 'x', source: 'x' })
		expect((await steps(ada)).find(({ id }) => id === 'calendar')?.state).toBe('open')
		subscriptions(space).push({ account: 'ada', uri: 'x', source: 'x' })
		expect((await steps(ada)).find(({ id }) => id === 'calendar')?.state).toBe('done')
		subscriptions(space).length = 0
		expect((await steps(ada)).find(({ id }) => id === 'calendar')?.state).toBe('done')
	})

	it('takes example files for nobody\'s upload', async () => {
		space.files('ada').push({ path: 'files/Readme.md', size: 1, mtime: 1, uploaded: false })
		expect((await steps(ada)).find(({ id }) => id === 'upload')?.state).toBe('open')
	})

	it('remembers what has happened before it was opened', async () => {
		app.happened?.(space, ada, 'share')
		app.happened?.(space, ada, 'share')
		expect(space.userValue('ada', contract.app, 'done')).toEqual(['share'])
		expect((await steps(ada)).find(({ id }) => id === 'share')?.state).toBe('done')
	})
})

describe('the welcome', () => {
	it('is for the first login only, and the news with it are not news', () => {
		expect(pending('/apps/files/')).toEqual({
			welcome: { association: 'Les Amis du Lac', contact: '', contactUrl: '', community: null, welcome: '', logo: '' },
			hint: null,
			news: null,
		})
		space.setUserValue('ada', contract.app, 'welcome', 'seen')
		app.firstLogin?.(space, ada)
		expect(pending('/settings/user')).toBeNull()
	})
})

describe('a line about an app', () => {
	beforeEach(() => space.setUserValue('ada', contract.app, 'welcome', 'seen'))
	const seen = (id: string) => app.handlers['POST /api/v1/hints/{app}']({ ...call(ada), params: { app: id }, body: { seen: true } })

	it('comes once for each app, one a day where the person lives', async () => {
		expect(pending('/apps/deck/')).toEqual({ welcome: null, hint: { app: 'deck', text: null }, news: null })
		await seen('deck')
		expect([pending('/apps/deck/'), pending('/apps/calendar/')]).toEqual([null, null])
		now += DAY / 2 - 1
		expect(pending('/apps/calendar/')).toBeNull()
		now += 1
		expect(pending('/apps/calendar/')).toMatchObject({ hint: { app: 'calendar' } })
		expect(pending('/apps/deck/')).toBeNull()
	})

	it('never comes to a guest', () => {
		space.setUserValue('guest', contract.app, 'welcome', 'seen')
		expect(pending('/apps/deck/', guest)).toBeNull()
	})
})

describe('news', () => {
	it('come once to whoever is older than they are', async () => {
		const old = space.addAccount(newAccount('old', { language: 'fr', firstLogin: 1 }))
		expect(pending('/apps/dashboard/', old)).toEqual({ welcome: null, hint: null, news: { version: news.version, lines: news.lines.fr } })
		await app.handlers['POST /api/v1/news']({ ...call(old), body: { version: news.version } })
		expect(pending('/apps/dashboard/', old)).toBeNull()
	})

	it('are three lines at most, in both languages of the pack', () => {
		expect(Object.keys(news.lines).sort()).toEqual(['en', 'fr'])
		expect(Object.values(news.lines).filter((lines) => lines.length < 1 || lines.length > 3)).toEqual([])
	})
})

describe('the widget', () => {
	const text = (sentence: string, vars: Record<string, number | string> = {}) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(vars[name]))
	const widget = (settings = defaults) => app.widget?.(space, ada, settings, text, 'https://lac.example')

	it('has the open steps, by the names that the page gives them', () => {
		const source = readFileSync(new URL('src/steps.ts', import.meta.url), 'utf8')
		space.setAppValue('calendar', 'enabled', 'no')
		space.disabledApps.add('ensemble_charter')
		const settings = contract.settings.parse({ steps: builtInStep.options.slice(0, 5).map((id) => ({ id, audience: { who: 'everyone', groups: [] }, texts: {}, url: '' })) })
		const items = widget(settings)!.items
		expect(items).toHaveLength(5)
		for (const { title, subtitle } of items) {
			expect(source).toContain(`t('${title}')`)
			expect(source).toContain(subtitle.replace('https://lac.example', '{address}'))
		}
	})

	it('goes once the list was put away', async () => {
		await app.handlers['PUT /api/v1/closed']({ ...call(ada), body: { closed: true } })
		expect(widget()).toBeNull()
	})
})
