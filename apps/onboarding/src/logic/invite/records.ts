// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Takes a text apart into records and their fields, as spreadsheets write them (RFC 4180), and never loses a line. */

/** What stands between fields. */
export type Separator = '\t' | ',' | ';' | '|'

/** One record. Lines are counted from 1; a field in quotes may hold line ends. */
export interface TextRecord {
	/** First and last line. */
	from: number
	to: number
	fields: string[]
	/** A quote was opened and not closed, or not where a field ends: the fields are those of the line as it stands. */
	broken: boolean
}

/** A record that is longer than this was never meant as one: somewhere a quote is missing. */
const MOST_LINES = 20

/**
 * The lines of a text. A line end at its very end begins no further line.
 *
 * @param text the text, with the line ends of any system
 */
export function linesOf(text: string): string[] {
	const lines = text.split(/\r\n|\n|\r/)
	if (lines.at(-1) === '') {
		lines.pop()
	}
	return lines
}

/**
 * Takes lines apart. Each line is in exactly one record.
 *
 * @param lines the lines
 * @param separator what stands between fields
 */
export function toRecords(lines: readonly string[], separator: Separator): TextRecord[] {
	const records: TextRecord[] = []
	for (let index = 0; index < lines.length;) {
		const record = readRecord(lines, index, separator)
		records.push(record)
		index = record.to
	}
	return records
}

/** Reads one record from a line on. */
function readRecord(lines: readonly string[], start: number, separator: Separator): TextRecord {
	const fields: string[] = []
	let at = start
	let rest = lines[start]!
	for (;;) {
		const opened = rest.trimStart()
		if (!opened.startsWith('"') || separator === opened[0]) {
			const end = rest.indexOf(separator)
			fields.push(end === -1 ? rest : rest.slice(0, end))
			if (end === -1) {
				break
			}
			rest = rest.slice(end + 1)
			continue
		}
		const quoted = readQuoted(lines, at, opened.slice(1), separator, start)
		if (!quoted) {
			return { from: start + 1, to: start + 1, fields: lines[start]!.split(separator), broken: true }
		}
		fields.push(quoted.field)
		at = quoted.at
		if (quoted.rest === null) {
			break
		}
		rest = quoted.rest
	}
	return { from: start + 1, to: at + 1, fields, broken: false }
}

/**
 * Reads a field in quotes, from behind the first.
 *
 * @return null where it is not closed in time, or goes on behind the closing quote, or swallows a mail address of another
 * line, which is what happens where one quote is missing; `rest` is what stands behind the separator, null at the end
 */
function readQuoted(lines: readonly string[], from: number, begin: string, separator: Separator, start: number): { field: string, at: number, rest: string | null } | null {
	let field = ''
	let at = from
	let rest = begin
	for (;;) {
		const close = closingQuote(rest)
		if (close !== -1) {
			field += rest.slice(0, close)
			const behind = rest.slice(close + 1)
			const after = behind.trimStart()
			if (at > from && field.includes('@')) {
				return null
			}
			const clean = field.replaceAll('""', '"')
			if (behind.startsWith(separator)) {
				return { field: clean, at, rest: behind.slice(1) }
			}
			if (after.startsWith(separator)) {
				return { field: clean, at, rest: after.slice(1) }
			}
			return after === '' ? { field: clean, at, rest: null } : null
		}
		field += `${rest}\n`
		at++
		if (at >= lines.length || at - start >= MOST_LINES) {
			return null
		}
		rest = lines[at]!
	}
}

/** Where the closing quote stands; two in a row are one that is meant as such. -1 where there is none. */
function closingQuote(text: string): number {
	for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 2)) {
		if (text[at + 1] !== '"') {
			return at
		}
	}
	return -1
}
