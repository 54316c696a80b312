// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The journal keeps what it was told, drops a torn last line, and believes nothing that was changed or cut. */

import type { JournalEvent } from './records.ts'

import fc from 'fast-check'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { canonical, sha256 } from './canonical.ts'
import { Journal, JournalFullError, readJournalFile } from './journal.ts'
import { FIRST, JournalError, writeLine } from './line.ts'
import { readJournal } from './read.ts'

const folder = mkdtempSync(join(tmpdir(), 'ensemble-journal-'))
let path = ''
let count = 0

beforeEach(() => {
	path = join(folder, `${++count}.jsonl`)
})
afterAll(() => rmSync(folder, { recursive: true }))

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const failure = fc.option(fc.record({ code: text, message: text }))
const anEvent: fc.Arbitrary<JournalEvent> = fc.oneof(
	fc.record({ type: fc.constant('space-begun' as const), space: text, step: fc.constantFrom('apply' as const, 'verify' as const) }),
	fc.record({ type: fc.constant('space-ended' as const), space: text, step: fc.constantFrom('restore' as const, 'check' as const), error: failure, seconds: fc.double({ min: 0, max: 1e6, noNaN: true }) }),
	fc.record({ type: fc.constant('paused' as const), by: text, why: text }),
	fc.record({ type: fc.constant('gate' as const), wave: fc.nat(), pass: fc.boolean(), reason: text }),
)
const events = fc.array(anEvent, { minLength: 1, maxLength: 12 })

/** The bytes of a journal of these events. */
function bytesOf(list: readonly JournalEvent[]): Buffer {
	let prev = FIRST
	return Buffer.from(list.map((event, index) => {
		const { line, record } = writeLine(event, index + 1, 1_700_000_000_000 + index, prev)
		prev = record.hash
		return `${line}\n`
	}).join(''))
}

describe('readJournal', () => {
	it('gives back what was written, numbered and chained', () => {
		fc.assert(fc.property(events, (list) => {
			const { records, torn } = readJournal(bytesOf(list))
			expect(torn).toBe(0)
			expect(records.map(({ n }) => n)).toEqual(list.map((_, index) => index + 1))
			expect(records).toMatchObject(JSON.parse(JSON.stringify(list)) as object[])
			records.forEach((record, index) => expect(record.prev).toBe(index === 0 ? FIRST : records[index - 1]!.hash))
		}), { numRuns: 400 })
	})

	it('can be checked by anybody: the hash is SHA-256 of the canonical JSON without it', () => {
		for (const line of bytesOf([{ type: 'paused', by: 'Zoë', why: 'a "reason"' }, { type: 'wave-begun', wave: 1 }]).toString().trim().split('\n')) {
			const { hash, ...rest } = JSON.parse(line) as { hash: string, n: number }
			expect(hash).toBe(sha256(canonical(rest)))
		}
	})

	it('drops a last line that was torn anywhere, and nothing else (2,000 cases)', () => {
		fc.assert(fc.property(events, fc.nat(), (list, seed) => {
			const bytes = bytesOf(list)
			const keep = seed % (bytes.length + 1)
			const { records, length, torn } = readJournal(bytes.subarray(0, keep))
			const whole = [...bytes.subarray(0, keep)].filter((byte) => byte === 10).length
			expect(records).toHaveLength(whole)
			expect(length + torn).toBe(keep)
		}), { numRuns: 2000 })
	})

	it('refuses a journal in which any byte of a whole line was changed (2,000 cases)', () => {
		fc.assert(fc.property(events, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, seed, change) => {
			const bytes = bytesOf(list)
			// The very last line end is the one byte whose loss looks like a torn line.
			const at = seed % (bytes.length - 1)
			bytes[at] = bytes[at]! ^ change
			expect(() => readJournal(bytes)).toThrow(JournalError)
		}), { numRuns: 2000 })
	})

	it('refuses lines that were taken out, doubled or swapped', () => {
		fc.assert(fc.property(fc.array(anEvent, { minLength: 3, maxLength: 8 }), fc.nat(), fc.constantFrom('out', 'double', 'swap'), (list, seed, how) => {
			const lines = bytesOf(list).toString().trimEnd().split('\n')
			const at = seed % (lines.length - 1)
			const there = lines[at]!
			lines.splice(at, how === 'swap' ? 2 : 1, ...({ out: [], double: [there, there], swap: [lines[at + 1]!, there] })[how]!)
			expect(() => readJournal(Buffer.from(`${lines.join('\n')}\n`))).toThrow(JournalError)
		}), { numRuns: 600 })
	})

	it('sees whole records cut off the end by the note beside the journal, and never without it', () => {
		fc.assert(fc.property(fc.array(anEvent, { minLength: 2, maxLength: 8 }), fc.nat(), (list, seed) => {
			const { records } = readJournal(bytesOf(list))
			const last = records.at(-1)!
			const left = seed % list.length
			expect(() => readJournal(bytesOf(list.slice(0, left)), last)).toThrow(/was cut/)
			expect(readJournal(bytesOf(list), last).records).toHaveLength(list.length)
		}), { numRuns: 300 })
	})

	it('never ends with anything but a JournalError on bytes that are no journal (2,000 cases)', () => {
		fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map((json) => Buffer.from(`${json}\n`)), fc.string().map((line) => Buffer.from(`{"a":${JSON.stringify(line)},"hash":"${sha256('x')}"}\n`))), (bytes) => {
			try {
				readJournal(bytes)
			} catch (error) {
				expect(error).toBeInstanceOf(JournalError)
				expect((error as JournalError).line).toBeGreaterThan(0)
			}
		}), { numRuns: 2000 })
	})

	it('refuses a well-chained record that it does not know, by its line', () => {
		const body = canonical({ type: 'moon-landed', n: 1, at: new Date(0).toISOString(), prev: FIRST })
		expect(() => readJournal(Buffer.from(`${body.slice(0, -1)},"hash":"${sha256(body)}"}\n`))).toThrow('Line 1: the record says something')
	})
})

