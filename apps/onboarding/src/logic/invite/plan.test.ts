// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests planning invitations: what is taken, what is missing, and how much room there is. */

import type { Check, PlanWorld } from './plan.ts'

import { describe, expect, it, vi } from 'vitest'
import { parseList } from './parse.ts'
import { CHUNK, planInvitations } from './plan.ts'

/** A space in which some names and addresses are taken. */
function space({ accounts = [], mails = [], room = null, ...rest }: { accounts?: string[], mails?: string[], room?: number | null } & Partial<PlanWorld> = {}): PlanWorld {
	return {
		groups: [{ id: 'board', name: 'Bureau' }],
		makeGroups: false,
		language: 'fr',
		quotas: { unlimited: true, most: null },
		check: vi.fn(async (people: Array<{ account: string, mail: string }>): Promise<Check> => ({
			takenAccounts: people.flatMap(({ account }, index) => accounts.includes(account) ? [index] : []),
			takenMails: people.flatMap(({ mail }, index) => mails.includes(mail) ? [index] : []),
			room,
			mails: true,
		})),
		...rest,
	}
}

async function outcome(text: string, world: PlanWorld) {
	return (await planInvitations(parseList(text), world)).rows.map(({ row, invitation, obstacle }) => invitation?.account ?? obstacle ?? row.reason)
}

describe('planInvitations', () => {
	it('makes invitations of people', async () => {
		const plan = await planInvitations(parseList('name,mail,groups,quota,lang\nAnna D,a@x.org,bureau,5 Go,\nBen,b@x.org,,,de'), space({ room: 9 }))
		expect(plan.rows.map(({ invitation }) => invitation)).toEqual([
			null,
			{ account: 'anna.d', name: 'Anna D', mail: 'a@x.org', groups: ['board'], quota: '5 GB', language: 'fr' },
			{ account: 'ben', name: 'Ben', mail: 'b@x.org', groups: [], quota: '', language: 'de' },
		])
		expect(plan).toMatchObject({ newGroups: [], room: 9, mails: true })
	})

	it('leaves out who has an account already', async () => {
		expect(await outcome('name,mail\nAnna,a@x.org\nBen,b@x.org', space({ mails: ['a@x.org'], accounts: ['anna'] }))).toEqual(['header', 'taken_mail', 'ben'])
	})

	it('makes another login name where the one it made is taken, but does not touch one that is given', async () => {
		const world = space({ accounts: ['anna', 'anna2'] })
		expect(await outcome('name,mail,login\nAnna,a@x.org,\nAnna,b@x.org,\nZ,c@x.org,anna2\nZ,d@x.org,anna3', world)).toEqual(['header', 'anna5', 'anna4', 'taken_account', 'anna3'])
		expect((await planInvitations(parseList('Anna,a@x.org'), world)).rows[0]).toMatchObject({ instead: 'anna', invitation: { account: 'anna3' } })
	})

	it('gives up on login names that are never free', async () => {
		const world = space()
		world.check = async (people) => ({ takenAccounts: people.map((_, index) => index), takenMails: [], room: null, mails: true })
		expect(await outcome('Anna,a@x.org', world)).toEqual(['taken_account'])
	})

	it('makes groups only where that is wanted', async () => {
		const text = 'Anna,a@x.org,"Bureau; Choir"\nBen,b@x.org,choir'
		expect(await outcome(text, space())).toEqual(['unknown_group', 'unknown_group'])
		const plan = await planInvitations(parseList(text), space({ makeGroups: true }))
		expect(plan.newGroups).toHaveLength(1)
		expect(plan.rows.map(({ invitation }) => invitation?.groups)).toEqual([['board', 'Choir'], ['Choir']])
		expect(await outcome(`Anna,a@x.org,${'g'.repeat(65)}`, space({ makeGroups: true }))).toEqual(['unknown_group'])
	})

	it('stops where there is no more room, counting only who can be invited', async () => {
		expect(await outcome('Anna,a@x.org\nBen,b@x.org\nCarla,c@x.org\nDan,d@x.org', space({ mails: ['a@x.org'], room: 2 }))).toEqual(['taken_mail', 'ben', 'carla', 'no_room'])
		expect(await outcome('Anna,a@x.org', space({ room: 0 }))).toEqual(['no_room'])
	})

	it('knows which quotas the host allows', async () => {
		const quotas = { unlimited: false, most: 2 * 1024 ** 3 }
		expect(await outcome('Anna,a@x.org,,5 GB\nBen,b@x.org,,none\nCarla,c@x.org,,2 GB\nDan,d@x.org,,', space({ quotas }))).toEqual(['big_quota', 'big_quota', 'carla', 'dan'])
	})

	it('asks about 500 at a time', async () => {
		const world = space({ mails: ['m700@x.org'] })
		const plan = await planInvitations(parseList(Array.from({ length: 1_200 }, (_, index) => `m${index}@x.org`).join('\n')), world)
		expect(vi.mocked(world.check).mock.calls.map(([people]) => people.length)).toEqual([CHUNK, CHUNK, 200])
		expect(plan.rows.filter(({ invitation }) => !invitation).map(({ row }) => row.from)).toEqual([701])
	})
})
