// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The demo is what the story needs: each person at their place. */

import type { PendingCharter, Version } from '@ensemble/charter/contract'
import type { Figures, Icon, Step, Task } from '@ensemble/onboarding/contract'
import type { PoolDay, Request } from '@ensemble/quota/contract'
import type { EndpointKey } from '@ensemble/shared/contract/define'
import type { EmbeddedSpace } from '../state.ts'

import { contract as charterContract, charterText } from '@ensemble/charter/contract'
import { catalog, contract as onboardingContract } from '@ensemble/onboarding/contract'
import { forecast, pointOf } from '@ensemble/quota/src/logic/forecast'
import { validate } from '@ensemble/shared/contract/validate'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadApps, settingsOf } from '../apps.ts'
import { mails, notifications } from '../messages.ts'
import { storageOf } from '../nextcloud/files.ts'
import { call } from './call.ts'
import { charter } from './charter.ts'
import { catalogBefore, catalogNow } from './hostCatalog.ts'
import { hostCharter } from './hostCharter.ts'
import { people } from './people.ts'
import { seedDemo, seedEmpty } from './seed.ts'

const NOW = 1_795_000_000
const apps = await loadApps()
let space: EmbeddedSpace
beforeAll(async () => {
	space = await seedDemo(apps, () => NOW)
})

function percent(account: string) {
	const { used, quota } = storageOf(space, account)
	return Math.round(used / quota! * 100)
}
/** What an account would be told on its next page. */
const pending = (id: string) => apps.filter(({ embedded }) => embedded.pending(space, space.account(id)!, settingsOf(space, embedded.contract).values) !== null).map(({ manifest }) => manifest.id)

describe('the demo association', () => {
	it('has every person of the menu', () => {
		expect(people.filter(({ id }) => space.account(id)?.enabled !== true)).toEqual([])
	})

	it('has members at the levels of the story', () => {
		expect([percent('yves'), percent('fatou'), percent('odile')]).toEqual([40, 92, 96])
	})

	it('has something to say to whom it is said', () => {
		expect(Object.fromEntries(people.map(({ id }) => [id, pending(id)]))).toEqual({
			maelle: [],
			odile: ['ensemble_charter', 'ensemble_onboarding', 'ensemble_quota'],
			// His first login brings the welcome.
			jules: ['ensemble_charter', 'ensemble_onboarding'],
			fatou: ['ensemble_quota'],
			coline: ['ensemble_onboarding'],
			yves: [],
			ruth: ['ensemble_charter'],
			samir: [],
		})
	})

	it('asks the newcomer for the host\'s charter first, and the others for the association\'s alone', () => {
		const asked = (id: string) => {
			const embedded = apps.find(({ manifest }) => manifest.id === charterContract.app)!.embedded
			const first = embedded.pending(space, space.account(id)!, settingsOf(space, embedded.contract).values) as PendingCharter
			return [first.owner, first.next?.owner ?? null]
		}
		expect([asked('jules'), asked('odile'), asked('ruth')]).toEqual([['host', 'association'], ['association', null], ['association', null]])
	})

	it('has a host whose policy holds, and locks nothing', () => {
		const { host, sources } = settingsOf(space, charterContract)
		expect(host.charter).toEqual(hostCharter)
		expect(sources.hostCharter).toBe('built-in')
	})

	it('fits into its pool', () => {
		const total = space.accounts().flatMap(({ id }) => space.files(id)).reduce((bytes, { size }) => bytes + size, 0)
		expect(total / 1024 ** 3).toBeGreaterThan(15)
		expect(total / 1024 ** 3).toBeLessThan(50)
	})

	it('tells nothing of the future', () => {
		expect(space.accounts().flatMap(({ id }) => space.files(id)).filter(({ mtime }) => mtime > NOW)).toEqual([])
		expect(space.rows<{ at: number }>('ensemble_charter', 'answers').filter(({ at }) => at > NOW)).toEqual([])
	})
})

