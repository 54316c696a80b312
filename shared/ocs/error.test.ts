// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Every way a call can fail gives a code and a sentence. */

import { describe, expect, it } from 'vitest'
import { OcsError, toOcsError, unwrap } from './error.ts'

const t = (text: string) => text
const ocs = (data: unknown) => ({ ocs: { meta: { status: 'failure' }, data } })

describe('toOcsError', () => {
	it('passes a declared error on', () => {
		const error = toOcsError({ status: 400, data: ocs({ error: 'invalid_request', message: 'Trop court.', field: 'texts.fr.title' }) }, t)
		expect(error).toBeInstanceOf(OcsError)
		expect(error).toMatchObject({ code: 'invalid_request', message: 'Trop court.', status: 400, field: 'texts.fr.title' })
	})

	it('has no field where none is blamed', () => {
		expect(toOcsError({ status: 409, data: ocs({ error: 'replaced', message: 'New.' }) }, t).field).toBeUndefined()
	})

	it.each([
		[401, 'unauthorized'],
		[403, 'forbidden'],
		[404, 'not_found'],
		[412, 'stale_page'],
		[413, 'too_large'],
		[418, 'unreadable'],
		[429, 'too_many'],
		[500, 'server'],
		[502, 'server'],
		[503, 'server'],
	])('gives %d of the framework the code %s', (status, code) => {
		for (const data of [ocs([]), '<html>', null, undefined, ocs({ error: 7, message: 'x' })]) {
			const error = toOcsError({ status, data }, t)
			expect(error.code).toBe(code)
			expect(error.message).toMatch(/^[A-Z].+\.$/)
			expect(error.status).toBe(status)
		}
	})

	it('knows maintenance from a broken server', () => {
		expect(toOcsError({ status: 503, data: '', headers: { 'x-nextcloud-maintenance-mode': '1' } }, t).code).toBe('maintenance')
	})

	it('takes no answer as a broken connection', () => {
		expect(toOcsError(undefined, t)).toMatchObject({ code: 'network', status: 0 })
		expect(toOcsError({ status: 0, data: '' }, t).code).toBe('network')
	})
})

describe('unwrap', () => {
	it('is undefined for anything that is no OCS answer', () => {
		expect(unwrap(ocs([1]))).toEqual([1])
		for (const data of ['<html>', null, 3, {}, { ocs: null }]) {
			expect(unwrap(data)).toBeUndefined()
		}
	})
})
