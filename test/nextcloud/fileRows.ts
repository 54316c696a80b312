// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Writes rows into a test server's file index, for what no test can make in earnest: team folders, other clouds, accounts that are gone. */

import type { Place } from './connection.ts'

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Path in the storage → bytes; a path that ends with / is a folder, the folders come before what is in them. null takes it away. */
export type Rows = Record<string, number | null>

/**
 * Runs a PHP script of this folder on a test server.
 *
 * @param place the server
 * @param script name of the file
 * @param input for its standard input, as JSON
 * @param args arguments behind the server's folder
 * @return what it printed, from JSON
 * @throws Error if it failed
 */
export function runPhp(place: Place, script: string, input: unknown, args: readonly string[] = []): unknown {
	const file = fileURLToPath(new URL(script, import.meta.url))
	const { status, stdout, stderr } = spawnSync('php', ['-d', 'memory_limit=1G', file, place.root, ...args], { input: JSON.stringify(input), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
	// Nextcloud's own handler of exceptions ends a script as if all were well.
	if (status !== 0 || stdout === '') {
		throw new Error(`${script} ended with ${status}:\n${stdout}${stderr}`)
	}
	return JSON.parse(stdout) as unknown
}

/**
 * Adds rows while something runs, and takes them away again.
 *
 * @param place the server
 * @param storages id of a storage → its rows
 * @param work gets the numbers of the storages by their ids
 */
export async function withRows(place: Place, storages: Record<string, Rows>, work: (numbers: Record<string, number>) => Promise<void>): Promise<void> {
	const numbers = runPhp(place, 'fileRows.php', storages) as Record<string, number>
	try {
		await work(numbers)
	} finally {
		// What is in a storage with a top of its own goes with it; of the others only what was added.
		runPhp(place, 'fileRows.php', Object.fromEntries(Object.entries(storages).map(([id, rows]) => [id, '' in rows
			? {}
			: Object.fromEntries(Object.keys(rows).map((path) => [path, null]))])))
	}
}
