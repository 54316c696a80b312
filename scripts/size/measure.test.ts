// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The sizes count what a browser would load, once each. */

import type { Manifest } from './measure.ts'

import { describe, expect, it } from 'vitest'
import { gz, weigh } from './measure.ts'

const manifest: Manifest = {
	'src/ask.ts': { file: 'js/a-ask.mjs', isEntry: true, imports: ['_shared.mjs'], dynamicImports: ['src/Dialog.vue'] },
	'_shared.mjs': { file: 'js/shared.chunk.mjs' },
	'src/Dialog.vue': { file: 'js/Dialog.chunk.mjs', imports: ['_shared.mjs'], dynamicImports: ['src/later.ts'], css: ['css/Dialog.css'] },
	'src/later.ts': { file: 'js/later.chunk.mjs', dynamicImports: ['src/ask.ts'] },
}
const read = (file: string) => Buffer.from(file.repeat(10))
const size = (file: string) => gz(read(file))

describe('weigh', () => {
	it('counts an entry with its static imports, and nothing that is only asked for later', () => {
		const { js, css, files } = weigh(manifest, { entry: 'ask', hops: 0 }, read, 'l10n/fr.js')
		expect(files).toEqual(['js/a-ask.mjs', 'js/shared.chunk.mjs'])
		expect(js).toBe(size('js/a-ask.mjs') + size('js/shared.chunk.mjs'))
		expect(css).toBe(0)
	})
	it('adds what is painted first, shared chunks once', () => {
		const { files, css, l10n } = weigh(manifest, { entry: 'ask', hops: 1 }, read, 'l10n/fr.js')
		expect(files).toEqual(['js/Dialog.chunk.mjs', 'js/a-ask.mjs', 'js/shared.chunk.mjs', 'css/Dialog.css'])
		expect(css).toBe(size('css/Dialog.css'))
		expect(l10n).toBe(size('l10n/fr.js'))
	})
	it('can count all that an entry could ever load', () => {
		expect(weigh(manifest, { entry: 'ask', hops: Infinity }, read, 'l10n/fr.js').files).toContain('js/later.chunk.mjs')
	})
	it('weighs what comes later alone, without what came with the entry', () => {
		const { files, css } = weigh(manifest, { entry: 'ask', hops: 0, only: ['src/Dialog.vue'] }, read, 'l10n/fr.js')
		expect(files).toEqual(['js/Dialog.chunk.mjs', 'css/Dialog.css'])
		expect(css).toBe(size('css/Dialog.css'))
	})
	it('does not pass over something later that the entry does not ask for', () => {
		expect(() => weigh(manifest, { entry: 'ask', hops: 0, only: ['src/later.ts'] }, read, 'l10n/fr.js')).toThrow('no "src/later.ts"')
	})
	it('does not pass over an entry that is not there', () => {
		expect(() => weigh(manifest, { entry: 'page', hops: 0 }, read, 'l10n/fr.js')).toThrow('no entry "page"')
	})
})
