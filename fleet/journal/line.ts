// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * One line of a journal: canonical JSON of the record, its `hash` written last.
 *
 * The hash is SHA-256 over the canonical JSON of the record without `hash`: exactly the bytes before `,"hash":"` plus a
 * closing brace, so a reader need not write anything again to check it.
 */

import type { JournalEvent, JournalRecord } from './records.ts'

import { canonical, sha256 } from './canonical.ts'
import { eventSchema } from './records.ts'

/** What comes before the first record. */
export const FIRST = '0'.repeat(64)

/** `,"hash":"` + 64 hex digits + `"}`. */
const TAIL = /,"hash":"([0-9a-f]{64})"\}$/
const TAIL_LENGTH = 75

/** A journal that cannot be trusted, or not be read. Exit code 2: a person has to look at it. */
export class JournalError extends Error {
	override name = 'JournalError'

	/**
	 * @param message a plain sentence
	 * @param line the number of the line it is about, from 1; undefined for the whole file
	 */
	constructor(message: string, readonly line?: number) {
		super(line === undefined ? message : `Line ${line}: ${message}`)
	}
}

/**
 * Writes an event as the next line, without a line end.
 *
 * @param event what happened
 * @param n its number, from 1
 * @param at when, in milliseconds since 1970
 * @param prev the hash of the line before
 */
export function writeLine(event: JournalEvent, n: number, at: number, prev: string): { line: string, record: JournalRecord } {
	const record = { ...event, n, at: new Date(at).toISOString(), prev }
	const body = canonical(record)
	const hash = sha256(body)
	return { line: `${body.slice(0, -1)},"hash":"${hash}"}`, record: { ...record, hash } }
}

/**
 * Reads a line and checks it against the one before.
 *
 * @param line without line end
 * @param n the number it must have
 * @param prev the hash it must follow
 * @throws JournalError where it was changed, is not the next one, or says something unknown
 */
export function readLine(line: string, n: number, prev: string): JournalRecord {
	const hash = TAIL.exec(line)?.[1]
	if (hash === undefined) {
		throw new JournalError('this is not a journal record.', n)
	}
	const body = `${line.slice(0, -TAIL_LENGTH)}}`
	if (sha256(body) !== hash) {
		throw new JournalError('the record was changed after it was written: its hash does not fit.', n)
	}
	let value: unknown
	try {
		value = JSON.parse(body)
	} catch {
		throw new JournalError('this is not a journal record.', n)
	}
	const link = value as { n?: unknown, at?: unknown, prev?: unknown }
	if (link.n !== n || link.prev !== prev || typeof link.at !== 'string') {
		throw new JournalError(`this record does not follow the one before${typeof link.n === 'number' && link.n > n ? ': some are missing' : ''}.`, n)
	}
	const event = eventSchema.safeParse(value)
	if (!event.success) {
		throw new JournalError('the record says something this version of the command does not know.', n)
	}
	return { ...event.data, n, at: link.at, prev, hash }
}
