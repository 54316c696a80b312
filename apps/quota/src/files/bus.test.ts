// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that what happens to files is heard once it is quiet again. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followFiles, QUIET } from './bus.ts'

let heard: Record<string, () => void>
const changed = vi.fn()
const bus = { subscribe: (name: string, hear: () => void) => void (heard[name] = hear) }

beforeEach(() => {
	vi.useFakeTimers()
	heard = {}
	changed.mockReset()
})

afterEach(() => {
	vi.useRealTimers()
	window._nc_event_bus = undefined
})

it('calls back once for all that happens together', () => {
	window._nc_event_bus = bus
	followFiles(changed)
	expect(Object.keys(heard)).toEqual(['files:node:created', 'files:node:updated', 'files:node:deleted'])
	heard['files:node:created']!()
	vi.advanceTimersByTime(QUIET - 1)
	heard['files:node:deleted']!()
	vi.advanceTimersByTime(QUIET - 1)
	expect(changed).not.toHaveBeenCalled()
	vi.advanceTimersByTime(1)
	expect(changed).toHaveBeenCalledTimes(1)
	heard['files:node:updated']!()
	vi.advanceTimersByTime(QUIET)
	expect(changed).toHaveBeenCalledTimes(2)
})

it('waits for a bus that comes later, but not for ever', () => {
	followFiles(changed)
	vi.advanceTimersByTime(1200)
	window._nc_event_bus = bus
	vi.advanceTimersByTime(500)
	expect(Object.keys(heard)).toHaveLength(3)
	window._nc_event_bus = undefined
	followFiles(changed)
	vi.advanceTimersByTime(60_000)
	expect(vi.getTimerCount()).toBe(0)
})
