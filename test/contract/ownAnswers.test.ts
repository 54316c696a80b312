// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A member's own answers with date and version; and the reason of a refusal, which only they and admins see. */

import type { Version } from '@ensemble/charter/contract'
import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const REASON = 'Trop long ; j’aimerais en parler 🌱\nle mardi.'
const space = useSpace()
let version: Version
let member: Person
beforeEach(async () => {
	version = await space.publish(charterTexts('un'))
	member = await space.person()
})

const give = (choice: 'accepted' | 'declined', { reason, after = 0, to = version }: { reason?: string, after?: number, to?: Version } = {}) => space.answer(contract, 'POST /api/v1/answers', { as: member, body: { version: to.id, language: 'fr', textHash: to.hashes.fr, choice, after, reason } })
const own = async (as = member) => (await space.answer(contract, 'GET /api/v1/answers', { as })).answers
const seenByAdmins = async () => (await space.status()).members.find(({ account }) => account === member.id)

describe('the own answers', () => {
	it('are all there, the newest first, with version and title in the language that was shown', async () => {
		const first = await give('declined', { reason: REASON })
		const second = await give('accepted', { after: first.id })
		const next = await space.publish(charterTexts('deux'))
		const third = await give('accepted', { to: next })
		expect(await own()).toEqual([
			{ ...third, owner: 'association', ownerName: '', number: next.number, title: 'Notre charte deux', reason: '' },
			{ ...second, owner: 'association', ownerName: '', number: version.number, title: 'Notre charte un', reason: '' },
			{ ...first, owner: 'association', ownerName: '', number: version.number, title: 'Notre charte un', reason: REASON },
		])
	})

	it('are nobody else\'s', async () => {
		await give('declined', { reason: REASON })
		expect(await own(await space.person())).toEqual([])
		expect((await own(space.admin)).map(({ reason }) => reason)).not.toContain(REASON)
	})
})

describe('what was brought along from another space', () => {
	it('is nothing for an account that comes from nowhere', async () => {
		await give('accepted')
		expect(await space.answer(contract, 'GET /api/v1/answers', { as: member })).toMatchObject({ answers: [{ version: version.id }], brought: [] })
	})
})

describe('the reason', () => {
	it('is seen by admins beside the answer, and by no other member', async () => {
		await give('declined', { reason: REASON })
		expect(await seenByAdmins()).toMatchObject({ standing: 'declined', reason: REASON })
		const colleague = await space.person()
		for (const key of ['GET /api/v1/charter', 'GET /api/v1/history', 'GET /api/v1/answers'] as const) {
			expect((await space.call(contract, key, { as: colleague })).text).not.toContain('mardi')
		}
	})

	it('counts for nothing when accepting', async () => {
		await give('accepted', { reason: REASON })
		expect(await seenByAdmins()).toMatchObject({ standing: 'accepted', reason: '' })
		expect((await own())[0]).toMatchObject({ reason: '' })
	})

	it('may be said later on, or said better; silence takes nothing back', async () => {
		const given = await give('declined')
		expect(await seenByAdmins()).toMatchObject({ reason: '' })
		expect(await give('declined', { reason: 'Trop long.' })).toEqual(given)
		expect(await seenByAdmins()).toMatchObject({ reason: 'Trop long.' })
		await give('declined', { reason: REASON, after: given.id })
		await give('declined')
		expect(await seenByAdmins()).toMatchObject({ reason: REASON })
		expect(await own()).toHaveLength(1)
	})

	it('stays with the answer that it was given for', async () => {
		const first = await give('declined', { reason: REASON })
		await give('accepted', { after: first.id, reason: 'Finalement oui.' })
		expect(await seenByAdmins()).toMatchObject({ standing: 'accepted', reason: '' })
		expect((await own()).map(({ reason }) => reason)).toEqual(['', REASON])
	})

	it('of more than 500 characters is refused, and no answer is taken', async () => {
		expect(await space.refusal(contract, 'POST /api/v1/answers', { as: member, body: { version: version.id, language: 'fr', textHash: version.hashes.fr, choice: 'declined', after: 0, reason: 'x'.repeat(501) } })).toMatchObject({ status: 400, error: 'invalid_request', field: 'reason' })
		expect(await own()).toEqual([])
		await give('declined', { reason: 'x'.repeat(500) })
		expect((await own())[0]!.reason).toHaveLength(500)
	})
})
