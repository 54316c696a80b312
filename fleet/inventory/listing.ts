// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * What a command that lists spaces may print: a JSON list of `{ id, config, url?, groups?, canary? }`, or one space per
 * line: id, config folder and, if wanted, address, with spaces or tabs between; lines that begin with # are left out.
 */

import * as z from 'zod'

const entry = z.strictObject({ id: z.string(), config: z.string(), url: z.string().optional(), groups: z.array(z.string()).optional(), canary: z.boolean().optional() })

/** One space that a command listed; names and paths not checked yet. */
export type ListedSpace = z.infer<typeof entry>

/** Output that is no listing. */
export class ListingError extends Error {
	override name = 'ListingError'
}

/**
 * Reads the output.
 *
 * @param output standard output of the command
 * @throws ListingError that says which entry or line is wrong
 */
export function readListing(output: string): ListedSpace[] {
	const text = output.replace(/^\uFEFF/, '')
	return text.trimStart().startsWith('[') ? readJson(text) : text.split(/\r?\n/).flatMap(readText)
}

function readJson(text: string): ListedSpace[] {
	let value: unknown
	try {
		value = JSON.parse(text)
	} catch (error) {
		throw new ListingError(`The output begins like JSON and is none: ${(error as Error).message}.`)
	}
	const list = z.array(entry).safeParse(value)
	if (!list.success) {
		const { path, message } = list.error.issues[0]!
		throw new ListingError(`Entry ${Number(path[0] ?? 0) + 1} of the output${path.length > 1 ? `, ${path.slice(1).join('.')}` : ''}: ${message}.`)
	}
	return list.data
}

function readText(line: string, index: number): ListedSpace[] {
	if (line.trim() === '' || line.trimStart().startsWith('#')) {
		return []
	}
	const [id, config, url, ...more] = line.trim().split(/\s+/)
	if (id === undefined || config === undefined || more.length > 0) {
		throw new ListingError(`Line ${index + 1} of the output: an id, a config folder and at most an address are expected.`)
	}
	return [{ id, config, ...url === undefined ? {} : { url } }]
}
