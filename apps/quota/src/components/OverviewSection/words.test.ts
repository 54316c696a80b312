// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what is said about the day on which the space will be full. */

import { describe, expect, it } from 'vitest'
import { forecastSentences, usedOf } from './words.ts'

/** 22 November 2026. */
const today = 20_779
const growing = { kind: 'growing', perDay: 100 * 2 ** 20, day: today + 100, earliest: today + 80, latest: today + 150 } as const
const said = (forecast: Parameters<typeof forecastSentences>[0]) => forecastSentences(forecast, today).join(' ')

describe('forecastSentences', () => {
	it('gives the day with its range', () => {
		expect(said(growing)).toBe('The space grows by about 100 MB a day. At this pace it will be full around March 2, 2027. It may be as early as February 10, 2027 or as late as April 21, 2027.')
	})

	it.each([[null], [today + 3651], [10 ** 9]])('says where the end of the range is open or far: %s', (latest) => {
		expect(said({ ...growing, latest })).toMatch(/February 10, 2027, or it may take years\.$/)
	})

	it('gives no range where there is none', () => {
		expect(said({ ...growing, earliest: growing.day, latest: growing.day })).toMatch(/full around March 2, 2027\.$/)
	})

	it('gives no day beyond ten years, however far', () => {
		expect(said({ ...growing, day: today + 3651, latest: null })).toBe('The space grows by about 100 MB a day. At this pace it will not be full within ten years.')
		expect(said({ ...growing, perDay: 0.001, day: 10 ** 14, latest: null })).toMatch(/about 1 byte a day/)
	})

	it.each([
		[{ kind: 'no_pool' }, /size is not known/],
		[{ kind: 'too_early' }, /too early to tell/],
		[{ kind: 'full' }, /is full/],
		[{ kind: 'not_growing', perDay: -3 }, /not been growing/],
	] as const)('has words for %j', (forecast, words) => {
		expect(said(forecast)).toMatch(words)
	})
})

it('adds up all that takes room', () => {
	expect(usedOf({ files: 1, trash: 2, versions: 4, team: 8, other: 16 })).toBe(31)
})
