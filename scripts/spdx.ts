// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `npm run spdx`: every file says whose it is and under which licence, in itself or in REUSE.toml. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './apps.ts'

/** Kinds of files that can carry a comment. */
const COMMENTABLE = /\.(css|eta|html|js|mjs|php|scss|svg|ts|vue|xml|yaml|yml)$|^\.ci\/run$/
/** How far down the two lines may stand, in characters. */
const HEAD = 600

/**
 * The files that lack a licence statement.
 *
 * @param files paths
 * @param read gives a file's text
 * @param covered whether REUSE.toml speaks for a file
 */
export function unlicensed(files: string[], read: (file: string) => string, covered: (file: string) => boolean): string[] {
	return files.filter((file) => {
		if (!COMMENTABLE.test(file)) {
			return !covered(file)
		}
		const head = read(file).slice(0, HEAD)
		return !head.includes('SPDX-FileCopyrightText: ') || !head.includes('SPDX-License-Identifier: AGPL-3.0-or-later')
	})
}

/**
 * Which files REUSE.toml speaks for.
 *
 * @param toml its text
 */
export function coverage(toml: string): (file: string) => boolean {
	const patterns = [...toml.matchAll(/"([^"]+)"/g)].map(([, glob]) => glob!).filter((glob) => /[*./]|^LICENSE$/.test(glob))
	const expressions = patterns.map((glob) => new RegExp(`^${glob.split('**').map((part) => part.split('*').map((text) => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')).join('[^/]*')).join('.*')}$`))
	return (file) => expressions.some((expression) => expression.test(file))
}

/** All files of the project: those git knows and new ones that it does not ignore. */
export function projectFiles(): string[] {
	return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
}

if (process.argv[1] === import.meta.filename) {
	const covered = coverage(readFileSync(join(root, 'REUSE.toml'), 'utf8'))
	const bad = unlicensed(projectFiles(), (file) => readFileSync(join(root, file), 'utf8'), covered)
	for (const file of bad) {
		console.error(`${file}: no SPDX lines, and REUSE.toml does not name it`)
	}
	process.exitCode = bad.length > 0 ? 1 : 0
}
