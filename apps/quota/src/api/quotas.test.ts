// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Setting quotas by Nextcloud's provisioning API: what is sent, and what its refusals mean. */

import axios from '@nextcloud/axios'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { confirmPassword, PASSWORD_NEEDED, storeDefaultQuota, storeQuota } from './quotas.ts'

vi.mock('@nextcloud/axios', () => ({ default: { request: vi.fn(), post: vi.fn() } }))

const ok = { status: 200, data: { ocs: { meta: { status: 'ok', message: 'OK' }, data: [] } }, headers: {} }
const refusal = (status: number, message: string, headers = {}) => ({ status, headers, data: { ocs: { meta: { status: 'failure', message }, data: [] } } })
const reason = (promise: Promise<unknown>) => promise.then(() => null, (error: { code: string, message: string }) => [error.code, error.message])

beforeEach(() => {
	vi.mocked(axios.request).mockReset().mockResolvedValue(ok)
	vi.mocked(axios.post).mockReset().mockResolvedValue({ status: 200, data: { lastLogin: 1 } })
})

describe('quotas', () => {
	it('of one account are sent to its address', async () => {
		await storeQuota('a b/c', '5 GB')
		expect(vi.mocked(axios.request).mock.lastCall![0]).toMatchObject({ method: 'put', url: expect.stringMatching(/\/ocs\/v2\.php\/cloud\/users\/a%20b%2Fc$/), data: { key: 'quota', value: '5 GB' } })
	})

	it('of all who have none of their own are one value', async () => {
		await storeDefaultQuota('none')
		expect(vi.mocked(axios.request).mock.lastCall![0]).toMatchObject({ method: 'post', url: expect.stringMatching(/\/ocs\/v2\.php\/apps\/provisioning_api\/api\/v1\/config\/apps\/files\/default_quota$/), data: { value: 'none' } })
	})

	it.each([
		['its header', { status: 403, data: { message: 'x' }, headers: { 'x-nc-auth-notconfirmed': 'true' } }],
		['its sentence', refusal(403, 'Password confirmation is required')],
		['its sentence without an envelope', { status: 403, data: { message: 'Password confirmation is required' }, headers: {} }],
	])('want the password, seen by %s', async (_, answer) => {
		vi.mocked(axios.request).mockResolvedValue(answer)
		expect((await reason(storeQuota('amina', '5 GB')))?.[0]).toBe(PASSWORD_NEEDED)
	})

	it.each([
		[refusal(400, 'Invalid quota value. 90 GB is exceeding the maximum quota'), ['refused', 'Invalid quota value. 90 GB is exceeding the maximum quota']],
		[{ status: 403, headers: {}, data: { ocs: { meta: { message: '' }, data: { data: { message: 'The given key can not be set' } } } } }, ['refused', 'The given key can not be set']],
		[refusal(404, ''), ['not_found', expect.stringMatching(/no longer there/)]],
		[{ status: 429, headers: {}, data: [] }, ['too_many', expect.any(String)]],
		[{ status: 500, headers: {}, data: 'oops' }, ['server', expect.any(String)]],
	])('are refused with a sentence: %#', async (answer, expected) => {
		vi.mocked(axios.request).mockResolvedValue(answer)
		expect(await reason(storeQuota('amina', '90 GB'))).toEqual(expected)
	})

	it('say when there is no connection', async () => {
		vi.mocked(axios.request).mockRejectedValue(new Error('Network Error'))
		expect((await reason(storeQuota('amina', '5 GB')))?.[0]).toBe('network')
	})
})

describe('the password', () => {
	it('is right or wrong', async () => {
		expect(await confirmPassword('demo')).toBe(true)
		expect(vi.mocked(axios.post).mock.lastCall?.slice(0, 2)).toEqual([expect.stringMatching(/\/login\/confirm$/), { password: 'demo' }])
		vi.mocked(axios.post).mockResolvedValue({ status: 403, data: [] })
		expect(await confirmPassword('nope')).toBe(false)
	})

	it('cannot be checked when Nextcloud has had enough, or is not there', async () => {
		vi.mocked(axios.post).mockResolvedValueOnce({ status: 429, data: [] })
		expect((await reason(confirmPassword('x')))?.[0]).toBe('too_many')
		vi.mocked(axios.post).mockRejectedValueOnce(new Error('Network Error'))
		expect((await reason(confirmPassword('x')))?.[0]).toBe('network')
	})
})
