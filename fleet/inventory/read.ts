// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads `fleet.yaml`; every complaint says where: line and column. */

import type { Inventory } from './schema.ts'

import { parsePlaced } from './places.ts'
import { inventorySchema } from './schema.ts'

/** Something wrong in an inventory. */
export interface Complaint {
	/** From 1; 0 where it is about no place in the file. */
	readonly line: number
	readonly column: number
	/** Dotted path in the file, for instance `hosts.alpha.jobs`; empty for the whole file. */
	readonly path: string
	readonly message: string
	/** The file, where it is another one than the inventory. */
	readonly file?: string
}

/** An inventory that cannot be used: exit code 2. */
export class InventoryError extends Error {
	override name = 'InventoryError'

	/**
	 * @param complaints all of them, in the order of the file
	 * @param file its name for people
	 */
	constructor(readonly complaints: readonly Complaint[], readonly file = 'fleet.yaml') {
		super(complaints.map(({ line, column, path, message, file: other = file }) => `${other}${line > 0 ? `:${line}:${column}` : ''}: ${path === '' ? '' : `${path}: `}${message}`).join('\n'))
	}
}

/** What zod says about one thing. */
interface Issue {
	readonly code?: string
	readonly path: readonly PropertyKey[]
	readonly message: string
	readonly keys?: readonly string[]
	readonly errors?: readonly (readonly Issue[])[]
}

/** Files beyond this are not inventories. In bytes of text. */
const LIMIT = 32 * 1024 * 1024

/**
 * Reads the text of an inventory.
 *
 * @param text YAML 1.2
 * @param file its name, for complaints
 * @throws InventoryError with every complaint
 */
export function readInventory(text: string, file?: string): Inventory {
	if (text.length > LIMIT) {
		throw new InventoryError([{ line: 0, column: 0, path: '', message: 'The file is too big for an inventory.' }], file)
	}
	const { value, place, errors } = parsePlaced(text)
	if (errors.length > 0) {
		throw new InventoryError(errors.map(({ message, ...where }) => ({ ...where, path: '', message: sentence(message) })), file)
	}
	const result = inventorySchema.safeParse(value ?? {})
	if (result.success) {
		return result.data
	}
	const complaints = flatten(result.error.issues as readonly Issue[]).map(({ path, message, key }) => ({
		...place(path, key),
		path: [...path, ...key === undefined ? [] : [key]].map(String).join('.'),
		message,
	}))
	throw new InventoryError(complaints.sort((a, b) => a.line - b.line || a.column - b.column), file)
}

/** One complaint per unknown key; of a choice, the complaint of the branch that fits best, if one does. */
function flatten(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): { path: readonly PropertyKey[], message: string, key?: string }[] {
	return issues.flatMap((issue) => {
		const path = [...prefix, ...issue.path]
		if (issue.code === 'unrecognized_keys') {
			return (issue.keys ?? []).map((key) => ({ path, key, message: 'This is not a word of an inventory.' }))
		}
		// A branch of which only something inside is wrong is the one that was meant.
		const meant = issue.errors?.filter((branch) => branch.length > 0 && branch.every((inner) => inner.path.length > 0))
		if (meant?.length === 1) {
			return flatten(meant[0]!, path)
		}
		return [{ path, message: sentence(issue.message) }]
	})
}

/**
 * First letter big, a full stop at the end, one line.
 *
 * @param text a message of a library
 */
export function sentence(text: string): string {
	const line = text.replaceAll(/\s+/g, ' ').trim()
	return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.!?]$/.test(line) ? '' : '.'}`
}
