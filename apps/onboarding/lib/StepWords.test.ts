// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The dashboard, which PHP fills, calls the steps what the page calls them. */

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { builtInStep } from '../contract.ts'

/** A step's sentences in a source file: from its name on, the first two that are translated. */
function sentences(file: string, id: string, name: (id: string) => string): string[] {
	const text = readFileSync(new URL(file, import.meta.url), 'utf8')
	const own = text.slice(text.indexOf(name(id)))
	return [...own.matchAll(/\bt\('((?:[^'\\]|\\.)*)'/g)].slice(0, 2).map(([, sentence = '']) => sentence)
}

it.each(builtInStep.options)('%s', (id) => {
	const php = sentences('StepWords.php', id, (step) => `'${step}' =>`)
	expect(php).toHaveLength(2)
	expect(php).toEqual(sentences('../src/steps.ts', id, (step) => `case '${step}':`))
})
