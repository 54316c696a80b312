// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Writes a file for others to read: there whole or not at all. */

import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { UsageError } from './exitCodes.ts'

/**
 * Writes.
 *
 * @param file its path; replaced where it is there
 * @param text of the file
 * @param mode its rights
 * @throws UsageError where its folder does not take it
 */
export function writeWhole(file: string, text: string, mode: number): void {
	// A textfile collector only reads names that end as it expects.
	const temporary = `${file}.${randomUUID()}.new`
	try {
		writeFileSync(temporary, text, { mode, flush: true })
		renameSync(temporary, file)
	} catch (error) {
		rmSync(temporary, { force: true })
		throw new UsageError(`${file} cannot be written: ${(error as Error).message}`)
	}
}
