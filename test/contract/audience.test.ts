// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whom a charter is for, with groups as Nextcloud has them. */

import type { How, Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

type Audience = NonNullable<How['audience']>

const space = useSpace()
let garden: string
let workshop: string
let gardener: Person
let other: Person
beforeAll(async () => {
	garden = await space.group()
	workshop = await space.group()
	gardener = await space.person({ groups: [garden] })
	other = await space.person()
}, 60_000)

const publish = (audience: Audience) => space.publish(charterTexts(), { audience })
async function isAsked(as: Person) {
	const { asked } = await space.met(as)
	// The page and the API say the same.
	expect(await space.pending(as, contract.app) !== null).toBe(asked)
	return asked
}

describe('a charter', () => {
	it('for everyone asks everyone, whatever groups are named', async () => {
		expect((await publish({ who: 'everyone', groups: [garden] })).audience).toEqual({ who: 'everyone', groups: [] })
		expect([await isAsked(gardener), await isAsked(other), await isAsked(space.admin)]).toEqual([true, true, true])
	})

	it('only for a group asks its members', async () => {
		expect((await publish({ who: 'only', groups: [workshop, garden] })).audience).toEqual({ who: 'only', groups: [workshop, garden] })
		expect([await isAsked(gardener), await isAsked(other)]).toEqual([true, false])
	})

	it('for everyone but a group asks the others', async () => {
		await publish({ who: 'except', groups: [garden] })
		expect([await isAsked(gardener), await isAsked(other)]).toEqual([false, true])
	})

	it('follows people into groups and out of them', async () => {
		const mover = await space.person()
		await publish({ who: 'only', groups: [workshop] })
		expect(await isAsked(mover)).toBe(false)
		await space.join(mover, workshop)
		expect(await isAsked(mover)).toBe(true)
		await space.leave(mover, workshop)
		expect(await isAsked(mover)).toBe(false)
	})

	it('for a group that is gone asks nobody, and one except such a group asks everyone', async () => {
		const [one, two] = [await space.group(), await space.group()]
		await space.join(other, one)
		await space.join(other, two)
		await publish({ who: 'only', groups: [one] })
		await space.removeGroup(one)
		expect(await isAsked(other)).toBe(false)
		await publish({ who: 'except', groups: [two] })
		await space.removeGroup(two)
		expect(await isAsked(other)).toBe(true)
	})
})

describe('somebody whom it is not for', () => {
	beforeEach(async () => {
		await publish({ who: 'only', groups: [garden] })
	})

	it('finds nothing of it on any page', async () => {
		expect((await space.page(other)).ours.filter((tag) => tag.includes(contract.app))).toEqual([])
	})

	it('may read and answer it all the same', async () => {
		const { version } = await space.met(other)
		const given = await space.answer(contract, 'POST /api/v1/answers', { as: other, body: { version: version.id, language: 'en', textHash: version.hashes.en, choice: 'accepted', after: 0 } })
		expect(await space.met(other)).toMatchObject({ asked: false, answer: given })
	})
})

describe('what is refused', () => {
	it.each([
		['only no group', () => ({ who: 'only', groups: [] }), 'no_groups', 'audience.groups'],
		['except no group', () => ({ who: 'except', groups: [] }), 'no_groups', 'audience.groups'],
		['a group that there is not', () => ({ who: 'only', groups: [garden, 'no such group'] }), 'unknown_group', 'audience.groups.1'],
		['a group in other letters', () => ({ who: 'except', groups: [garden.toUpperCase()] }), 'unknown_group', 'audience.groups.0'],
	] as const)('%s', async (_, audience, error, field) => {
		const after = await space.newest()
		expect(await space.refusal(contract, 'POST /api/v1/versions', { as: space.admin, body: { defaultLanguage: 'fr', texts: charterTexts(), after, audience: audience() } })).toMatchObject({ status: 400, error, field })
		expect(await space.newest()).toBe(after)
	})
})
