// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Settings come in layers on every app: built in, the host's default, the space's choice, the host's lock. */

import type { Contract } from '@ensemble/shared/contract/define'

import { afterEach, describe, expect, it } from 'vitest'
import { contracts } from './support/space.ts'
import { useSpace } from './support/useSpace.ts'

const GET = 'GET /api/v1/settings'
const PUT = 'PUT /api/v1/settings'

/** For each app: a field, the value built in, and three others that it can have. */
const fields: Record<string, { field: string, builtIn: unknown, fleet: unknown, chosen: unknown, locked: unknown, wrong: unknown }> = {
	ensemble_charter: { field: 'laterDays', builtIn: 1, fleet: 2, chosen: 3, locked: 4, wrong: 31 },
	ensemble_onboarding: { field: 'welcome', builtIn: {}, fleet: { fr: 'Bonjour de l\'hébergeur' }, chosen: { fr: 'Bonjour de nous' }, locked: { en: 'Hello' }, wrong: { french: 'Bonjour' } },
	ensemble_quota: { field: 'levels', builtIn: [80, 90, 95], fleet: [70, 90], chosen: [50], locked: [85, 99], wrong: [90, 70] },
}

const space = useSpace()
const get = (contract: Contract) => space.answer(contract, GET, { as: space.admin })
const put = (contract: Contract, body: object) => space.answer(contract, PUT, { as: space.admin, body })

describe.each(contracts.map((contract) => ({ app: contract.app, contract, ...fields[contract.app]! })))('the settings of $app', ({ app, contract, field, builtIn, fleet, chosen, locked, wrong }) => {
	const nothing = Object.fromEntries(Object.keys(contract.settings.shape).map((name) => [name, null]))
	const value = (given: unknown, source: string) => ({ values: expect.objectContaining({ [field]: given }), sources: expect.objectContaining({ [field]: source }) })

	afterEach(async () => {
		await space.configure(app, 'fleet_policy', null)
		await put(contract, nothing)
	})

	it('are built in until somebody says otherwise', async () => {
		expect(await get(contract)).toEqual({
			values: contract.settings.parse({}),
			sources: Object.fromEntries(Object.keys(nothing).map((name) => [name, 'built-in'])),
		})
	})

	it('take the space\'s choice over the host\'s default, and go back to it', async () => {
		await space.configure(app, 'fleet_policy', { defaults: { [field]: fleet } })
		expect(await get(contract)).toEqual(value(fleet, 'fleet'))
		expect(await put(contract, { [field]: chosen })).toEqual(value(chosen, 'space'))
		expect(await get(contract)).toEqual(value(chosen, 'space'))
		expect(await put(contract, { [field]: null })).toEqual(value(fleet, 'fleet'))
	})

	it('cannot be changed where the host has locked them', async () => {
		await put(contract, { [field]: chosen })
		await space.configure(app, 'fleet_policy', { locked: { [field]: locked } })
		expect(await get(contract)).toEqual(value(locked, 'locked'))
		for (const given of [chosen, locked, null]) {
			expect(await space.refusal(contract, PUT, { as: space.admin, body: { [field]: given } })).toMatchObject({ status: 403, error: 'locked', field })
		}
		expect(await get(contract)).toEqual(value(locked, 'locked'))
		await space.configure(app, 'fleet_policy', null)
		expect(await get(contract)).toEqual(value(chosen, 'space'))
	})

	it('change nothing at all when one of several fields is locked', async () => {
		const others = Object.entries(contract.settings.parse({})).filter(([name]) => name !== field)
		await space.configure(app, 'fleet_policy', { locked: { [field]: locked } })
		expect(await space.refusal(contract, PUT, { as: space.admin, body: { ...Object.fromEntries(others), [field]: chosen } })).toMatchObject({ error: 'locked', field })
		const { sources } = await get(contract) as { sources: Record<string, string> }
		expect(others.map(([name]) => sources[name])).toEqual(others.map(() => 'built-in'))
	})

	it('refuse a wrong policy of the host as a whole; the last good one stays', async () => {
		await space.configure(app, 'fleet_policy', { defaults: { [field]: fleet } })
		expect(await get(contract)).toEqual(value(fleet, 'fleet'))
		for (const policy of [{ defaults: { [field]: wrong } }, { locked: { [field]: locked }, more: 1 }, { locked: { [field]: locked, unknown: 1 } }, { locked: { [field]: locked }, host: { unknown: 1 } }, { host: null }, 'text', [1]]) {
			await space.configure(app, 'fleet_policy', policy)
			expect(await get(contract)).toEqual(value(fleet, 'fleet'))
		}
	})

	it('ignore a stored choice that is wrong', async () => {
		await space.configure(app, 'settings', { [field]: wrong })
		expect(await get(contract)).toEqual(value(builtIn, 'built-in'))
		expect(await put(contract, { [field]: chosen })).toEqual(value(chosen, 'space'))
	})

	it('leave what is not sent as it is', async () => {
		await put(contract, { [field]: chosen })
		expect(await put(contract, {})).toEqual(value(chosen, 'space'))
	})

	it('refuse a wrong value and keep the one before', async () => {
		await put(contract, { [field]: chosen })
		expect(await space.refusal(contract, PUT, { as: space.admin, body: { [field]: wrong } })).toMatchObject({ status: 400, error: 'invalid_request' })
		expect(await get(contract)).toEqual(value(chosen, 'space'))
	})
})
