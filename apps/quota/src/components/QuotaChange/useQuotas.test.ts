// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests how quotas are changed one after the other: password, patience, failures, the way back. */

import type { QuotaChange } from './useQuotas.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { cleanup, render } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { confirmPassword, PASSWORD_NEEDED, storeDefaultQuota, storeQuota } from '../../api/quotas.ts'
import { PATIENCE, useQuotas } from './useQuotas.ts'

vi.mock('../../api/quotas.ts', async (original) => ({ ...await original<object>(), confirmPassword: vi.fn(), storeQuota: vi.fn(), storeDefaultQuota: vi.fn() }))

/** What the server has stored. */
let stored: Record<string, string>
const reload = vi.fn(async () => {})

beforeEach(() => {
	stored = { '': '5 GB', amina: 'default', bruno: '5 GB', chloe: 'none' }
	reload.mockClear()
	vi.mocked(storeQuota).mockReset().mockImplementation(async (account, value) => {
		stored[account] = value
	})
	vi.mocked(storeDefaultQuota).mockReset().mockImplementation(async (value) => {
		stored[''] = value
	})
	vi.mocked(confirmPassword).mockReset().mockResolvedValue(true)
})
afterEach(() => {
	vi.useRealTimers()
	cleanup()
})

function setUp() {
	let quotas: ReturnType<typeof useQuotas> | undefined
	const view = render(defineComponent({
		setup() {
			quotas = useQuotas({ reload, stored: (account) => stored[account ?? ''] })
			return () => null
		},
	}))
	return { ...view, quotas: quotas! }
}

const change = (account: string | null, after: string): QuotaChange => ({ account, name: account ?? 'Default quota', before: stored[account ?? '']!, after })
const needed = () => new OcsError(PASSWORD_NEEDED, 'Please confirm your password.', 403)

describe('changing', () => {
	it('does one after the other, then counts again', async () => {
		const { quotas } = setUp()
		const done = quotas.run([change('amina', '10 GB'), change('bruno', 'none')])
		expect(quotas.running.value).toBe(true)
		expect((await done).map(({ error }) => error)).toEqual([null, null])
		expect(stored).toMatchObject({ amina: '10 GB', bruno: 'none' })
		expect([quotas.running.value, quotas.total.value, reload.mock.calls.length]).toEqual([false, 2, 1])
	})

	it('sets the default', async () => {
		const { quotas } = setUp()
		await quotas.run([change(null, '2 GB')])
		expect(storeDefaultQuota).toHaveBeenCalledExactlyOnceWith('2 GB')
	})

	it('goes on after a refusal, and says which one it was', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(new OcsError('refused', 'That is too much.', 400))
		const { quotas } = setUp()
		const done = await quotas.run([change('amina', '90 GB'), change('bruno', '6 GB')])
		expect(done.map(({ change: { account }, error }) => [account, error])).toEqual([['amina', 'That is too much.'], ['bruno', null]])
		expect(quotas.undoable.value.map(({ account }) => account)).toEqual(['bruno'])
	})

	it.each(['network', 'unauthorized'])('ends where nothing more can succeed: %s', async (code) => {
		vi.mocked(storeQuota).mockRejectedValueOnce(new OcsError(code, 'Gone.'))
		const { quotas } = setUp()
		expect(await quotas.run([change('amina', '6 GB'), change('bruno', '6 GB')])).toHaveLength(1)
		expect([vi.mocked(storeQuota).mock.calls.length, quotas.ended.value]).toEqual([1, 'Gone.'])
	})

	it('does not begin while another one runs', async () => {
		const { quotas } = setUp()
		const first = quotas.run([change('amina', '6 GB')])
		expect(await quotas.run([change('bruno', '6 GB')])).toEqual([])
		await first
		expect(storeQuota).toHaveBeenCalledTimes(1)
	})

	it('holds back whoever leaves in the middle', async () => {
		const { quotas } = setUp()
		const leaves = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
		const done = quotas.run([change('amina', '6 GB')])
		expect(leaves()).toBe(true)
		await done
		expect(leaves()).toBe(false)
	})
})

