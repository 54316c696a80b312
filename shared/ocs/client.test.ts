// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The client speaks OCS: addresses, headers, bodies, answers and errors. */

import axios from '@nextcloud/axios'
import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { z } from 'zod'
import { defineContract } from '../contract/define.ts'
import { asOcsError, createClient } from './client.ts'
import { OcsError } from './error.ts'

const contract = defineContract({
	app: 'demo',
	settings: z.strictObject({}),
	endpoints: {
		'GET /api/v1/things': { who: 'member', summary: '', response: z.array(z.string()) },
		'GET /api/v1/things/{id}': { who: 'member', summary: '', params: z.strictObject({ id: z.coerce.number() }), response: z.string() },
		'POST /api/v1/things': { who: 'admin', summary: '', body: z.strictObject({ name: z.string() }), response: z.strictObject({ id: z.number() }), status: 201 },
	},
})

const call = createClient<typeof contract>(contract.app)
const request = vi.spyOn(axios, 'request')

function answer(status: number, data: unknown, headers: object = {}) {
	request.mockResolvedValueOnce({ status, data, headers })
}

beforeEach(() => {
	request.mockReset()
})

describe('a call', () => {
	it('unwraps the answer', async () => {
		answer(200, { ocs: { meta: {}, data: ['a'] } })
		const things = await call('GET /api/v1/things')
		expectTypeOf(things).toEqualTypeOf<string[]>()
		expect(things).toEqual(['a'])
		expect(request).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({
			method: 'GET',
			url: expect.stringMatching(/\/ocs\/v2\.php\/apps\/demo\/api\/v1\/things$/),
			data: undefined,
			headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' },
		}))
	})

	it('puts parameters into the address', async () => {
		answer(200, { ocs: { meta: {}, data: 'a' } })
		await call('GET /api/v1/things/{id}', { params: { id: 7 } })
		expect(request.mock.calls[0]![0].url).toMatch(/\/things\/7$/)
	})

	it('sends the body', async () => {
		answer(201, { ocs: { meta: {}, data: { id: 1 } } })
		expect(await call('POST /api/v1/things', { body: { name: 'a' } })).toEqual({ id: 1 })
		expect(request.mock.calls[0]![0].data).toEqual({ name: 'a' })
	})
})

describe('a failure', () => {
	it('is the declared error', async () => {
		answer(400, { ocs: { meta: {}, data: { error: 'invalid_request', message: 'Too short.', field: 'name' } } })
		await expect(call('POST /api/v1/things', { body: { name: '' } })).rejects.toMatchObject({ name: 'OcsError', code: 'invalid_request', field: 'name', status: 400 })
	})

	it('is a network error where no answer comes', async () => {
		request.mockRejectedValueOnce(new Error('Network Error'))
		await expect(call('GET /api/v1/things')).rejects.toMatchObject({ code: 'network' })
	})

	it('is "unreadable" where a page comes instead of data', async () => {
		answer(200, '<!DOCTYPE html>')
		await expect(call('GET /api/v1/things')).rejects.toMatchObject({ code: 'unreadable', status: 200 })
	})
})

it('makes an OcsError of anything', () => {
	const error = new OcsError('x', 'X.')
	expect(asOcsError(error, 'demo')).toBe(error)
	expect(asOcsError(new TypeError('x is not a function'), 'demo')).toMatchObject({ code: 'server', message: expect.stringMatching(/^Something went wrong/) })
})
