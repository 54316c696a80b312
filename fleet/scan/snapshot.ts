// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a scan found, kept in a file for reports and for heal. Counts and versions only: no name of a person, no text. */

import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { DRIFTS } from './drift.ts'

const space = z.object({
	id: z.string(),
	host: z.string(),
	/** Nextcloud's version; null where it could not be read, as for the next two. */
	server: z.string().nullable(),
	pack: z.string().nullable(),
	/** Versions of apps that are on. */
	apps: z.record(z.string(), z.string()),
	/** As SpaceFacts.counts. */
	counts: z.record(z.string(), z.number()),
	drift: z.array(z.object({ code: z.enum(DRIFTS), message: z.string() })),
})

const schema = z.object({
	format: z.literal('ensemble-scan 1'),
	fleet: z.string(),
	/** ISO 8601, UTC. */
	at: z.string(),
	/** How long it took. */
	seconds: z.number(),
	/** Files of each pack on each host: null where they are the manifest's, or what is wrong. Empty where they were not checked. */
	files: z.array(z.object({ host: z.string(), pack: z.string(), error: z.string().nullable() })),
	spaces: z.array(space),
})

/** A scan. */
export type Snapshot = z.output<typeof schema>

/** A space as it was found. */
export type ScannedSpace = Snapshot['spaces'][number]

/** There is no scan yet, or it cannot be read: exit code 2. */
export class SnapshotError extends Error {
	override name = 'SnapshotError'
}

/**
 * Keeps a scan; the one before is replaced.
 *
 * @param stateDir the state folder
 * @param snapshot what was found
 * @return its file
 */
export function writeSnapshot(stateDir: string, snapshot: Snapshot): string {
	const file = snapshotFile(stateDir)
	const temporary = `${file}.${randomUUID()}`
	// A line per space: readable by eye, and quick.
	const { spaces, ...head } = snapshot
	writeFileSync(temporary, `${JSON.stringify(head).slice(0, -1)},"spaces":[\n${spaces.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`, { flush: true, mode: 0o640 })
	renameSync(temporary, file)
	return file
}

/**
 * Reads the last scan.
 *
 * @param stateDir the state folder
 * @throws SnapshotError
 */
export function readSnapshot(stateDir: string): Snapshot {
	const file = snapshotFile(stateDir)
	if (!existsSync(file)) {
		throw new SnapshotError('There was no scan yet: "ensemble scan" makes one.')
	}
	try {
		return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
	} catch {
		throw new SnapshotError(`${file} cannot be read as a scan. "ensemble scan" makes a new one.`)
	}
}

function snapshotFile(stateDir: string): string {
	return join(stateDir, 'scan.json')
}
