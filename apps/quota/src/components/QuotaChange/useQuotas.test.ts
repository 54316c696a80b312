// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests how quotas are changed one after the other: password, failures, going on, the way back. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { confirmPassword, PASSWORD_NEEDED } from '@ensemble/shared/ocs/nextcloud'
import { cleanup } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { storeDefaultQuota, storeQuota } from '../../api/quotas.ts'
import { changeOf, reload, server, setUp } from './testing.ts'

vi.mock('@ensemble/shared/ocs/nextcloud', async (original) => ({ ...await original<object>(), confirmPassword: vi.fn() }))
vi.mock('../../api/quotas.ts')

beforeEach(() => server.begin())
afterEach(cleanup)

const needed = () => new OcsError(PASSWORD_NEEDED, 'Please confirm your password.', 403)

describe('changing', () => {
	it('does one after the other, then counts again', async () => {
		const { quotas } = setUp()
		const done = quotas.run([changeOf('amina', '10 GB'), changeOf('bruno', 'none')])
		expect(quotas.running.value).toBe(true)
		expect((await done).map(({ error }) => error)).toEqual([null, null])
		expect(server.stored).toMatchObject({ amina: '10 GB', bruno: 'none' })
		expect([quotas.running.value, quotas.total.value, quotas.rest.value, reload.mock.calls.length]).toEqual([false, 2, [], 2])
	})

	it('sets the default', async () => {
		const { quotas } = setUp()
		await quotas.run([changeOf(null, '2 GB')])
		expect(storeDefaultQuota).toHaveBeenCalledExactlyOnceWith('2 GB')
	})

	it('does not send what is so already, and has nothing to put back there', async () => {
		const { quotas } = setUp()
		const done = await quotas.run([changeOf('amina', '10 GB'), changeOf('bruno', '5.0 GB')])
		expect(done.map(({ error, already }) => [error, already])).toEqual([[null, undefined], [null, true]])
		expect(storeQuota).toHaveBeenCalledExactlyOnceWith('amina', '10 GB')
		expect(quotas.undoable.value.map(({ account }) => account)).toEqual(['amina'])
	})

	it('goes on after a refusal, and says which one it was', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(new OcsError('refused', 'That is too much.', 400))
		const { quotas } = setUp()
		const done = await quotas.run([changeOf('amina', '90 GB'), changeOf('bruno', '6 GB')])
		expect(done.map(({ change: { account }, error }) => [account, error])).toEqual([['amina', 'That is too much.'], ['bruno', null]])
		expect(quotas.undoable.value.map(({ account }) => account)).toEqual(['bruno'])
	})

	it('does not begin while another one runs', async () => {
		const { quotas } = setUp()
		const first = quotas.run([changeOf('amina', '6 GB')])
		expect(await quotas.run([changeOf('bruno', '6 GB')])).toEqual([])
		await first
		expect(storeQuota).toHaveBeenCalledTimes(1)
	})

	it('holds back whoever leaves in the middle', async () => {
		const { quotas } = setUp()
		const leaves = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
		const done = quotas.run([changeOf('amina', '6 GB')])
		expect(leaves()).toBe(true)
		await done
		expect(leaves()).toBe(false)
	})
})

describe('what was not reached', () => {
	it('stays where nothing more can succeed, and goes on afterwards', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(new OcsError('unauthorized', 'You are no longer logged in.'))
		const { quotas } = setUp()
		expect(await quotas.run([changeOf('amina', '6 GB'), changeOf('bruno', '6 GB')])).toEqual([])
		expect([quotas.ended.value, quotas.rest.value.length]).toEqual(['You are no longer logged in.', 2])
		await quotas.goOn()
		expect([quotas.ended.value, quotas.rest.value.length, quotas.results.value.length]).toEqual(['', 0, 2])
		expect(server.stored).toMatchObject({ amina: '6 GB', bruno: '6 GB' })
		await quotas.undo()
		expect(server.stored).toMatchObject({ amina: 'default', bruno: '5 GB' })
	})

	it('goes on where somebody has stopped it: none is lost, none is sent twice', async () => {
		const { quotas } = setUp()
		vi.mocked(storeQuota).mockImplementationOnce(async (account, value) => {
			server.stored[account] = value
			quotas.stop()
		})
		expect(await quotas.run([changeOf('amina', '6 GB'), changeOf('bruno', '6 GB'), changeOf('chloe', '6 GB')])).toHaveLength(1)
		expect(quotas.ended.value).toBe('You have stopped this.')
		await quotas.goOn()
		expect(vi.mocked(storeQuota).mock.calls.map(([account]) => account)).toEqual(['amina', 'bruno', 'chloe'])
		expect(quotas.undoable.value).toHaveLength(3)
	})

	it('is forgotten with the message', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(new OcsError('forbidden', 'No.', 403))
		const { quotas } = setUp()
		await quotas.run([changeOf('amina', '10 GB')])
		quotas.clear()
		await quotas.goOn()
		expect([quotas.total.value, quotas.results.value, quotas.rest.value, quotas.undoable.value]).toEqual([0, [], [], []])
		expect(storeQuota).toHaveBeenCalledTimes(1)
	})
})

