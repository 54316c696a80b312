// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who is told by which channel, by the case table (which the PHP is tested with too). */

import { describe, expect, it } from 'vitest'
import table from '../../cases/notices.json' with { type: 'json' }
import { ownChannels, spaceChannels } from './channels.ts'

describe('ownChannels', () => {
	it.each(table.own)('$name', ({ settings, choices, expected }) => {
		expect(ownChannels(settings, choices)).toEqual(expected)
	})
})

describe('spaceChannels', () => {
	it.each(table.space)('$name', ({ settings, admin, expected }) => {
		expect(spaceChannels(settings, admin)).toEqual(expected)
	})
})
