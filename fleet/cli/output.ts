// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the command prints: for people on a terminal, plain lines elsewhere, one JSON value with --json. */

/** Where text goes, and whether a person sits there. */
export interface Terminal {
	readonly isTTY: boolean
	readonly write: (text: string) => void
}

const COLOURS = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 } as const

/** Prints. */
export class Output {
	/**
	 * @param out for results
	 * @param err for remarks and progress
	 * @param options json: only one JSON value on `out`; env: NO_COLOR and CI are respected
	 */
	constructor(readonly out: Terminal, readonly err: Terminal, readonly options: { readonly json: boolean, readonly env: Readonly<Record<string, string | undefined>> }) {}

	/** Progress that moves makes sense. */
	get lively(): boolean {
		return this.err.isTTY && !this.options.json && !this.options.env.CI
	}

	/** A line for people; nothing with --json. */
	line(text = ''): void {
		if (!this.options.json) {
			this.out.write(`${plain(text)}\n`)
		}
	}

	/** A remark or failure; on the error output, so that results can be piped. */
	remark(text: string): void {
		this.err.write(`${plain(text)}\n`)
	}

	/** The result, with --json. */
	json(value: unknown): void {
		if (this.options.json) {
			this.out.write(`${JSON.stringify(value, null, '\t')}\n`)
		}
	}

	/** Coloured on a terminal that wants colours. */
	paint(colour: keyof typeof COLOURS, text: string): string {
		return this.out.isTTY && !this.options.env.NO_COLOR && this.options.env.TERM !== 'dumb' ? `\u001B[${COLOURS[colour]}m${text}\u001B[0m` : text
	}

	/** Rows in columns; numbers to the right. */
	table(rows: readonly (readonly (string | number)[])[]): void {
		const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length))) ?? []
		rows.forEach((row) => this.line(row.map((cell, column) => typeof cell === 'number' ? String(cell).padStart(widths[column]!) : column === row.length - 1 ? cell : cell.padEnd(widths[column]!)).join('  ')))
	}
}

const ESCAPE = '\u001B'
/** Clears the line that moves. */
const CLEAR = `\r${ESCAPE}[K`
/** Control characters but for line ends, tabs and our own colours. */
const CONTROL = new RegExp(`${ESCAPE}(?!\\[\\d{1,2}m)|(?![\\n\\t${ESCAPE}])\\p{Cc}`, 'gu')

/** What a host or a file says may hold anything; a terminal must not obey it. */
function plain(text: string): string {
	return text.startsWith(CLEAR) ? CLEAR + plain(text.slice(CLEAR.length)) : text.replaceAll(CONTROL, '\uFFFD')
}
