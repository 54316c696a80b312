// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Keeps the state in a file (`--data FILE`): read at the start, written after changes, never half. */

import type { StoredSpace } from './state.ts'

import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'

/** A data file that cannot be used; the message is for the person at the terminal. */
export class DataFileError extends Error {}

/**
 * Reads a data file.
 *
 * @param file its path
 * @return the state; null if there is no such file yet
 * @throws DataFileError if there is one, but not one of ours
 */
export function readDataFile(file: string): StoredSpace | null {
	if (!existsSync(file)) {
		return null
	}
	let stored: unknown
	try {
		stored = JSON.parse(readFileSync(file, 'utf8'))
	} catch (error) {
		throw new DataFileError(`The data file ${file} cannot be read (${(error as Error).message}). It was left as it is: repair it, move it away, or choose another one with --data.`)
	}
	if (!isStored(stored)) {
		throw new DataFileError(`The file ${file} is not a data file of the embedded space. It was left as it is: choose another one with --data.`)
	}
	return stored
}

function isStored(value: unknown): value is StoredSpace {
	const lists = ['groups', 'accounts', 'homes', 'appValues', 'rows', 'disabledApps']
	return typeof value === 'object' && value !== null && 'format' in value && value.format === 1
		&& lists.every((name) => Array.isArray((value as Record<string, unknown>)[name]))
}

/** Writes the state after changes, at most every `delay` milliseconds. */
export class DataFileWriter {
	#timer: ReturnType<typeof setTimeout> | undefined
	#written = ''

	/**
	 * @param file where to
	 * @param state gives the state to write
	 * @param failed hears of a disk that refuses; the next change is tried again
	 * @param delay milliseconds between a change and the writing
	 */
	constructor(readonly file: string, readonly state: () => StoredSpace, readonly failed: (error: unknown) => void, readonly delay = 500) {}

	/** Something may have changed. */
	touch(): void {
		this.#timer ??= setTimeout(() => {
			try {
				this.flush()
			} catch (error) {
				this.failed(error)
			}
		}, this.delay)
		// A change that waits to be written does not keep the process alive: close() writes it.
		this.#timer.unref()
	}

	/**
	 * Writes now, if anything changed: a new file beside, moved over the old one in one step.
	 *
	 * @throws Error if the disk refuses
	 */
	flush(): void {
		clearTimeout(this.#timer)
		this.#timer = undefined
		const json = JSON.stringify(this.state())
		if (json === this.#written) {
			return
		}
		const beside = `${this.file}.${process.pid}.tmp`
		try {
			const descriptor = openSync(beside, 'w', 0o600)
			try {
				writeSync(descriptor, json)
				fsyncSync(descriptor)
			} finally {
				closeSync(descriptor)
			}
			renameSync(beside, this.file)
		} catch (error) {
			rmSync(beside, { force: true })
			throw error
		}
		this.#written = json
	}
}
