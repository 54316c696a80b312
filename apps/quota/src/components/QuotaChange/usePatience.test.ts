// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the changes of many quotas where Nextcloud takes 50 in ten minutes, and where the line breaks: nothing is lost, nothing is sent twice. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { PATIENCE } from '@ensemble/shared/screen/usePatience'
import { cleanup } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { storeQuota } from '../../api/quotas.ts'
import { changeOf, reload, server, setUp } from './testing.ts'
import { ALLOWANCE } from './usePatience.ts'

vi.mock('@ensemble/shared/ocs/nextcloud', async (original) => ({ ...await original<object>(), confirmPassword: vi.fn() }))
vi.mock('../../api/quotas.ts')

beforeEach(() => {
	vi.useFakeTimers({ now: 1_795_000_000_000 })
	server.begin()
})
afterEach(() => {
	vi.useRealTimers()
	cleanup()
})

const begun = 1_795_000_000_000
const network = () => new OcsError('network', 'No connection.')
/** Lets everything happen that happens by itself. */
const pass = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds)

/** Nextcloud's limit: what is refused does not count. */
function limited(): string[] {
	let sent: number[] = []
	const taken: string[] = []
	vi.mocked(storeQuota).mockImplementation(async (account, value) => {
		sent = sent.filter((at) => at > Date.now() - ALLOWANCE.milliseconds)
		if (sent.length >= ALLOWANCE.changes) {
			throw new OcsError('too_many', 'Too much.', 429)
		}
		sent.push(Date.now())
		taken.push(account)
		server.stored[account] = value
	})
	return taken
}

describe('Nextcloud has had enough', () => {
	it('120 accounts take twenty minutes; each is changed once, and it is said when it goes on', async () => {
		const taken = limited()
		const accounts = server.crowd(120)
		const { quotas } = setUp()
		const done = quotas.run(accounts.map((account) => changeOf(account, '6 GB')))
		await pass(1000)
		expect([taken.length, quotas.results.value.length, quotas.rest.value.length]).toEqual([50, 50, 70])
		expect(quotas.waiting.value).toEqual({ why: 'too_many', until: begun + ALLOWANCE.milliseconds })
		await pass(ALLOWANCE.milliseconds)
		expect(quotas.results.value).toHaveLength(100)
		await pass(ALLOWANCE.milliseconds)
		expect((await done).every(({ error }) => error === null)).toBe(true)
		expect(taken).toEqual(accounts)
		expect(quotas.waiting.value).toBeNull()
	})

	it('does not say when where it has had enough of something else', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(new OcsError('too_many', 'Too much.', 429)).mockRejectedValueOnce(new OcsError('too_many', 'Too much.', 429))
		const { quotas } = setUp()
		const done = quotas.run([changeOf('amina', '6 GB')])
		await pass()
		const first = quotas.waiting.value
		expect(first).toEqual({ why: 'too_many', until: null })
		await pass(PATIENCE)
		// The same message: nothing is read out again.
		expect(quotas.waiting.value).toBe(first)
		await pass(PATIENCE)
		expect((await done)[0]?.error).toBeNull()
		expect(server.stored.amina).toBe('6 GB')
	})

	it('ends at once when somebody stops it, and goes on with the rest', async () => {
		const taken = limited()
		const accounts = server.crowd(60)
		const { quotas } = setUp()
		const done = quotas.run(accounts.map((account) => changeOf(account, '6 GB')))
		await pass(1000)
		quotas.stop()
		expect(await done).toHaveLength(50)
		expect([quotas.running.value, quotas.waiting.value, quotas.rest.value.length]).toEqual([false, null, 10])
		await pass(ALLOWANCE.milliseconds)
		await quotas.goOn()
		expect(taken).toEqual(accounts)
	})

	it('ends with the screen', async () => {
		vi.mocked(storeQuota).mockRejectedValue(new OcsError('too_many', 'Too much.', 429))
		const { quotas, unmount } = setUp()
		const done = quotas.run([changeOf('amina', '6 GB')])
		await pass()
		expect(quotas.waiting.value).not.toBeNull()
		unmount()
		expect(await done).toEqual([])
	})
})

describe('a broken line', () => {
	it('is waited for; what had arrived is not sent again', async () => {
		const { quotas } = setUp()
		vi.mocked(storeQuota).mockImplementationOnce(async (account, value) => {
			server.stored[account] = value
			reload.mockResolvedValueOnce(network()).mockResolvedValueOnce(network())
			throw network()
		})
		const done = quotas.run([changeOf('amina', '6 GB'), changeOf('bruno', '6 GB')])
		await pass()
		expect(quotas.waiting.value).toEqual({ why: 'network', until: null })
		await pass(3 * PATIENCE)
		expect((await done).map(({ error }) => error)).toEqual([null, null])
		expect(vi.mocked(storeQuota).mock.calls.map(([account]) => account)).toEqual(['amina', 'bruno'])
		await quotas.undo()
		expect(server.stored).toMatchObject({ amina: 'default', bruno: '5 GB' })
	})

	it('is waited for; what had not arrived is sent as soon as the line is back', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(network())
		const { quotas } = setUp()
		const done = quotas.run([changeOf('amina', '6 GB')])
		await pass()
		window.dispatchEvent(new Event('online'))
		await pass()
		expect((await done)[0]?.error).toBeNull()
		expect(server.stored.amina).toBe('6 GB')
	})

	it('is not waited for any longer when somebody stops it', async () => {
		vi.mocked(storeQuota).mockRejectedValue(network())
		const { quotas } = setUp()
		const done = quotas.run([changeOf('amina', '6 GB')])
		await pass()
		reload.mockResolvedValue(network())
		await pass(PATIENCE)
		quotas.stop()
		expect(await done).toEqual([])
		expect(quotas.rest.value).toHaveLength(1)
	})

	it('is waited for as long as the server is being looked after', async () => {
		vi.mocked(storeQuota).mockRejectedValueOnce(new OcsError('maintenance', 'Later.', 503))
		const { quotas } = setUp()
		const done = quotas.run([changeOf('amina', '6 GB')])
		await pass()
		expect(quotas.waiting.value?.why).toBe('maintenance')
		await pass(PATIENCE)
		expect((await done)[0]?.error).toBeNull()
	})
})
