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
 * What a page loads.
 *
 * @param manifest vite's manifest of the app
 * @param situation the entry, and how many import()s deep to go, or what of it is weighed alone
 * @param read gives a built file's bytes
 * @param l10n path of the language file
 * @throws Error where the build has no such entry, or it asks for no such source
 */
export function weigh(manifest: Manifest, situation: Pick<Situation, 'entry' | 'hops' | 'only'>, read: (file: string) => Uint8Array, l10n: string): Weight {
	const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry && key.endsWith(`src/${situation.entry}.ts`))
	if (!entry) {
		throw new Error(`The build has no entry "${situation.entry}".`)
	}
	const chunks = situation.only ? later(manifest, entry, situation.only) : reachedFrom(manifest, entry, situation.hops)
	const js = [...new Set(chunks.map((key) => manifest[key]!.file))].sort()
	const css = [...new Set(chunks.flatMap((key) => manifest[key]!.css ?? []))].sort()
	const sum = (files: string[]) => files.reduce((bytes, file) => bytes + gz(read(file)), 0)
	return { js: sum(js), css: sum(css), l10n: sum([l10n]), files: [...js, ...css] }
}

/** All that an entry loads, so many import()s deep. */
function reachedFrom(manifest: Manifest, entry: string, hops: number): string[] {
	const chunks = new Set<string>()
	let reached = [entry]
	for (let hop = 0; hop <= hops && reached.length > 0; hop++) {
		const loaded = withImports(manifest, reached).filter((key) => !chunks.has(key))
		loaded.forEach((key) => chunks.add(key))
		reached = loaded.flatMap((key) => manifest[key]!.dynamicImports ?? []).filter((key) => !chunks.has(key))
	}
	return [...chunks]
}

/** What some sources bring that did not come with the entry that asks for them. */
function later(manifest: Manifest, entry: string, sources: string[]): string[] {
	const there = withImports(manifest, [entry])
	const asked = there.flatMap((key) => manifest[key]!.dynamicImports ?? [])
	const missing = sources.find((source) => !asked.includes(source))
	if (missing) {
		throw new Error(`The entry asks for no "${missing}".`)
	}
	return withImports(manifest, sources).filter((key) => !there.includes(key))
}

/** Chunks with all that comes with them at once. */
function withImports(manifest: Manifest, keys: string[]): string[] {
	const all = new Set<string>()
	const queue = [...keys]
	for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
		if (!all.has(key)) {
			all.add(key)
			queue.push(...manifest[key]?.imports ?? [])
		}
	}
	return [...all]
}

/** Bytes after gzip -9. */
export function gz(content: Uint8Array): number {
	return gzipSync(content, { level: 9 }).length
}
