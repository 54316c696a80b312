// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests calling Nextcloud's own endpoints: what is sent, and what its refusals mean. */

import axios from '@nextcloud/axios'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { sentences } from '../l10n/translate.ts'
import { callNextcloud, confirmPassword, PASSWORD_NEEDED } from './nextcloud.ts'

vi.mock('@nextcloud/axios', () => ({ default: { request: vi.fn(), post: vi.fn() } }))

const t = sentences('none')
const answer = (status: number, message: string, data: unknown = [], headers = {}) => ({ status, headers, data: { ocs: { meta: { message }, data } } })
const problem = (promise: Promise<unknown>) => promise.then(() => null, (error: { code: string, message: string }) => [error.code, error.message])
const call = () => callNextcloud({ method: 'get', path: 'cloud/users/{account}', params: { account: 'a b/c' }, t })

beforeEach(() => {
	vi.mocked(axios.request).mockReset().mockResolvedValue(answer(200, 'OK', { id: 'x' }))
	vi.mocked(axios.post).mockReset().mockResolvedValue({ status: 200, data: { lastLogin: 1 } })
})

describe('callNextcloud', () => {
	it('sends to the address, and gives what came', async () => {
		expect(await call()).toEqual({ id: 'x' })
		expect(vi.mocked(axios.request).mock.lastCall![0]).toMatchObject({ method: 'get', url: expect.stringMatching(/\/ocs\/v2\.php\/cloud\/users\/a%20b%2Fc$/), auth: undefined })
	})

	it('knows pages that are no OCS endpoints, and gives the password where it is wanted each time', async () => {
		vi.mocked(axios.request).mockResolvedValue({ status: 200, data: { data: 1 } })
		expect(await callNextcloud({ method: 'post', path: '/settings/apps/enable', data: { a: 1 }, password: 'pä', t })).toEqual({ data: 1 })
		expect(vi.mocked(axios.request).mock.lastCall![0]).toMatchObject({ url: expect.stringMatching(/\/settings\/apps\/enable$/), data: { a: 1 }, auth: { password: 'pä' } })
	})

	it.each([
		['its header', { status: 403, data: { message: 'x' }, headers: { 'x-nc-auth-notconfirmed': 'true' } }],
		['its sentence', answer(403, 'Password confirmation is required')],
		['its sentence without an envelope', { status: 403, data: { message: 'Password confirmation is required' }, headers: {} }],
	])('wants the password, seen by %s', async (_, refused) => {
		vi.mocked(axios.request).mockResolvedValue(refused)
		expect((await problem(call()))?.[0]).toBe(PASSWORD_NEEDED)
	})

	it.each([
		[answer(400, 'User already exists'), ['refused', 'User already exists']],
		[{ status: 403, headers: {}, data: { ocs: { meta: { message: '' }, data: { data: { message: 'The given key can not be set' } } } } }, ['refused', 'The given key can not be set']],
		[answer(404, ''), ['not_found', expect.stringMatching(/no longer there/)]],
		[{ status: 429, headers: {}, data: [] }, ['too_many', expect.any(String)]],
		[{ status: 500, headers: {}, data: 'oops' }, ['server', expect.any(String)]],
	])('fails with a sentence: %#', async (refused, expected) => {
		vi.mocked(axios.request).mockResolvedValue(refused)
		expect(await problem(call())).toEqual(expected)
	})

	it('says when there is no connection', async () => {
		vi.mocked(axios.request).mockRejectedValue(new Error('Network Error'))
		expect((await problem(call()))?.[0]).toBe('network')
	})
})

describe('the password', () => {
	it('is right or wrong, or cannot be checked', async () => {
		expect(await confirmPassword('demo', t)).toBe(true)
		expect(vi.mocked(axios.post).mock.lastCall?.slice(0, 2)).toEqual([expect.stringMatching(/\/login\/confirm$/), { password: 'demo' }])
		vi.mocked(axios.post).mockResolvedValue({ status: 403, data: [] })
		expect(await confirmPassword('nope', t)).toBe(false)
		vi.mocked(axios.post).mockResolvedValue({ status: 429, data: [] })
		expect((await problem(confirmPassword('x', t)))?.[0]).toBe('too_many')
		vi.mocked(axios.post).mockRejectedValueOnce(new Error('Network Error'))
		expect((await problem(confirmPassword('x', t)))?.[0]).toBe('network')
	})
})
