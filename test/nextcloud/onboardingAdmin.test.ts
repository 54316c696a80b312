// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What admins see of the first steps: their own list from the real state of the space, who can be invited, icons, figures, the host's catalog. */

import type { Catalog } from '../../apps/onboarding/contract.ts'

import { describe, expect, it } from 'vitest'
import { withConfig } from './configuration.ts'
import { fromEnvironment } from './connection.ts'
import { openMailbox } from './mailbox.ts'
import { call, refusal, stepsOf, withApp, withSettings } from './onboardingCalls.ts'
import { createAccount, logIn, ocs, open, PASSWORD, upload } from './people.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
async function occ(...args: string[]) {
	const { code, stdout, stderr } = await server().occ(args)
	expect(code, stdout + stderr).toBe(0)
	return stdout
}
const tasks = async () => Object.fromEntries((await call(server(), server().admin, 'GET /api/v1/tasks')).tasks.map(({ id, state, count }) => [id, [state, count]]))

/** Most accounts that Nextcloud lists at once. */
const PAGE = 500

/** Takes the quotas of all accounts away: other tests give some. */
async function withoutQuotas() {
	for (let offset = 0, seen = PAGE; seen === PAGE; offset += PAGE) {
		const { status, data } = await ocs(server(), server().admin, 'GET', `cloud/users/details?limit=${PAGE}&offset=${offset}`)
		expect(status).toBe(200)
		const users = Object.entries((data as { users: Record<string, { quota: { quota: number | string } }> }).users)
		for (const [id] of users.filter(([, { quota }]) => Number(quota.quota) >= 0)) {
			expect((await ocs(server(), server().admin, 'PUT', `cloud/users/${encodeURIComponent(id)}`, { key: 'quota', value: 'none' })).status).toBe(200)
		}
		seen = users.length
	}
}

