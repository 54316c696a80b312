// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** PHP reads the class as the JSON said. */

import type { Json } from './dataClass.ts'

import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { dataClass } from './dataClass.ts'

const hasPhp = spawnSync('php', ['-v']).status === 0

describe.skipIf(!hasPhp)('a JSON file as a PHP class', () => {
	it.each<{ value: Json }>([
		{ value: { version: '0.2.0', lines: { fr: ['C\'est l\'été', 'un \\ deux', '$x {$y}'], en: [] } } },
		{ value: ['files', 7, 1.5, true, false, null, [], [[]]] },
		{ value: { 'it\'s': 'a\nb', ключ: '🌱' } },
	])('$value', ({ value }) => {
		const code = `${dataClass('EnsembleTest', 'Thing', value)}\necho json_encode(\\OCA\\EnsembleTest\\Data\\Thing::DATA);`
		const { stdout, stderr } = spawnSync('php', [], { input: code, encoding: 'utf8' })
		expect(JSON.parse(stdout), stderr).toEqual(value)
	})
})