describe('the first steps', () => {
	const onboarding = apps.find(({ manifest }) => manifest.id === onboardingContract.app)!.embedded
	const ask = <T>(key: EndpointKey, account = 'maelle') => call(space, apps.find(({ embedded }) => embedded === onboarding)!, account, key, {}) as Promise<T>
	const states = async (account: string) => (await ask<{ steps: Step[] }>('GET /api/v1/steps', account)).steps.map(({ state }) => state)

	it('are as far as the story says', async () => {
		expect(new Set(await states('yves'))).toEqual(new Set(['done']))
		expect(new Set(await states('jules'))).toEqual(new Set(['open']))
		expect(await states('denis')).toEqual(expect.arrayContaining(['done', 'declined', 'open']))
	})

	it('have figures, and more than one way to be told', async () => {
		const { people: count, finished, steps } = await ask<Figures>('GET /api/v1/figures')
		expect([count > 8, finished, steps!.length]).toEqual([true, 1, 7])
		expect(steps!.find(({ id }) => id === 'share')).toMatchObject({ done: 6 })
	})

	it('leave admins something to do', async () => {
		const { tasks } = await ask<{ tasks: Task[] }>('GET /api/v1/tasks')
		expect(tasks.filter(({ state }) => state === 'open').map(({ id, count }) => [id, count])).toEqual([['colleague', 1], ['waiting', 2], ['start', null], ['icons', null], ['handover', null]])
	})

	it('have a host whose catalog is newer than what was read, and a policy that holds', async () => {
		expect(await ask('GET /api/v1/catalog')).toEqual({ version: 2, seenVersion: 1, now: catalogNow, seen: catalogBefore })
		expect(settingsOf(space, onboardingContract).values.steps).toEqual(catalogNow.steps)
		expect(catalog.safeParse(catalogBefore).success).toBe(true)
	})

	it('know which icons somebody wants', async () => {
		const { icons } = await ask<{ icons: Icon[] }>('GET /api/v1/icons')
		expect(icons.length).toBeGreaterThan(10)
		expect(Object.fromEntries(icons.filter(({ pinned }) => pinned > 0).map(({ id, pinned }) => [id, pinned]))).toEqual({ files: 3, photos: 1, calendar: 2, deck: 2 })
		expect(icons.find(({ id }) => id === 'tables')?.groups).toEqual(['bureau'])
	})

	it('tell one member what changed, and one line on the first visit to an app', () => {
		const told = (path: string) => onboarding.pending(space, space.account('coline')!, settingsOf(space, onboardingContract).values, path)
		expect(told('/apps/dashboard/')).toMatchObject({ welcome: null, hint: null, news: { lines: expect.any(Array) } })
		expect(told('/apps/deck/')).toMatchObject({ hint: { app: 'deck', text: 'Deck : qui fait quoi pour la prochaine fête.' } })
	})
})

