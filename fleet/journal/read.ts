// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads a journal from its bytes: checks the chain, drops a torn last line and says so, refuses everything else. */

import type { JournalRecord } from './records.ts'

import { FIRST, JournalError, readLine } from './line.ts'

/** What a journal holds. */
export interface JournalContent {
	readonly records: JournalRecord[]
	/** How many bytes are good: what comes behind is a torn last line. */
	readonly length: number
	/** Bytes of the torn last line; 0 where the file ends well. */
	readonly torn: number
}

/** The last record that was known to be written, kept beside the journal: without it nobody could see that its end was cut off. */
export interface Head {
	readonly n: number
	readonly hash: string
}

const NEWLINE = 10

/**
 * Reads all records.
 *
 * A record counts once its line end is there. The last line without one is torn: the process died while writing it, so
 * nothing that follows from it was done either. A broken line that has its line end was changed by somebody, also if it
 * is the last one.
 *
 * @param bytes the whole file
 * @param head the last record that must be there, if known
 * @throws JournalError where anything but a torn last line is wrong
 */
export function readJournal(bytes: Uint8Array, head?: Head): JournalContent {
	const records: JournalRecord[] = []
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
	let prev = FIRST
	let from = 0
	for (let end = bytes.indexOf(NEWLINE, from); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
		const record = readLine(decode(decoder, bytes.subarray(from, end), records.length + 1), records.length + 1, prev)
		records.push(record)
		prev = record.hash
		from = end + 1
	}
	if (head !== undefined && head.n > 0 && records[head.n - 1]?.hash !== head.hash) {
		throw new JournalError(records.length < head.n
			? `The journal was cut: ${head.n} records were written, ${records.length} are left.`
			: `The journal was written anew: record ${head.n} is another one.`)
	}
	return { records, length: from, torn: bytes.length - from }
}

function decode(decoder: TextDecoder, line: Uint8Array, n: number): string {
	try {
		return decoder.decode(line)
	} catch {
		throw new JournalError('this is not a journal record.', n)
	}
}
