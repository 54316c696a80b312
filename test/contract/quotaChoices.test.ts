// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What members decide for themselves, within what the admins allow. */

import type { Person } from './support/space.ts'

import { contract } from '@ensemble/quota/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { warn } from './support/samples.ts'
import { useSpace } from './support/useSpace.ts'

const space = useSpace()
let member: Person
beforeEach(async () => {
	member = await space.person()
})

const configure = (body: object) => space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body })
afterEach(() => configure({ membersChoose: null, levels: null }))
const get = (as = member) => space.answer(contract, 'GET /api/v1/preferences', { as })
const put = (mail: boolean, from: number | null) => space.answer(contract, 'PUT /api/v1/preferences', { as: member, body: { mail, from } })

describe('preferences', () => {
	it('are to be told everything until somebody says otherwise', async () => {
		expect(await get()).toEqual({ mail: true, from: null, levels: [80, 90, 95], mayChoose: true })
	})

	it('are kept', async () => {
		expect(await put(false, 95)).toEqual({ mail: false, from: 95, levels: [80, 90, 95], mayChoose: true })
		expect(await get()).toMatchObject({ mail: false, from: 95 })
		expect(await put(true, null)).toMatchObject({ mail: true, from: null })
	})

	it('are one\'s own', async () => {
		await put(false, 95)
		expect(await get(await space.person())).toMatchObject({ mail: true, from: null })
	})

	it('name the levels in force', async () => {
		await configure({ levels: [50, 75] })
		expect((await get()).levels).toEqual([50, 75])
	})

	it('keep a banner away below the level that was chosen', async () => {
		await put(true, 95)
		await warn(space, member, 92)
		expect(await space.pending(member, contract.app)).toBeNull()
		await warn(space, member, 97)
		expect(await space.pending(member, contract.app)).toMatchObject({ mine: { level: 95 } })
	})

	it('cannot be changed, and do not count, where the admins decide', async () => {
		await put(false, 95)
		await configure({ membersChoose: false })
		expect(await space.refusal(contract, 'PUT /api/v1/preferences', { as: member, body: { mail: true, from: null } })).toMatchObject({ status: 403, error: 'not_allowed' })
		expect(await get()).toMatchObject({ mail: true, from: null, mayChoose: false })
		await warn(space, member, 85)
		expect(await space.pending(member, contract.app)).toMatchObject({ mine: { level: 80 } })
		await configure({ membersChoose: true })
		expect(await get()).toMatchObject({ mail: false, from: 95, mayChoose: true })
	})
})
