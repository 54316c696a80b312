// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the first steps cost in SQL: nothing on a page, little when the list is opened, and never more with more accounts. */

import type { Queries } from './queries.ts'

import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtInStep } from '../../apps/onboarding/contract.ts'
import { fromEnvironment } from './connection.ts'
import { call, pendingOn, stepsOf, withApp, withSettings } from './onboardingCalls.ts'
import { createAccount, logIn, open, oursIn } from './people.ts'
import { run } from './process.ts'
import { queriesOf } from './queries.ts'
import { loginCookies } from './session.ts'
import { newName, settledMember } from './settle.ts'

const server = fromEnvironment
const FEW = 3
const MORE = 200
/** Queries of ours that opening the list may take. */
const ALLOWED = 12

/** So many accounts more, with mail addresses, shares, app passwords and steps behind them; 0 = none any more. */
async function crowd(many: number): Promise<void> {
	const { code, stderr } = await run('php', ['-d', 'memory_limit=512M', fileURLToPath(new URL('./onboardingCrowd.php', import.meta.url)), server().root, String(many)])
	expect(code, stderr).toBe(0)
}

/** The queries of a request to OCS with a session's cookie. */
function queriesOfCall(cookie: string, path: string, body?: object): Promise<Queries> {
	return queriesOf(server(), async () => {
		const answered = await fetch(`${server().baseUrl}/ocs/v2.php/${path}`, {
			method: body ? 'POST' : 'GET',
			headers: { cookie, accept: 'application/json', 'ocs-apirequest': 'true', ...body ? { 'content-type': 'application/json' } : {} },
			body: body && JSON.stringify(body),
		})
		expect(answered.status, await answered.text()).toBe(200)
		return answered.headers.get('x-request-id')
	})
}

const API = 'apps/ensemble_onboarding/api/v1'
/** A request that only boots Nextcloud and logs in: the same controller, nothing to look up. */
const NOTHING = { path: `${API}/welcome`, body: { seen: true } }

describe('opening the list', () => {
	let id = ''
	let cookie = ''
	beforeAll(async () => {
		id = newName('looker')
		await createAccount(server(), id)
		cookie = await logIn(server(), id)
		await call(server(), id, 'POST /api/v1/welcome', { body: { seen: true } })
	})
	afterAll(() => crowd(0), 120_000)

	const own = (name: string) => ({ id: `own-${name}`, audience: { who: 'groups' as const, groups: ['admin', name] }, texts: { en: { title: name, sentence: name, reason: '', action: '' } }, url: '' })
	const builtIn = (step: string) => ({ id: step, audience: { who: 'everyone' as const, groups: [] }, texts: {}, url: '' })

	/** What the list asks of the database beyond what any request does; the plan has ten steps. */
	async function cost(steps: object[]): Promise<Queries> {
		expect(steps).toHaveLength(10)
		return withSettings(server(), { steps } as Parameters<typeof withSettings>[1], async () => {
			const open = await stepsOf(server(), id, 'open')
			const usual = await queriesOfCall(cookie, NOTHING.path, NOTHING.body)
			const list = await queriesOfCall(cookie, `${API}/steps`)
			console.log(`GET steps: ${list.length - usual.length} queries beside the ${usual.length} of any request; ${steps.length} steps planned, ${open.length} shown`)
			expect(await stepsOf(server(), id, 'open'), 'the dearest case: nothing is done').toEqual(open)
			return list.slice(usual.length)
		})
	}

	it.each([
		{ name: 'the heaviest seven first', steps: [...builtInStep.options.filter((step) => step !== 'charter').map(builtIn), own('a'), own('b'), own('c')] },
		{ name: 'own ones first', steps: [own('a'), own('b'), ...builtInStep.options.map(builtIn)] },
	])(`takes ${ALLOWED} queries at most for ten steps, nothing of them done, and none more with more accounts: $name`, async ({ steps }) => {
		await withApp(server(), 'calendar', async () => {
			await crowd(FEW)
			const few = await cost(steps)
			expect(few.length).toBeGreaterThan(3)
			expect(few.length).toBeLessThanOrEqual(ALLOWED)
			await crowd(MORE)
			const many = await cost(steps)
			await crowd(0)
			expect(many).toEqual(few)
		})
	}, 180_000)
})

describe('what admins read', () => {
	let cookie = ''
	beforeAll(async () => {
		const [name = '', password = ''] = server().admin.split(':')
		cookie = await loginCookies(server().baseUrl, name, password)
	})
	afterAll(() => crowd(0), 120_000)

	it.each([
		{ path: 'figures' },
		{ path: 'tasks' },
		{ path: 'metrics' },
		{ path: 'icons' },
		{ path: 'invitations/check', body: { people: [{ account: 'swarm-00007', mail: '' }, { account: 'nobody-yet', mail: 'nobody@example.org' }] } },
	])('$path takes as many queries with many accounts as with few', async ({ path, body }) => {
		await crowd(FEW)
		await queriesOfCall(cookie, `${API}/${path}`, body)
		const few = await queriesOfCall(cookie, `${API}/${path}`, body)
		await crowd(MORE)
		const many = await queriesOfCall(cookie, `${API}/${path}`, body)
		await crowd(0)
		console.log(`${path}: ${few.length} queries with ${FEW} accounts more, ${many.length} with ${MORE}`)
		expect(few.length).toBeGreaterThan(0)
		expect(many.length).toBe(few.length)
	}, 120_000)
})

describe('a page with nothing pending', () => {
	async function pageQueries(path: string, cookie: string): Promise<Queries> {
		await open(server(), path, cookie)
		return queriesOf(server(), async () => (await open(server(), path, cookie)).requestId)
	}

	it.each(['/apps/dashboard/', '/apps/files/'])('%s makes no query of ours, though the first steps are open, and nothing of ours is on it', async (path) => {
		const id = await settledMember(server())
		const cookie = await logIn(server(), id)
		expect(oursIn((await open(server(), path, cookie)).html)).toEqual([])
		const enabled = await pageQueries(path, cookie)
		await server().occ(['app:disable', 'ensemble_onboarding'])
		try {
			const disabled = await pageQueries(path, cookie)
			console.log(`${path}: ${enabled.length} queries with the app, ${disabled.length} without`)
			expect(enabled).toEqual(disabled)
		} finally {
			await server().occ(['app:enable', 'ensemble_onboarding'])
		}
	})

	it('makes none either once a line was shown today', async () => {
		const id = newName('shown')
		await createAccount(server(), id)
		const cookie = await logIn(server(), id)
		await call(server(), id, 'POST /api/v1/welcome', { body: { seen: true } })
		const due = await pageQueries('/apps/files/', cookie)
		expect((await pendingOn(server(), '/apps/files/', cookie))?.hint?.app).toBe('files')
		await call(server(), id, 'POST /api/v1/hints/{app}', { params: { app: 'photos' }, body: { seen: true } })
		expect(await pendingOn(server(), '/apps/files/', cookie)).toBeNull()
		const over = await pageQueries('/apps/files/', cookie)
		expect(over.length).toBeLessThanOrEqual(due.length)
	})
})
