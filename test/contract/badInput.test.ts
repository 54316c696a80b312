// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Bad input on every endpoint: the declared refusal with a sentence and the field to blame, and nothing has changed. */

import type { Endpoint, EndpointKey } from '@ensemble/shared/contract/define'
import type { Person } from './support/space.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { contract as quota } from '@ensemble/quota/contract'
import { messages } from '@ensemble/shared/contract/messages'
import { jsonSchema } from '@ensemble/shared/contract/validate'
import { beforeAll, describe, expect, it } from 'vitest'
import { samples } from './support/samples.ts'
import { contracts } from './support/space.ts'
import { useSpace } from './support/useSpace.ts'
import { wrongInputs } from './support/wrong.ts'

const endpoints = contracts.flatMap((contract) => Object.entries(contract.endpoints).flatMap(([key, endpoint]: [string, Endpoint]) => endpoint.body === undefined
	? []
	: [{ contract, key: key as EndpointKey, body: endpoint.body, name: `${contract.app} ${key}` }]))

const space = useSpace()
/** Calls everything: an admin, so that no permission stands before the check of the input. */
let caller: Person
beforeAll(async () => {
	caller = await space.person({ admin: true })
	await space.publish()
}, 60_000)

/** Everything that a client can see of the space. */
async function state() {
	const as = caller
	const { countedAt, ...mine } = await space.answer(quota, 'GET /api/v1/mine', { as })
	const page = await space.page(as)
	return {
		counted: countedAt > 0,
		mine,
		preferences: await space.answer(quota, 'GET /api/v1/preferences', { as }),
		requests: await space.answer(quota, 'GET /api/v1/requests', { as }),
		pending: contracts.map(({ app }) => page.pending(app)),
		charter: await space.answer(charter, 'GET /api/v1/charter', { as }),
		versions: await space.answer(charter, 'GET /api/v1/versions', { as }),
		history: await space.answer(charter, 'GET /api/v1/history', { as }),
		answers: await space.answer(charter, 'GET /api/v1/answers', { as }),
		draft: await space.answer(charter, 'GET /api/v1/draft', { as }),
		status: [await space.status('association'), await space.status('host')],
		metrics: await space.answer(charter, 'GET /api/v1/metrics', { as }),
		notifications: [await space.notifications(as), await space.notifications(as, quota.app)],
		steps: await space.answer(onboarding, 'GET /api/v1/steps', { as }),
		guide: await space.answer(onboarding, 'GET /api/v1/guide', { as }),
		tasks: await space.answer(onboarding, 'GET /api/v1/tasks', { as }),
		figures: await space.answer(onboarding, 'GET /api/v1/figures', { as }),
		catalog: await space.answer(onboarding, 'GET /api/v1/catalog', { as }),
		settings: await Promise.all(contracts.map((contract) => space.answer(contract, 'GET /api/v1/settings', { as }))),
	}
}

describe.each(endpoints)('$name', ({ contract, key, body, name }) => {
	it('refuses every wrong input with field and sentence, and changes nothing', async () => {
		const { params, body: sent } = await samples[name]!({ space, caller })
		const right = sent as Record<string, unknown>
		const inputs = wrongInputs(jsonSchema(body), right)
		expect(inputs.length).toBeGreaterThan(5)
		const before = await state()
		for (const { name: what, raw, wrong } of inputs) {
			const { keyword, limit, field } = wrong
			const message = messages[keyword].replace('{limit}', String(limit))
			expect({ what, ...await space.refusal(contract, key, { as: caller, params, raw }) }).toEqual({ what, status: 400, error: 'invalid_request', message, field })
		}
		expect(await state()).toEqual(before)
		// The right one was right: the refusals were not for another reason.
		await space.answer(contract, key, { as: caller, params, body: right })
	}, 300_000)
})

describe('a path parameter', () => {
	it.each([
		['abc', messages.type],
		['1.5', messages.type],
		['-1', messages.type],
		['1e3', messages.type],
		['0x10', messages.type],
		['1 ', messages.type],
		['0', messages.minimum.replace('{limit}', '1')],
		['99999999999999999999', messages.maximum.replace('{limit}', String(Number.MAX_SAFE_INTEGER))],
	])('"%s" is refused: %s', async (id, message) => {
		expect(await space.refusal(charter, 'GET /api/v1/versions/{id}', { as: caller, params: { id } })).toEqual({ status: 400, error: 'invalid_request', message, field: 'id' })
	})
})

describe('the owner in an address', () => {
	it.each(['Host', 'hosts', 'association ', '1', '__proto__'])('"%s" is refused', async (owner) => {
		expect(await space.refusal(charter, 'GET /api/v1/status/{owner}', { as: caller, params: { owner } })).toEqual({ status: 400, error: 'invalid_request', message: messages.enum, field: 'owner' })
	})
})

describe('a step, a task and an app in an address', () => {
	it.each([
		['PUT /api/v1/steps/{id}', { id: 'parade' }, { state: 'open' }, messages.pattern, 'id'],
		['PUT /api/v1/steps/{id}', { id: 'own-' }, { state: 'open' }, messages.pattern, 'id'],
		['PUT /api/v1/steps/{id}', { id: 'upload ' }, { state: 'open' }, messages.pattern, 'id'],
		['PUT /api/v1/tasks/{id}', { id: 'parade' }, { state: 'open' }, messages.enum, 'id'],
		['PUT /api/v1/tasks/{id}', { id: '__proto__' }, { state: 'open' }, messages.enum, 'id'],
		['POST /api/v1/hints/{app}', { app: 'Files' }, { seen: true }, messages.pattern, 'app'],
		['POST /api/v1/hints/{app}', { app: `f${'i'.repeat(64)}` }, { seen: true }, messages.pattern, 'app'],
	] as const)('%s of %o is refused', async (key, params, body, message, field) => {
		const before = await state()
		expect(await space.refusal(onboarding, key, { as: caller, params, body })).toEqual({ status: 400, error: 'invalid_request', message, field })
		expect(await state()).toEqual(before)
	})
})

describe('what comes with the address', () => {
	it('is no field of the body', async () => {
		const reply = await fetch(`${space.baseUrl}/ocs/v2.php/apps/${charter.app}/api/v1/later?version=1&format=json`, {
			method: 'POST',
			headers: { Authorization: `Basic ${Buffer.from(`${caller.id}:${caller.password}`).toString('base64')}`, 'OCS-APIRequest': 'true' },
		})
		expect([reply.status, await reply.json()]).toMatchObject([400, { ocs: { data: { error: 'invalid_request', field: 'version' } } }])
	})
})
