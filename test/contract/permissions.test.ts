// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who may call what: every endpoint of every contract, as nobody, as a member, as an admin, and without the header that no foreign page can send. */

import type { Caller, EndpointKey } from '@ensemble/shared/contract/define'
import type { Person } from './support/space.ts'

import { beforeAll, describe, expect, it } from 'vitest'
import { samples } from './support/samples.ts'
import { contracts } from './support/space.ts'
import { useSpace } from './support/useSpace.ts'

const endpoints = contracts.flatMap((contract) => Object.entries(contract.endpoints).map(([key, { who }]) => ({
	contract,
	key: key as EndpointKey,
	who,
	name: `${contract.app} ${key}`,
})))

/** What each kind of person gets; 'ok' = the contract's status. */
const expected: Record<Caller, Record<'admin' | 'member' | 'nobody', 'ok' | number>> = {
	anyone: { nobody: 'ok', member: 'ok', admin: 'ok' },
	member: { nobody: 401, member: 'ok', admin: 'ok' },
	admin: { nobody: 401, member: 403, admin: 'ok' },
}

const space = useSpace()
let member: Person
let admin: Person
beforeAll(async () => {
	member = await space.person()
	admin = await space.person({ admin: true })
}, 60_000)

describe('the permission matrix', () => {
	it('has a call for every endpoint, and none that is gone', () => {
		expect(Object.keys(samples).sort()).toEqual(endpoints.map(({ name }) => name).sort())
	})

	describe.each(endpoints)('$name', ({ contract, key, who, name }) => {
		const sample = (caller: Person) => samples[name]!({ space, caller })

		/** The call has the outcome that the table above says. */
		const expectOutcome = async (outcome: 'ok' | number, caller: Person, as?: Person) => {
			const options = { ...await sample(caller), as }
			if (outcome === 'ok') {
				await space.answer(contract, key, options)
			} else {
				const reply = await space.call(contract, key, options)
				expect(reply.status).toBe(outcome)
				expect(JSON.parse(reply.text)).toMatchObject({ ocs: { meta: { status: 'failure' }, data: [] } })
			}
		}

		it(`nobody: ${expected[who].nobody}`, () => expectOutcome(expected[who].nobody, member))

		it(`a member: ${expected[who].member}`, () => expectOutcome(expected[who].member, member, member))

		it(`an admin: ${expected[who].admin}`, () => expectOutcome(expected[who].admin, admin, admin))

		it('without the header OCS-APIRequest: 412', async () => {
			const options = await sample(admin)
			const reply = await space.call(contract, key, { ...options, as: admin, withoutHeader: true })
			expect(reply.status).toBe(412)
		})
	})

	it('a wrong password is nobody', async () => {
		const { key, contract } = endpoints.find(({ who }) => who === 'member')!
		expect((await space.call(contract, key, { as: { ...member, password: 'wrong' } })).status).toBe(401)
	})
})