describe('the password', () => {
	it('is asked for once, then the same change is done', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(needed())
		const { quotas } = setUp()
		const done = quotas.run([change('amina', '6 GB'), change('bruno', '6 GB')])
		await vi.waitFor(() => expect(quotas.question.value).toMatch(/sure that it is you/))
		await quotas.answer('demo')
		expect((await done).map(({ error }) => error)).toEqual([null, null])
		expect(confirmPassword).toHaveBeenCalledExactlyOnceWith('demo')
		expect(quotas.question.value).toBeNull()
	})

	it('is asked for again when it was wrong, or could not be checked', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(needed())
		vi.mocked(confirmPassword).mockResolvedValueOnce(false).mockRejectedValueOnce(new OcsError('network', 'No connection.'))
		const { quotas } = setUp()
		const done = quotas.run([change('amina', '6 GB')])
		await vi.waitFor(() => expect(quotas.question.value).not.toBeNull())
		await quotas.answer('nope')
		expect(quotas.question.value).toMatch(/not the right password/)
		await quotas.answer('demo')
		expect(quotas.question.value).toBe('No connection.')
		await quotas.answer('demo')
		await done
		expect(stored.amina).toBe('6 GB')
	})

	it('can be kept back: nothing more is changed', async () => {
		vi.mocked(storeQuota).mockRejectedValue(needed())
		const { quotas } = setUp()
		const done = quotas.run([change('amina', '6 GB'), change('bruno', '6 GB')])
		await vi.waitFor(() => expect(quotas.question.value).not.toBeNull())
		await quotas.answer(null)
		expect(await done).toEqual([])
		expect([quotas.ended.value, quotas.undoable.value]).toEqual([expect.stringMatching(/Without the password/), []])
	})
})

describe('patience', () => {
	it('waits while Nextcloud takes no more, and goes on by itself', async () => {
		vi.useFakeTimers()
		vi.mocked(storeQuota).mockRejectedValueOnce(new OcsError('too_many', 'Too much.', 429)).mockRejectedValueOnce(new OcsError('too_many', 'Too much.', 429))
		const { quotas } = setUp()
		const done = quotas.run([change('amina', '6 GB')])
		await vi.advanceTimersByTimeAsync(0)
		expect(quotas.waiting.value).toBe(true)
		await vi.advanceTimersByTimeAsync(PATIENCE)
		expect(stored.amina).toBe('default')
		await vi.advanceTimersByTimeAsync(PATIENCE)
		expect((await done)[0]?.error).toBeNull()
		expect(quotas.waiting.value).toBe(false)
	})

	it('ends at once when somebody stops it', async () => {
		vi.mocked(storeQuota).mockRejectedValue(new OcsError('too_many', 'Too much.', 429))
		const { quotas } = setUp()
		const done = quotas.run([change('amina', '6 GB'), change('bruno', '6 GB')])
		await vi.waitFor(() => expect(quotas.waiting.value).toBe(true))
		quotas.stop()
		expect(await done).toEqual([])
		expect([quotas.running.value, quotas.ended.value]).toEqual([false, 'You have stopped this.'])
	})

	it('ends with the screen', async () => {
		vi.mocked(storeQuota).mockRejectedValue(new OcsError('too_many', 'Too much.', 429))
		const { quotas, unmount } = setUp()
		const done = quotas.run([change('amina', '6 GB')])
		await vi.waitFor(() => expect(quotas.waiting.value).toBe(true))
		unmount()
		expect(await done).toEqual([])
	})
})

describe('the way back', () => {
	it('puts the earlier stored quotas back, once', async () => {
		const { quotas } = setUp()
		await quotas.run([change('amina', '10 GB'), change('chloe', '1 GB'), change(null, '2 GB')])
		await quotas.undo()
		expect(stored).toEqual({ '': '5 GB', amina: 'default', bruno: '5 GB', chloe: 'none' })
		expect([quotas.undoing.value, quotas.undoable.value]).toEqual([true, []])
		await quotas.undo()
		expect(storeQuota).toHaveBeenCalledTimes(4)
	})

	it('leaves alone what somebody else has changed since', async () => {
		const { quotas } = setUp()
		await quotas.run([change('amina', '10 GB'), change('bruno', '10 GB')])
		stored.amina = '20 GB'
		stored.bruno = '10.0 GB'
		await quotas.undo()
		expect(stored).toMatchObject({ amina: '20 GB', bruno: '5 GB' })
		expect(quotas.results.value.map(({ error }) => error)).toEqual([expect.stringMatching(/Somebody else/), null])
		expect(quotas.undoable.value).toEqual([])
	})

	it('can be tried again where it failed', async () => {
		const { quotas } = setUp()
		await quotas.run([change('amina', '10 GB'), change('bruno', '10 GB')])
		vi.mocked(storeQuota).mockRejectedValueOnce(new OcsError('server', 'Oops.', 500))
		await quotas.undo()
		expect(quotas.undoable.value.map(({ account }) => account)).toEqual(['amina'])
		await quotas.undo()
		expect(stored).toMatchObject({ amina: 'default', bruno: '5 GB' })
	})

	it('is forgotten with the message', async () => {
		const { quotas } = setUp()
		await quotas.run([change('amina', '10 GB')])
		quotas.clear()
		expect([quotas.total.value, quotas.results.value, quotas.undoable.value]).toEqual([0, [], []])
	})
})
