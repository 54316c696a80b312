// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests which ages of versions are offered. */

import { expect, it } from 'vitest'
import { choicesOf } from './thinOut.ts'

const DAY = 86_400
const NOW = 20_000 * DAY
const version = (days: number, size: number) => ({ file: 1, version: String(days), name: 'a', folder: '/', size, at: NOW - days * DAY })

it('offers each age that takes more than the one before', () => {
	const choices = choicesOf([version(400, 10), version(100, 5), version(3, 1)], NOW)
	expect(choices.map(({ age, versions, size }) => [age, versions.length, size])).toEqual([[365, 1, 10], [90, 2, 15], [0, 3, 16]])
})

it('counts what is exactly so old as not yet older', () => {
	expect(choicesOf([version(30, 1)], NOW).map(({ age }) => age)).toEqual([7])
})

it('offers nothing where there is nothing', () => {
	expect(choicesOf([], NOW)).toEqual([])
})