describe('the admins\' list', () => {
	it('ticks itself from the state of the space', async () => {
		expect(Object.keys(await tasks())).toEqual(['look', 'mail', 'colleague', 'people', 'waiting', 'groups', 'charter', 'storage', 'start', 'icons', 'handover'])

		expect((await tasks()).look).toEqual(['open', null])
		await occ('config:app:set', 'theming', 'primary_color', '--value', '#0a7040')
		expect((await tasks()).look).toEqual(['done', null])
		await occ('config:app:delete', 'theming', 'primary_color')

		expect((await tasks()).mail).toEqual(['open', null])
		const mailbox = await openMailbox(server())
		expect((await tasks()).mail).toEqual(['done', null])
		await mailbox.close()

		expect((await tasks()).start).toEqual(['open', null])
		expect(await withConfig(server().root, { defaultapp: 'files' }, async () => (await tasks()).start)).toEqual(['done', null])

		await withoutQuotas()
		for (const value of ['fleet_policy', 'settings']) {
			await occ('config:app:delete', 'ensemble_quota', value)
		}
		expect((await tasks()).storage).toEqual(['open', null])
		await occ('config:app:set', 'files', 'default_quota', '--value', '5 GB')
		expect((await tasks()).storage).toEqual(['done', null])
		await occ('config:app:delete', 'files', 'default_quota')
		await occ('config:app:set', 'ensemble_quota', 'fleet_policy', '--value', '{"defaults":{"pool":53687091200}}')
		expect((await tasks()).storage).toEqual(['done', null])
		await occ('config:app:delete', 'ensemble_quota', 'fleet_policy')
	}, 300_000)

	it('counts admins, people, those who wait, and groups', async () => {
		const before = await tasks()
		const count = (of: Record<string, unknown[]>, id: string) => Number(of[id]![1])
		const [member, waiting, admin, group] = [newName('member'), newName('waiting'), newName('admin'), newName('group')]
		await createAccount(server(), member)
		await createAccount(server(), waiting)
		await ocs(server(), server().admin, 'PUT', `cloud/users/${waiting}/disable`)
		await ocs(server(), server().admin, 'POST', 'cloud/users', { userid: admin, password: PASSWORD, groups: ['admin'] })
		await ocs(server(), server().admin, 'POST', 'cloud/groups', { groupid: group })
		const after = await tasks()
		expect(count(after, 'people') - count(before, 'people')).toBe(2)
		expect(count(after, 'colleague') - count(before, 'colleague')).toBe(1)
		expect(count(after, 'groups') - count(before, 'groups')).toBe(1)
		expect(after.waiting).toEqual(['open', count(before, 'waiting') + 1])
		expect([after.colleague![0], after.groups![0]]).toEqual(['done', 'done'])

		await ocs(server(), server().admin, 'PUT', `cloud/users/${admin}/disable`)
		expect(count(await tasks(), 'colleague')).toBe(count(before, 'colleague'))
		await ocs(server(), server().admin, 'PUT', `cloud/users/${waiting}/enable`)
		expect(count(await tasks(), 'waiting')).toBe(count(before, 'waiting') + 1)
		await ocs(server(), server().admin, 'DELETE', `cloud/users/${admin}`)
		expect(count(await tasks(), 'waiting')).toBe(count(before, 'waiting'))
	}, 120_000)

	it('has no charter and no storage where those apps are off', async () => {
		await occ('app:disable', 'ensemble_charter', 'ensemble_quota')
		try {
			const found = Object.keys(await tasks())
			expect(found).not.toContain('charter')
			expect(found).not.toContain('storage')
			const id = newName('without')
			await createAccount(server(), id)
			expect(await stepsOf(server(), id, 'open')).toEqual(['picture', 'mail', 'upload', 'share', 'device'])
		} finally {
			await occ('app:enable', 'ensemble_charter', 'ensemble_quota')
		}
	})

	it('lets admins tick by hand what cannot be seen, and put anything aside', async () => {
		const set = (id: string, state: string) => call(server(), server().admin, 'PUT /api/v1/tasks/{id}', { params: { id }, body: { state } })
		const state = (list: Array<{ id: string, state: string }>, id: string) => list.find((task) => task.id === id)?.state
		expect(state((await set('handover', 'done')).tasks, 'handover')).toBe('done')
		expect(state((await set('start', 'declined')).tasks, 'start')).toBe('declined')
		expect(await refusal(server(), server().admin, 'PUT /api/v1/tasks/{id}', { params: { id: 'mail' }, body: { state: 'done' } })).toEqual([409, 'ticks_itself'])
		expect(await refusal(server(), server().admin, 'PUT /api/v1/tasks/{id}', { params: { id: 'nonsense' }, body: { state: 'open' } })).toEqual([400, 'invalid_request'])
		await set('handover', 'open')
		expect(state((await set('start', 'open')).tasks, 'start')).toBe('open')
	})
})

describe('a list of people to invite', () => {
	const check = (people: Array<{ account: string, mail: string }>) => call(server(), server().admin, 'POST /api/v1/invitations/check', { body: { people } })

	it('is told which names and addresses are taken, however they are written, and nothing is made', async () => {
		const id = newName('Taken')
		await createAccount(server(), id)
		await ocs(server(), server().admin, 'PUT', `cloud/users/${id}`, { key: 'email', value: `${id}@example.org` })
		const found = await check([
			{ account: 'quite.new', mail: 'new@example.org' },
			{ account: id.toUpperCase(), mail: '' },
			{ account: 'other.new', mail: `${id.toUpperCase()}@EXAMPLE.org` },
			{ account: 'a/b', mail: '' },
			{ account: 'nextcloud.log', mail: '' },
		])
		expect(found).toEqual({ takenAccounts: [1, 3, 4], takenMails: [2], room: null, mails: false })
		const { data } = await ocs(server(), server().admin, 'GET', 'cloud/users?search=quite.new')
		expect((data as { users: string[] }).users).toEqual([])
	})

	it('is told how much room there is; disabled accounts take none', async () => {
		await occ('config:app:set', 'ensemble_onboarding', 'fleet_policy', '--value', '{"host":{"accountCap":5000}}')
		try {
			const { room } = await check([])
			const id = newName('room')
			await createAccount(server(), id)
			expect((await check([])).room).toBe(room! - 1)
			await ocs(server(), server().admin, 'PUT', `cloud/users/${id}/disable`)
			expect((await check([])).room).toBe(room)
		} finally {
			await occ('config:app:delete', 'ensemble_onboarding', 'fleet_policy')
		}
	})

	it('of 500 is answered at once, and of more is refused', async () => {
		const people = Array.from({ length: 500 }, (_, n) => ({ account: `many${n}`, mail: `many${n}@example.org` }))
		expect((await check(people)).takenAccounts).toEqual([])
		expect(await refusal(server(), server().admin, 'POST /api/v1/invitations/check', { body: { people: [...people, people[0]] } })).toEqual([400, 'invalid_request'])
	})
})

