// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Patterns: `*` and `?` within one name. Small on purpose: a fleet's folders all look alike. */

import { lstatSync, readdirSync, statSync } from 'node:fs'

/** A folder that a pattern found. */
export interface Match {
	readonly path: string
	/** What stood for the names with a `*` or `?`, joined by dashes: the id of the space. */
	readonly id: string
}

/**
 * A test for names.
 *
 * @param pattern `*` stands for any characters but a slash, `?` for one
 */
export function matcher(pattern: string): (name: string) => boolean {
	const expression = new RegExp(`^${pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll(/\*+/g, '[^/]*').replaceAll('?', '[^/]')}$`, 'su')
	return (name) => expression.test(name)
}

/**
 * Folders that a pattern finds, in the order of their names. Names that begin with a dot only where the pattern's does.
 *
 * @param pattern absolute
 * @throws Error of the file system where a folder on the way cannot be read; one that is not there is no match
 */
export function findFolders(pattern: string): Match[] {
	let found: { path: string, names: string[] }[] = [{ path: '', names: [] }]
	for (const part of pattern.split('/').filter(Boolean)) {
		if (!/[*?]/.test(part)) {
			found = found.map(({ path, names }) => ({ path: `${path}/${part}`, names }))
			continue
		}
		const fits = matcher(part)
		found = found.flatMap(({ path, names }) => list(path === '' ? '/' : path)
			.filter((name) => fits(name) && (part.startsWith('.') || !name.startsWith('.')))
			.map((name) => ({ path: `${path}/${name}`, names: [...names, name] })))
	}
	return found.filter(({ path }) => isFolder(path)).map(({ path, names }) => ({ path, id: names.join('-') }))
}

function list(folder: string): string[] {
	try {
		return readdirSync(folder).sort()
	} catch (error) {
		if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
			return []
		}
		throw error
	}
}

function isFolder(path: string): boolean {
	try {
		return statSync(path).isDirectory()
	} catch {
		// A broken link is worth a complaint later (no config.php), not a silent miss.
		return isLink(path)
	}
}

function isLink(path: string): boolean {
	try {
		return lstatSync(path).isSymbolicLink()
	} catch {
		return false
	}
}
