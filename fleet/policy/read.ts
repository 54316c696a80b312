// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The policies of an inventory: read from their files, checked by the apps' schemas, every complaint with file, line and column. */

import type { Placed } from '../inventory/places.ts'
import type { Complaint } from '../inventory/read.ts'
import type { Inventory } from '../inventory/schema.ts'

import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parsePlaced } from '../inventory/places.ts'
import { InventoryError, sentence } from '../inventory/read.ts'
import { checkPolicy } from './check.ts'

/** Bytes of a file with a policy or a text. */
const LIMIT = 4 * 1024 * 1024

/** One policy of the inventory, and how to find it again. */
interface Found {
	/** In the inventory: `policies`, or `spaces.ID.policies`. */
	readonly path: readonly string[]
	readonly app: string
	readonly entry: Inventory['policies'][string]
}

/**
 * Puts the policies that lie in files into the inventory, and checks all of them. In a policy, `{ file: PATH }` in place
 * of a text is that file's text (a charter is easier to write as Markdown). Paths are relative to the file they stand in.
 *
 * @param inventory as read
 * @param text of the inventory, for line and column
 * @param file its path
 * @return the same with every policy as an object
 * @throws InventoryError with every complaint
 */
export function readPolicies(inventory: Inventory, text: string, file: string): Inventory {
	const complaints: Complaint[] = []
	let parsed: Placed | undefined
	const inInventory = () => parsed ??= parsePlaced(text)
	const known = new Map<string, Record<string, unknown>>()
	const read = ({ path, app, entry }: Found) => {
		const at = [...path, app]
		const name = typeof entry === 'string' ? resolve(dirname(file), entry) : file
		// Many spaces may name the same file: it is read and complained about once.
		const key = `${app}\n${name}`
		const before = typeof entry === 'string' ? known.get(key) : undefined
		if (before !== undefined) {
			return before
		}
		let source: () => Placed = inInventory
		let prefix: readonly string[] = at
		let value: unknown = entry
		const first = complaints.length
		const complain = (inner: readonly PropertyKey[], message: string, unknown?: string) => complaints.push({
			...source().place([...prefix, ...inner], unknown),
			path: [...at, ...inner, ...unknown === undefined ? [] : [unknown]].map(String).join('.'),
			message,
			...prefix === at ? {} : { file: name },
		})
		if (typeof entry === 'string') {
			const content = readText(name)
			if (content === null) {
				complain([], `${name} cannot be read, or is too big for a policy.`)
				return {}
			}
			const inFile = parsePlaced(content)
			source = () => inFile
			prefix = []
			value = inFile.value
			inFile.errors.forEach(({ message, ...where }) => complaints.push({ ...where, path: at.join('.'), message: sentence(message), file: name }))
		}
		const whole = withTexts(value, dirname(name), (inner, message) => complain(inner, message))
		if (complaints.length === first) {
			checkPolicy(app, whole).forEach((fault) => complain(fault.path, fault.message, fault.key))
		}
		const policy = typeof whole === 'object' && whole !== null ? whole as Record<string, unknown> : {}
		known.set(key, policy)
		return policy
	}
	const all = (path: readonly string[], policies: Inventory['policies']) => Object.fromEntries(Object.entries(policies).map(([app, entry]) => [app, read({ path, app, entry })])) as Inventory['policies']
	const result: Inventory = {
		...inventory,
		policies: all(['policies'], inventory.policies),
		spaces: Object.fromEntries(Object.entries(inventory.spaces).map(([id, space]) => [id, space.policies === undefined ? space : { ...space, policies: all(['spaces', id, 'policies'], space.policies) }])),
	}
	if (complaints.length > 0) {
		throw new InventoryError(complaints, file)
	}
	return result
}

/** The value with `{ file: PATH }` replaced by what is in the file. */
function withTexts(value: unknown, dir: string, complain: (path: readonly PropertyKey[], message: string) => void, path: readonly PropertyKey[] = []): unknown {
	if (Array.isArray(value)) {
		return value.map((item, index) => withTexts(item, dir, complain, [...path, index]))
	}
	if (typeof value !== 'object' || value === null) {
		return value
	}
	const entries = Object.entries(value)
	const [[key, name] = []] = entries
	if (entries.length === 1 && key === 'file' && typeof name === 'string') {
		const text = readText(resolve(dir, name))
		if (text === null) {
			complain(path, `${name} cannot be read, or is too big.`)
		}
		return text?.trimEnd() ?? ''
	}
	return Object.fromEntries(entries.map(([inner, item]) => [inner, withTexts(item, dir, complain, [...path, inner])]))
}

function readText(path: string): string | null {
	try {
		const bytes = readFileSync(path)
		return bytes.length > LIMIT ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return null
	}
}
