// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Whether a migration only adds. That is what makes going back safe: Nextcloud never undoes one, so the older release
 * has to live with the newer tables.
 */

/** What a migration does that the release before may not survive. */
export interface Finding {
	line: number
	/** A sentence. */
	message: string
}

const calls: Array<[RegExp, string]> = [
	[/->\s*(dropTable|dropColumn|dropIndex|dropPrimaryKey|dropUniqueConstraint|dropForeignKey|removeForeignKey|removeUniqueConstraint|dropAutoincrementColumn)\s*\(/g, 'takes away'],
	[/->\s*(renameTable|renameColumn|renameIndex)\s*\(/g, 'renames'],
	[/->\s*(changeColumn|modifyColumn|setNotnull|setType|setLength|setPrecision|setScale|setUnsigned)\s*\(/g, 'changes a column'],
	[/->\s*(delete|truncate)\s*\(/g, 'deletes rows'],
]
/** SQL in a text. */
const sql = /['"`]\s*(?:DROP|TRUNCATE|DELETE\s+FROM|RENAME|ALTER\s+TABLE\s+\S+\s+(?:DROP|RENAME|MODIFY|CHANGE|ALTER))\b/gi

/**
 * Reads a migration. It errs on the strict side: what it cannot tell is a finding.
 *
 * @param php the source
 * @return nothing where it only adds
 */
export function lintMigration(php: string): Finding[] {
	const code = withoutComments(php)
	const findings: Finding[] = []
	const add = (index: number, message: string) => findings.push({ line: code.slice(0, index).split('\n').length, message })
	for (const [pattern, what] of calls) {
		for (const match of code.matchAll(pattern)) {
			add(match.index, `${match[1]}() ${what}; the release before would not find what it knows.`)
		}
	}
	for (const match of code.matchAll(sql)) {
		add(match.index, 'SQL that takes away, renames or changes; the release before would not find what it knows.')
	}
	for (const { start, body } of functions(code)) {
		if (/->\s*getTable\s*\(/.test(body) && !/->\s*createTable\s*\(/.test(body)) {
			for (const match of body.matchAll(/->\s*addColumn\s*\(/g)) {
				const call = argumentsOf(body, match.index + match[0].length)
				if (!/'default'\s*=>(?!\s*null\b)/i.test(call) && !/'notnull'\s*=>\s*false\b/i.test(call)) {
					add(start + match.index, 'A column added to a table that is there needs a default or \'notnull\' => false, written in the call; the release before writes rows without it.')
				}
			}
		}
	}
	return findings.sort((a, b) => a.line - b.line)
}

/** Comments become spaces, so that lines stay where they are. Texts stay: SQL is in them. */
function withoutComments(php: string): string {
	return php.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*|#(?!\[)[^\n]*/g, (found) => /^['"]/.test(found) ? found : found.replace(/[^\n]/g, ' '))
}

/** From one `function` to the next: a nested one ends its parent early, which is the strict side for `getTable`. */
function functions(code: string): Array<{ start: number, body: string }> {
	const starts = [...code.matchAll(/\bfunction\s+\w+\s*\(/g)].map(({ index }) => index)
	return starts.map((start, index) => ({ start, body: code.slice(start, starts[index + 1]) }))
}

/** The text up to the parenthesis that closes the call. */
function argumentsOf(code: string, from: number): string {
	let depth = 1
	for (let at = from; at < code.length; at++) {
		depth += code[at] === '(' ? 1 : code[at] === ')' ? -1 : 0
		if (depth === 0) {
			return code.slice(from, at)
		}
	}
	return code.slice(from)
}
