// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads YAML and remembers where everything stands, so that a complaint about a value can name line and column. */

import type { Node } from 'yaml'

import { isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

/** A place in a text, both from 1. */
export interface Place {
	readonly line: number
	readonly column: number
}

/** What was read. */
export interface Placed {
	/** As JSON has it; undefined where there are errors, or nothing. */
	readonly value: unknown
	/** Where the value of a path stands, or an unknown key of it. */
	readonly place: (path: readonly PropertyKey[], key?: string) => Place
	/** Why it is no YAML; empty where it is. */
	readonly errors: readonly (Place & { readonly message: string })[]
}

/**
 * Reads YAML 1.2 (JSON is YAML).
 *
 * @param text of the file
 */
export function parsePlaced(text: string): Placed {
	const lines = new LineCounter()
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true, schema: 'core' })
	const at = (offset: number): Place => {
		const { line, col } = lines.linePos(offset)
		return { line: Math.max(line, 1), column: Math.max(col, 1) }
	}
	const place = (path: readonly PropertyKey[], key?: string) => at(offsetOf(document.contents, path, key))
	if (document.errors.length > 0) {
		return { value: undefined, place, errors: document.errors.map(({ pos, message }) => ({ ...at(pos[0]), message })) }
	}
	try {
		return { value: document.toJS({ maxAliasCount: 100 }) as unknown, place, errors: [] }
	} catch (error) {
		return { value: undefined, place, errors: [{ line: 1, column: 1, message: (error as Error).message }] }
	}
}

/** Where in the text the value of a path stands (or an unknown key of it); the deepest part that is there, where it is not. */
function offsetOf(contents: Node | null, path: readonly PropertyKey[], key: string | undefined): number {
	let node = contents
	let offset = start(node)
	for (const part of path) {
		const keyNode: Node | null = keyOf(node, part)
		const inner: unknown = isMap(node) || isSeq(node) ? node.get(isSeq(node) ? Number(part) : keyNode ?? part, true) : null
		if (!isNode(inner)) {
			return keyNode === null ? offset : start(keyNode)
		}
		node = inner
		// A whole block is best found by its name.
		offset = isCollection(node) && keyNode !== null ? start(keyNode) : start(node)
	}
	const unknown = key === undefined ? null : keyOf(node, key)
	return unknown === null ? offset : start(unknown)
}

function keyOf(node: Node | null, name: PropertyKey): Node | null {
	const key = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(name))?.key : undefined
	return isNode(key) ? key : null
}

function start(node: Node | null): number {
	return node?.range?.[0] ?? 0
}