describe('the password', () => {
	it('is asked for once, then the same change is done', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(needed())
		const { quotas } = setUp()
		const done = quotas.run([changeOf('amina', '6 GB'), changeOf('bruno', '6 GB')])
		await vi.waitFor(() => expect(quotas.question.value).toMatch(/sure that it is you/))
		await quotas.answer('demo')
		expect((await done).map(({ error }) => error)).toEqual([null, null])
		expect(confirmPassword).toHaveBeenCalledExactlyOnceWith('demo', expect.any(Function))
		expect(quotas.question.value).toBeNull()
	})

	it('is asked for again when it was wrong, or could not be checked', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(needed())
		vi.mocked(confirmPassword).mockResolvedValueOnce(false).mockRejectedValueOnce(new OcsError('network', 'No connection.'))
		const { quotas } = setUp()
		const done = quotas.run([changeOf('amina', '6 GB')])
		await vi.waitFor(() => expect(quotas.question.value).not.toBeNull())
		await quotas.answer('nope')
		expect(quotas.question.value).toMatch(/not the right password/)
		await quotas.answer('demo')
		expect(quotas.question.value).toBe('No connection.')
		await quotas.answer('demo')
		await done
		expect(server.stored.amina).toBe('6 GB')
	})

	it('can be kept back: nothing more is changed', async () => {
		vi.mocked(storeQuota).mockRejectedValue(needed())
		const { quotas } = setUp()
		const done = quotas.run([changeOf('amina', '6 GB'), changeOf('bruno', '6 GB')])
		await vi.waitFor(() => expect(quotas.question.value).not.toBeNull())
		await quotas.answer(null)
		expect(await done).toEqual([])
		expect([quotas.ended.value, quotas.undoable.value]).toEqual([expect.stringMatching(/Without the password/), []])
	})
})

describe('the way back', () => {
	it('puts the earlier stored quotas back, once', async () => {
		const { quotas } = setUp()
		await quotas.run([changeOf('amina', '10 GB'), changeOf('chloe', '1 GB'), changeOf(null, '2 GB')])
		await quotas.undo()
		expect(server.stored).toEqual({ '': '5 GB', amina: 'default', bruno: '5 GB', chloe: 'none' })
		expect([quotas.undoing.value, quotas.undoable.value]).toEqual([true, []])
		await quotas.undo()
		expect(storeQuota).toHaveBeenCalledTimes(4)
	})

	it('puts back what was stored just before, not what the page was opened with', async () => {
		const { quotas } = setUp()
		const change = changeOf('bruno', '10 GB')
		server.stored.bruno = '7 GB'
		await quotas.run([change])
		await quotas.undo()
		expect(server.stored.bruno).toBe('7 GB')
	})

	it('leaves alone what somebody else has changed since', async () => {
		const { quotas } = setUp()
		await quotas.run([changeOf('amina', '10 GB'), changeOf('bruno', '10 GB')])
		server.stored.amina = '20 GB'
		server.stored.bruno = '10.0 GB'
		await quotas.undo()
		expect(server.stored).toMatchObject({ amina: '20 GB', bruno: '5 GB' })
		expect(quotas.results.value.map(({ error }) => error)).toEqual([expect.stringMatching(/Somebody else/), null])
		expect(quotas.undoable.value).toEqual([])
	})

	it('can be tried again where it failed or was stopped', async () => {
		const { quotas } = setUp()
		await quotas.run([changeOf('amina', '10 GB'), changeOf('bruno', '10 GB'), changeOf('chloe', '10 GB')])
		vi.mocked(storeQuota).mockRejectedValueOnce(new OcsError('server', 'Oops.', 500)).mockRejectedValueOnce(new OcsError('forbidden', 'No.', 403))
		await quotas.undo()
		expect([quotas.undoable.value, quotas.rest.value].map((list) => list.map(({ account }) => account))).toEqual([['amina'], ['bruno', 'chloe']])
		await quotas.undo()
		expect(server.stored).toMatchObject({ amina: 'default', bruno: '5 GB', chloe: 'none' })
	})
})
