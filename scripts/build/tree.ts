// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The fingerprint of a folder: every path with the SHA-256 of its bytes. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'

/**
 * Lists a folder's files with their hashes.
 *
 * @param dir the folder
 * @return path relative to it → SHA-256, lower-case hex
 */
export function treeHashes(dir: string): Map<string, string> {
	const files = globSync('**/*', { cwd: dir, dot: true }).sort()
	return new Map(files.map((file) => [file, createHash('sha256').update(readFileSync(join(dir, file))).digest('hex')]))
}

/**
 * The paths in which two folders differ.
 *
 * @param a hashes of one
 * @param b hashes of the other
 */
export function differences(a: Map<string, string>, b: Map<string, string>): string[] {
	return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort()
}
