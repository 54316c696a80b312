// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Calls endpoints as any client would: by HTTP, with name and password, and takes every answer apart strictly. */

import type { Answer, Contract, Endpoint, Keys } from '@ensemble/shared/contract/define'
import type { Person } from './space.ts'

import assert from 'node:assert/strict'
import { z } from 'zod'

/** How to call. */
export interface CallOptions {
	/** Who calls; left out = nobody is logged in. */
	as?: Person
	params?: Record<string, number | string>
	/** Sent as JSON. */
	body?: unknown
	/** Sent as it is instead of `body`, still announced as JSON. */
	raw?: string
	/** Leaves the header OCS-APIRequest out. */
	withoutHeader?: boolean
}

/** What came back. */
export interface Reply {
	status: number
	text: string
}

/** A refusal, taken apart. */
export interface Refusal {
	status: number
	error: string
	message: string
	field?: string
}

const meta = z.strictObject({ status: z.enum(['ok', 'failure']), statuscode: z.int(), message: z.string().nullable() })
const envelope = z.strictObject({ ocs: z.strictObject({ meta, data: z.unknown() }) })
const errorBody = z.strictObject({ error: z.string().regex(/^[a-z_]+$/), message: z.string(), field: z.string().min(1).optional() })

/** The Authorization header of a person. */
export function basic({ id, password }: Person): string {
	return `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`
}

/** Calls of one server. */
export abstract class Ocs {
	/** Address of the server, without a slash at the end. */
	abstract get baseUrl(): string

	/** Calls an endpoint and gives back what came, unread. */
	async call<C extends Contract>(contract: C, key: Keys<C>, { as, params = {}, body, raw, withoutHeader = false }: CallOptions = {}): Promise<Reply> {
		const [method, path = ''] = key.split(' ')
		const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
		const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
		const response = await fetch(`${this.baseUrl}/ocs/v2.php/apps/${contract.app}${filled}`, {
			method,
			headers: {
				Accept: 'application/json',
				...(withoutHeader ? {} : { 'OCS-APIRequest': 'true' }),
				...(as === undefined ? {} : { Authorization: basic(as) }),
				...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
			},
			body: sent,
		})
		return { status: response.status, text: await response.text() }
	}

	/** Calls an endpoint that must succeed; the answer is parsed by the contract, unknown fields are refused. */
	async answer<C extends Contract, K extends Keys<C>>(contract: C, key: K, options: CallOptions = {}): Promise<Answer<C, K>> {
		const reply = await this.call(contract, key, options)
		const endpoint: Endpoint = contract.endpoints[key]!
		assert.equal(reply.status, endpoint.status ?? 200, `${key}: ${reply.text.slice(0, 500)}`)
		const { meta, data } = envelope.parse(JSON.parse(reply.text)).ocs
		assert.deepEqual([meta.status, meta.statuscode], ['ok', reply.status])
		return endpoint.response.parse(data) as Answer<C, K>
	}

	/** Calls an endpoint that must refuse with an error of the contract. */
	async refusal<C extends Contract>(contract: C, key: Keys<C>, options: CallOptions = {}): Promise<Refusal> {
		const reply = await this.call(contract, key, options)
		assert.ok(reply.status >= 400 && reply.status < 500, `${key}: ${reply.status} ${reply.text.slice(0, 500)}`)
		const { meta, data } = envelope.parse(JSON.parse(reply.text)).ocs
		assert.deepEqual([meta.status, meta.statuscode], ['failure', reply.status])
		const found = errorBody.parse(data)
		const endpoint: Endpoint = contract.endpoints[key]!
		assert.equal(reply.status, found.error === 'invalid_request' ? 400 : endpoint.errors?.[found.error]?.status)
		expectSentence(found.message)
		return { status: reply.status, ...found }
	}

	/** Calls one of Nextcloud's own OCS endpoints, which must succeed. */
	async nextcloud(as: Person, method: string, path: string, body?: () => object): Promise<unknown> {
		const { status, text } = await patiently(() => fetch(`${this.baseUrl}/ocs/v2.php/${path}`, {
			method,
			headers: { Accept: 'application/json', 'OCS-APIRequest': 'true', Authorization: basic(as), 'Content-Type': 'application/json' },
			body: body && JSON.stringify(body()),
		}))
		assert.equal(status, 200, `${method} ${path}: ${text.slice(0, 500)}`)
		return envelope.parse(JSON.parse(text)).ocs.data
	}
}

/**
 * Asks Nextcloud itself for something, never us. On SQLite it refuses some writes while the end of an earlier request
 * still writes ("database is locked"); that is not ours to test, so it is asked again.
 *
 * @param ask sends the request
 * @return the answer, whatever it is
 */
export async function patiently(ask: () => Promise<Response>): Promise<Reply> {
	for (let attempt = 1; ; attempt++) {
		const response = await ask()
		const text = await response.text()
		const busy = response.status === 500 || text.includes('"Bad request"')
		if (!busy || attempt === 15) {
			return { status: response.status, text }
		}
		await new Promise((resolve) => setTimeout(resolve, Math.min(200 * attempt, 2000)))
	}
}

/** A sentence for people: it begins like one, ends like one, and has no placeholder left. */
function expectSentence(message: string): void {
	assert.match(message, /^\p{Lu}[^{}]* [^{}]*[.!?]$/u)
}
