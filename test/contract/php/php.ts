// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Runs PHP from tests, where there is one. */

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Folder of the repository, with a slash at the end. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url))

/** Whether this machine has PHP; says so once where it has not, since the tests then count as skipped. */
export const hasPhp = spawnSync('php', ['-v']).status === 0
if (!hasPhp) {
	console.log('There is no PHP on this machine: the tests of the PHP side are skipped.')
}

/**
 * Runs a PHP file.
 *
 * @param args file and arguments
 * @param input for its standard input
 * @return what it wrote, as JSON
 * @throws Error if it failed
 */
export function php(args: string[], input = ''): unknown {
	const { status, stdout, stderr } = spawnSync('php', ['-d', 'display_errors=stderr', ...args], { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
	if (status !== 0) {
		throw new Error(`php ${args[0]} ended with ${status}: ${stdout}${stderr}`)
	}
	return JSON.parse(stdout) as unknown
}

/**
 * Calls static functions of classes below apps/.
 *
 * @param classes class → file from the repository's folder
 * @param calls class, method, arguments
 * @return the results in the same order
 */
export function callPhp(classes: Record<string, string>, calls: ReadonlyArray<readonly [string, string, readonly unknown[]]>): unknown[] {
	const files = Object.fromEntries(Object.entries(classes).map(([name, file]) => [name, repository + file]))
	return php([fileURLToPath(new URL('call.php', import.meta.url))], JSON.stringify({ classes: files, calls })) as unknown[]
}
