// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The window opens and closes when it should, over midnight and over the change to summer time. */

import { describe, expect, it } from 'vitest'
import { isOpen, untilOpen } from './window.ts'

const night = { days: ['sat' as const], from: '22:00', to: '05:00', timezone: 'Europe/Paris' }
const at = (text: string) => Date.parse(text)

describe('isOpen', () => {
	it('is always open without a window', () => {
		expect(isOpen(null, 0)).toBe(true)
		expect(untilOpen(null, 0)).toBe(0)
	})
	it.each([
		['2026-11-21T20:59:00Z', false],
		['2026-11-21T21:00:00Z', true],
		['2026-11-22T03:59:00Z', true],
		['2026-11-22T04:00:00Z', false],
		['2026-11-22T22:00:00Z', false],
		['2026-07-18T20:00:00Z', true],
	])('knows a night that begins on Saturday: %s', (time, open) => {
		expect(isOpen(night, at(time))).toBe(open)
	})
	it('knows hours of one day', () => {
		const day = { from: '09:00', to: '17:00', timezone: 'UTC' }
		expect(['08:59', '09:00', '16:59', '17:00'].map((time) => isOpen(day, at(`2026-11-22T${time}:00Z`)))).toEqual([false, true, true, false])
	})
})

describe('untilOpen', () => {
	it('is the time until it opens', () => {
		expect(untilOpen(night, at('2026-11-22T21:00:00Z'))).toBe(6 * 86_400_000)
		expect(untilOpen(night, at('2026-11-21T20:58:30Z'))).toBe(90_000)
		expect(untilOpen(night, at('2026-11-21T23:00:00Z'))).toBe(0)
	})
	it('finds the night in which clocks go forward', () => {
		const early = { from: '03:00', to: '04:00', timezone: 'Europe/Paris' }
		expect(untilOpen(early, at('2026-03-29T00:30:00Z'))).toBe(30 * 60_000)
	})
})
