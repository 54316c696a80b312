// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Adds up what a page loads, from the build's manifest and the built files. */

import type { Situation } from './budgets.ts'

import { gzipSync } from 'node:zlib'

/** One module of vite's manifest. */
export interface Chunk {
	file: string
	src?: string
	isEntry?: boolean
	/** Keys of chunks that are loaded with it. */
	imports?: string[]
	/** Keys of chunks that are loaded when it asks for them. */
	dynamicImports?: string[]
	css?: string[]
}
export type Manifest = Record<string, Chunk>

/** Gzip bytes of one situation. */
export interface Weight {
	js: number
	css: number
	/** The French texts, which Nextcloud loads with every script of an app. */
	l10n: number
	/** Built files, JS and CSS. */
	files: string[]
}

/**
 * What a page loads before the first paint.
 *
 * @param manifest vite's manifest of the app
 * @param situation entry and the modules it asks for at once
 * @param read gives a built file's bytes
 * @param l10n path of the language file
 * @throws Error where the entry or a module of the situation is not in the build
 */
export function weigh(manifest: Manifest, situation: Pick<Situation, 'entry' | 'firstPaint'>, read: (file: string) => Uint8Array, l10n: string): Weight {
	const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry && key.endsWith(`src/${situation.entry}.ts`))
	if (!entry) {
		throw new Error(`The build has no entry "${situation.entry}".`)
	}
	const roots = [entry, ...situation.firstPaint.map((end) => {
		const key = Object.keys(manifest).find((key) => key.endsWith(end) && manifest[key]!.file.endsWith('.mjs'))
		if (!key) {
			throw new Error(`The build has no chunk for "${end}".`)
		}
		return key
	})]
	const chunks = new Set<string>()
	for (let key = roots.pop(); key !== undefined; key = roots.pop()) {
		if (!chunks.has(key)) {
			chunks.add(key)
			roots.push(...manifest[key]?.imports ?? [])
		}
	}
	const js = [...new Set([...chunks].map((key) => manifest[key]!.file))].sort()
	const css = [...new Set([...chunks].flatMap((key) => manifest[key]!.css ?? []))].sort()
	const sum = (files: string[]) => files.reduce((bytes, file) => bytes + gz(read(file)), 0)
	return { js: sum(js), css: sum(css), l10n: sum([l10n]), files: [...js, ...css] }
}

/** Bytes after gzip -9. */
export function gz(content: Uint8Array): number {
	return gzipSync(content, { level: 9 }).length
}
