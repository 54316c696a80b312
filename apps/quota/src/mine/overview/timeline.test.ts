// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests the points of the line over time. */

import { expect, it } from 'vitest'
import { timeline } from './timeline.ts'

const DAY = 86_400
const day = (number: number, files: number) => ({ day: number, files, trash: 0, versions: 0, quota: null })
const points = (...list: [number, number][]) => list.map(([at, y]) => ({ x: at * DAY, y }))

it('stays where it was until something changes', () => {
	expect(timeline([day(10, 5), day(14, 9)], { files: 9, countedAt: 20 * DAY })).toEqual(points([10, 5], [13, 5], [14, 9], [19, 9], [20, 9]))
})

it('of two days in a row makes two points', () => {
	expect(timeline([day(10, 5), day(11, 6)], { files: 7, countedAt: 12 * DAY })).toEqual(points([10, 5], [11, 6], [12, 7]))
})

it('ends with what was counted now, not with what was counted this morning', () => {
	expect(timeline([day(10, 5), day(11, 6)], { files: 7, countedAt: 11.5 * DAY })).toEqual(points([10, 5], [11.5, 7]))
	expect(timeline([], { files: 7, countedAt: 11.5 * DAY })).toEqual(points([11.5, 7]))
})
