// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests the states of loading: on its way, there, failed, overtaken. */

import { describe, expect, it, vi } from 'vitest'
import { OcsError } from '../ocs/error.ts'
import { useLoading } from './useLoading.ts'

describe('useLoading', () => {
	it('loads nothing by itself', () => {
		const fetchData = vi.fn(async () => 1)
		const { data, loading } = useLoading(fetchData, 'demo')
		expect([data.value, loading.value]).toEqual([null, false])
		expect(fetchData).not.toHaveBeenCalled()
	})

	it('is loading until the data is there', async () => {
		const { data, error, loading, load } = useLoading(async () => 'here', 'demo')
		const done = load()
		expect(loading.value).toBe(true)
		await done
		expect([data.value, error.value, loading.value]).toEqual(['here', null, false])
	})

	it('keeps the old data when loading again fails, and forgets the error when it works', async () => {
		const fetchData = vi.fn(async () => 'old')
		const { data, error, load } = useLoading(fetchData, 'demo')
		await load()
		fetchData.mockRejectedValueOnce(new OcsError('network', 'No connection.'))
		await load()
		expect([data.value, error.value?.message]).toEqual(['old', 'No connection.'])
		fetchData.mockResolvedValueOnce('new')
		await load()
		expect([data.value, error.value]).toEqual(['new', null])
	})

	it('has a sentence for what nobody expected', async () => {
		const { error, load } = useLoading(async () => {
			throw new TypeError('x is undefined')
		}, 'demo')
		await load()
		expect(error.value?.message).toMatch(/^[A-Z].+\.$/)
		expect(error.value?.message).not.toContain('undefined')
	})

	it('drops an answer that a later one has overtaken', async () => {
		const resolvers: ((value: string) => void)[] = []
		const { data, loading, load } = useLoading(() => new Promise<string>((resolve) => resolvers.push(resolve)), 'demo')
		const first = load()
		const second = load()
		resolvers[1]!('second')
		await second
		expect([data.value, loading.value]).toEqual(['second', false])
		resolvers[0]!('first')
		await first
		expect(data.value).toBe('second')
	})
})