describe('the past of the storage', () => {
	const days = () => space.rows<PoolDay>('ensemble_quota', 'poolDays')
	const used = ({ files, trash, versions, team, other }: PoolDay) => files + trash + versions + team + other
	const quota = apps.find(({ manifest }) => manifest.id === 'ensemble_quota')!

	it('is ten weeks of days, and grows', () => {
		expect(days().map(({ day }) => day)).toEqual([...days().map(({ day }) => day)].sort((a, b) => a - b))
		// Of the oldest weeks, the last day is left.
		expect(days().at(-1)!.day - days()[0]!.day).toBeGreaterThanOrEqual(64)
		expect(days().length).toBeGreaterThan(55)
		expect(used(days().at(-1)!) - used(days()[0]!)).toBeGreaterThan(4 * 1024 ** 3)
	})

	it('fills the pool in some months', () => {
		const points = days().map(pointOf)
		const found = forecast(points, points.at(-1)!, 50 * 1024 ** 3)
		expect(found.kind).toBe('growing')
		expect(found.kind === 'growing' && found.day - points.at(-1)!.day).toBeGreaterThan(60)
		expect(found.kind === 'growing' && found.day - points.at(-1)!.day).toBeLessThan(250)
	})

	it('has a request of each kind', () => {
		expect(space.rows<Request>('ensemble_quota', 'requests').map(({ account, state }) => [account, state])).toEqual([['coline', 'approved'], ['ines', 'declined'], ['fatou', 'open']])
	})

	it('has told whom it concerns, once', () => {
		expect(notifications(space).filter(({ app }) => app === 'ensemble_quota').map(({ account, subject }) => [account, subject])).toEqual([
			['coline', 'decided'],
			['ines', 'decided'],
			['maelle', 'asked'],
			['fatou', 'level'],
			['odile', 'level'],
		])
		expect(mails(space).filter(({ app, subject }) => app === 'ensemble_quota' && subject === 'level').map(({ account }) => account)).toEqual(['odile'])
	})

	it('has something to clear out for who is short of room', async () => {
		const handler = quota.embedded.handlers['GET /api/v1/mine/cleanup']!
		const { trash, versionCount } = await handler({ space, account: space.account('odile')!, params: {}, body: {}, settings: settingsOf(space, quota.embedded.contract).values, host: {}, fail: (code) => new Error(code) }) as { trash: { count: number }, versionCount: number }
		expect(trash.count).toBeGreaterThan(0)
		expect(versionCount).toBeGreaterThan(3)
	})
})

describe('the past of the charter', () => {
	/** The association's versions. */
	const own = () => space.rows<Version>('ensemble_charter', 'versions').filter(({ owner }) => owner === 'association')

	it('has an older version, and one that only mended the wording', () => {
		const second = own()[1]!.id
		expect(own().map(({ kind, asks, audience, changeNote }) => ({ kind, asks, who: audience.who, notes: Object.keys(changeNote).length }))).toEqual([
			{ kind: 'substantive', asks: 1, who: 'everyone', notes: 0 },
			{ kind: 'substantive', asks: second, who: 'everyone', notes: 2 },
			{ kind: 'editorial', asks: second, who: 'everyone', notes: 2 },
		])
	})

	it('differs where the notes say so', () => {
		const [first, second, third] = own().map(({ texts }) => texts) as [Version['texts'], Version['texts'], Version['texts']]
		expect(third).toEqual(charter)
		expect(second.en).toEqual(charter.en)
		expect(second.fr!.body).toContain('discution')
		expect([first.fr!.body, first.en!.body].map((body) => body.match(/^## /gm)!.length)).toEqual([8, 8])
		expect(Object.values(first).map((text) => validate(charterText, text).ok)).toEqual([true, true])
	})

	it('has answers of both kinds, some with a reason', () => {
		const answers = space.rows<{ asks: number, choice: string, reason: string }>('ensemble_charter', 'answers')
		const asks = own().at(-1)!.asks
		expect(answers.filter((one) => one.asks === asks && one.choice === 'accepted').length).toBeGreaterThan(3)
		expect(answers.filter((one) => one.asks === asks && one.reason !== '')).toHaveLength(2)
		expect(answers.filter((one) => one.asks === 1).length).toBeGreaterThan(3)
	})
})

describe('the charter', () => {
	it.each(Object.entries(hostCharter.texts))('of the host: %s is whole and short', (_, text) => {
		expect(validate(charterText, text).ok).toBe(true)
		expect(text.summary).toHaveLength(3)
		expect(text.body.split(/\s+/).length).toBeLessThan(300)
	})

	it.each(Object.entries(charter))('%s is whole: three sentences, eight points, 400 to 650 words', (_, text) => {
		expect(validate(charterText, text).ok).toBe(true)
		expect(text.summary).toHaveLength(3)
		expect(text.body.match(/^## /gm)).toHaveLength(9)
		const words = text.body.split(/\s+/).length
		expect(words).toBeGreaterThan(400)
		expect(words).toBeLessThan(650)
	})
})

it('an empty space has one admin', () => {
	expect(seedEmpty().accounts().map(({ id, admin }) => [id, admin])).toEqual([['admin', true]])
})