describe('Journal', () => {
	it('continues where it ended, and says what it dropped', () => {
		const first = Journal.open(path)
		first.append({ type: 'wave-begun', wave: 0 })
		first.close()
		appendFileSync(path, '{"type":"space-be')
		const second = Journal.open(path)
		expect(second.takeRecords().map(({ type }) => type)).toEqual(['wave-begun', 'torn-line-dropped'])
		expect(second.takeRecords()).toEqual([])
		second.append({ type: 'wave-ended', wave: 0 })
		second.close()
		const { records, torn } = readJournalFile(path)
		expect(torn).toBe(0)
		expect(records).toMatchObject([{ type: 'wave-begun', n: 1 }, { type: 'torn-line-dropped', bytes: 17 }, { type: 'wave-ended', n: 3 }])
	})

	it('leaves the file as it was when the disk is full in the middle of a record, and goes on once there is room', () => {
		let room = 400
		const journal = Journal.open(path, {
			disk: {
				write: (fd, bytes, offset, length, position) => {
					const size = Math.min(length, room)
					if (size === 0) {
						throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
					}
					room -= size
					return writeSync(fd, bytes, offset, size, position)
				},
				sync: () => {},
			},
		})
		journal.append({ type: 'wave-begun', wave: 0 })
		expect(() => journal.append({ type: 'wave-ended', wave: 0 })).toThrow(JournalFullError)
		expect(readJournalFile(path)).toMatchObject({ torn: 0, records: [{ type: 'wave-begun' }] })
		room = 10_000
		journal.append({ type: 'wave-ended', wave: 0 })
		journal.close()
		expect(readJournalFile(path).records.map(({ type }) => type)).toEqual(['wave-begun', 'wave-ended'])
	})

	it('stops when another process writes to the same file', () => {
		const one = Journal.open(path)
		const other = Journal.open(path)
		one.append({ type: 'wave-begun', wave: 0 })
		expect(() => other.append({ type: 'wave-begun', wave: 0 })).toThrow('Another process wrote')
		one.close()
		other.close()
		expect(() => one.append({ type: 'wave-begun', wave: 1 })).toThrow('closed')
	})

	it('sees after sealing that its end was cut off or that it was written anew', () => {
		const journal = Journal.open(path)
		journal.appendAll([{ type: 'wave-begun', wave: 0 }, { type: 'wave-ended', wave: 0 }])
		journal.seal()
		journal.close()
		const good = readFileSync(path)
		truncateSync(path, good.indexOf(10) + 1)
		expect(() => Journal.open(path)).toThrow('2 records were written, 1 are left')
		writeFileSync(path, bytesOf([{ type: 'wave-begun', wave: 5 }, { type: 'wave-ended', wave: 5 }]))
		expect(() => readJournalFile(path)).toThrow('written anew')
		writeFileSync(path, good)
		expect(readJournalFile(path).records).toHaveLength(2)
		writeFileSync(`${path}.head`, 'x')
		expect(() => readJournalFile(path)).toThrow('head cannot be read')
	})
})