describe('the icons', () => {
	const icons = async () => (await call(server(), server().admin, 'GET /api/v1/icons')).icons

	it('are those at the top, with who wants them, whether they can go, and for whom they are', async () => {
		await withApp(server(), 'standin', async () => {
			const id = newName('pins')
			await createAccount(server(), id)
			const before = Object.fromEntries((await icons()).map((icon) => [icon.id, icon]))
			expect(before.files).toMatchObject({ app: 'files', removable: false, groups: [] })
			expect(before.standin).toMatchObject({ name: 'standin', app: 'standin', removable: true, groups: [], pinned: 0 })
			await occ('user:setting', id, 'core', 'apporder', JSON.stringify({ standin: { order: 0, app: 'standin' }, files: { order: 1, app: 'files' } }))
			const group = newName('few')
			await occ('group:add', group)
			await occ('app:enable', 'standin', '--groups', group)
			const after = Object.fromEntries((await icons()).map((icon) => [icon.id, icon]))
			expect(after.standin, 'still listed for an admin who is not in the group').toMatchObject({ name: 'standin', groups: [group], pinned: 1, removable: true })
			expect(after.files!.pinned).toBe(before.files!.pinned + 1)
		})
	})
})

describe('the figures', () => {
	it('are none below five people, and counts without names from five on', async () => {
		const group = newName('circle')
		await occ('group:add', group)
		const people = Array.from({ length: 5 }, () => newName('walker'))
		const only = { who: 'groups' as const, groups: [group] }
		await withSettings(server(), { steps: [{ id: 'upload', audience: only, texts: {}, url: '' }, { id: 'share', audience: only, texts: {}, url: '' }] }, async () => {
			for (const [index, id] of people.entries()) {
				await createAccount(server(), id)
				await ocs(server(), server().admin, 'POST', `cloud/users/${id}/groups`, { groupid: group })
				await call(server(), id, 'GET /api/v1/steps')
				if (index === 3) {
					const { people: all, finished, steps } = await call(server(), server().admin, 'GET /api/v1/figures')
					expect(finished).toBeNull()
					expect(steps).toEqual(all < 5 ? null : [])
				}
			}
			await upload(server(), people[0]!, 'a.txt', 1)
			await call(server(), people[0]!, 'PUT /api/v1/steps/{id}', { params: { id: 'share' }, body: { state: 'declined' } })
			await upload(server(), people[1]!, 'a.txt', 1)
			await call(server(), people[1]!, 'GET /api/v1/steps')
			const found = await call(server(), server().admin, 'GET /api/v1/figures')
			expect(found).toMatchObject({ finished: 1, steps: [{ id: 'upload', done: 2, declined: 0, open: 3 }, { id: 'share', done: 0, declined: 1, open: 4 }] })

			const metrics = await call(server(), server().admin, 'GET /api/v1/metrics')
			expect(metrics).toMatchObject({ people: found.people, finished: 1, catalogVersion: 0, tasks: 11, version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
			const report = JSON.parse(await occ('ensemble_onboarding:report', '--json')) as typeof metrics
			expect({ ...report, at: 0 }).toEqual({ ...metrics, at: 0 })
			const text = await occ('ensemble_onboarding:report')
			expect(text).toContain(`people: ${found.people}`)
			expect(text).toMatch(/\| upload +\| 2 +\| 0 +\| 3 +\|/)
			expect(people.some((id) => text.includes(id))).toBe(false)

			await ocs(server(), server().admin, 'PUT', `cloud/users/${people[4]}/disable`)
			expect((await call(server(), server().admin, 'GET /api/v1/figures')).finished).toBeNull()
		})
	}, 120_000)
})

describe('the host\'s catalog', () => {
	const policy = (version: number, title: string) => occ('config:app:set', 'ensemble_onboarding', 'fleet_policy', '--value', JSON.stringify({
		defaults: { steps: [{ id: 'own-forum', audience: { who: 'everyone', groups: [] }, texts: { fr: { title, sentence: 'Le forum.', reason: '', action: '' } }, url: 'https://forum.example/' }], glossary: {} },
		host: { catalogVersion: version },
	}))
	/** As it comes: the contract's schema would fill in the fields that the policy leaves out. */
	const read = async () => (await ocs(server(), server().admin, 'GET', 'apps/ensemble_onboarding/api/v1/catalog')).data as { version: number, seenVersion: number, now: Catalog, seen: Catalog | null }

	it('is shown beside what was read about, and an own choice stays when it changes', async () => {
		try {
			expect(await read()).toEqual({ version: 0, seenVersion: 0, now: {}, seen: null })
			await policy(3, 'Un')
			const first = await read()
			expect(first).toMatchObject({ version: 3, seenVersion: 0, now: { steps: [{ id: 'own-forum', texts: { fr: { title: 'Un' } } }], glossary: {} }, seen: null })
			expect(Object.keys(first.now).sort()).toEqual(['glossary', 'steps'])
			expect(JSON.stringify(first.now), 'an empty object, not a list').toContain('"glossary":{}')
			expect(await refusal(server(), server().admin, 'PUT /api/v1/catalog', { body: { seenVersion: 2 } })).toEqual([409, 'other_version'])
			expect(await call(server(), server().admin, 'PUT /api/v1/catalog', { body: { seenVersion: 3 } })).toEqual({ seenVersion: 3 })
			await policy(4, 'Deux')
			const second = await read()
			expect(second).toMatchObject({ version: 4, seenVersion: 3, now: { steps: [{ texts: { fr: { title: 'Deux' } } }] }, seen: first.now })

			const id = newName('reader')
			await createAccount(server(), id)
			expect(await stepsOf(server(), id, 'open')).toEqual(['own-forum'])
			await withSettings(server(), { steps: [{ id: 'upload', audience: { who: 'everyone', groups: [] }, texts: {}, url: '' }] }, async () => {
				await policy(5, 'Trois')
				expect(await stepsOf(server(), id, 'open')).toEqual(['upload'])
			})
			expect(await stepsOf(server(), id, 'open')).toEqual(['own-forum'])
		} finally {
			await occ('config:app:delete', 'ensemble_onboarding', 'fleet_policy')
			await occ('config:app:delete', 'ensemble_onboarding', 'catalog_seen')
		}
	}, 120_000)
})

describe('other apps that greet newcomers', () => {
	it('are told to admins where they are enabled', async () => {
		const id = newName('warned')
		await ocs(server(), server().admin, 'POST', 'cloud/users', { userid: id, password: PASSWORD, groups: ['admin'] })
		const cookie = await logIn(server(), id)
		const neighbours = async () => {
			const value = /id="initial-state-ensemble_onboarding-neighbours" value="([^"]+)"/.exec((await open(server(), '/settings/admin/ensemble', cookie)).html)?.[1]
			return JSON.parse(Buffer.from(value ?? '', 'base64').toString()) as string[]
		}
		expect(await neighbours()).toEqual([])
		await withApp(server(), 'intros', async () => {
			expect(await neighbours()).toEqual(['intros'])
		})
	})
})
