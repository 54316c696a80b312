// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The journal of one roll-out: append-only, each record on disk before anything that follows from it is done. */

import type { Head } from './read.ts'
import type { JournalEvent, JournalRecord } from './records.ts'

import { closeSync, existsSync, fdatasyncSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { FIRST, JournalError, writeLine } from './line.ts'
import { readJournal } from './read.ts'

/** What a journal needs from the system; tests put a disk that fills up here. */
export interface Disk {
	/** Writes some bytes at a place and gives back how many, as fs.writeSync does. */
	write: (fd: number, bytes: Uint8Array, offset: number, length: number, position: number) => number
	/** Returns once the bytes are on the disk. */
	sync: (fd: number) => void
}

/** The file could not take a record (disk full, for instance). The journal is as it was before; the roll-out can be resumed. */
export class JournalFullError extends Error {
	override name = 'JournalFullError'
}

const realDisk: Disk = { write: writeSync, sync: fdatasyncSync }

/** A journal open for writing. */
export class Journal {
	#fd: number
	#length: number
	#n: number
	#prev: string
	/** Records read when it was opened; emptied by takeRecords() so that they can be freed. */
	#records: JournalRecord[]

	private constructor(private readonly path: string, private readonly now: () => number, private readonly disk: Disk) {
		const content = existsSync(path) ? readJournal(readFileSync(path), readHead(path)) : { records: [], length: 0, torn: 0 }
		this.#fd = openSync(path, existsSync(path) ? 'r+' : 'wx+', 0o640)
		this.#records = content.records
		this.#length = content.length
		this.#n = content.records.length
		this.#prev = content.records.at(-1)?.hash ?? FIRST
		if (content.torn > 0) {
			ftruncateSync(this.#fd, content.length)
			this.#keep(this.append({ type: 'torn-line-dropped', bytes: content.torn }))
		}
		if (content.records.length === 0) {
			syncFolder(path)
		}
	}

	/**
	 * Opens a journal, or begins one. The caller holds the lease.
	 *
	 * @param path the file; its folder exists
	 * @param options now: the clock in milliseconds; disk: for tests
	 * @throws JournalError where the file was changed or cut
	 */
	static open(path: string, { now = Date.now, disk = realDisk }: { now?: () => number, disk?: Disk } = {}): Journal {
		return new Journal(path, now, disk)
	}

	/** The records that were there when the journal was opened (with a note about a torn line, if one was dropped). */
	takeRecords(): JournalRecord[] {
		const records = this.#records
		this.#records = []
		return records
	}

	/** The last record written. */
	get head(): Head {
		return { n: this.#n, hash: this.#prev }
	}

	/**
	 * Appends one record; it is on disk when this returns.
	 *
	 * @param event what happened, or is about to
	 * @throws JournalFullError where the disk does not take it; nothing is written then
	 * @throws JournalError where somebody else wrote to the file meanwhile
	 */
	append(event: JournalEvent): JournalRecord {
		return this.appendAll([event])[0]!
	}

	/**
	 * Appends several records by one write and one sync: all or none, but for a crash, which may leave the first ones.
	 *
	 * @param events what happened
	 * @throws as append
	 */
	appendAll(events: readonly JournalEvent[]): JournalRecord[] {
		let n = this.#n
		let prev = this.#prev
		let text = ''
		const records = events.map((event) => {
			const { line, record } = writeLine(event, ++n, this.now(), prev)
			prev = record.hash
			text += `${line}\n`
			return record
		})
		this.#write(Buffer.from(text))
		this.#n = n
		this.#prev = prev
		return records
	}

	/** Notes the last record beside the journal, so that a cut is seen. For the ends of waves; costs two syncs. */
	seal(): void {
		const temporary = `${this.path}.head.new`
		writeFileSync(temporary, `${JSON.stringify(this.head)}\n`, { flush: true, mode: 0o640 })
		renameSync(temporary, `${this.path}.head`)
	}

	/** Ends writing. Safe to call twice. */
	close(): void {
		if (this.#fd !== -1) {
			closeSync(this.#fd)
			this.#fd = -1
		}
	}

	#keep(record: JournalRecord): void {
		this.#records.push(record)
	}

	#write(bytes: Uint8Array): void {
		if (this.#fd === -1) {
			throw new JournalError('The journal is closed.')
		}
		// A second writer would break the chain; the lease forbids it, this sees it.
		if (fstatSync(this.#fd).size !== this.#length) {
			throw new JournalError('Another process wrote to this journal meanwhile. This one stops here.')
		}
		try {
			for (let done = 0; done < bytes.length;) {
				done += this.disk.write(this.#fd, bytes, done, bytes.length - done, this.#length + done)
			}
			this.disk.sync(this.#fd)
		} catch (error) {
			ftruncateSync(this.#fd, this.#length)
			throw new JournalFullError(`The journal ${this.path} cannot be written: ${(error as Error).message}`, { cause: error })
		}
		this.#length += bytes.length
	}
}

/**
 * Reads a journal without writing: for status, while another process may be appending.
 *
 * @param path the file
 * @throws JournalError as readJournal; Error where the file is not there
 */
export function readJournalFile(path: string): { records: JournalRecord[], torn: number } {
	// The head is read first: what it names is in the file already.
	const head = readHead(path)
	const { records, torn } = readJournal(readFileSync(path), head)
	return { records, torn }
}

function readHead(path: string): Head | undefined {
	if (!existsSync(`${path}.head`)) {
		return undefined
	}
	try {
		const { n, hash } = JSON.parse(readFileSync(`${path}.head`, 'utf8')) as Partial<Head>
		if (typeof n === 'number' && typeof hash === 'string') {
			return { n, hash }
		}
	} catch (error) {
		throw new JournalError(`${path}.head cannot be read: ${(error as Error).message}`)
	}
	throw new JournalError(`${path}.head is not a note about a journal.`)
}

/** Makes a new file's name last over a power cut, where the system can. */
function syncFolder(path: string): void {
	const fd = openSync(dirname(path), 'r')
	try {
		fsyncSync(fd)
	} finally {
		closeSync(fd)
	}
}
