// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The lease on a state folder: two controllers never work at once.
 *
 * Leases are numbered files, `lease.1`, `lease.2`, …; the highest one counts. Whoever wants it makes the next number by
 * link(), which only one process can do; so taking over from a dead one needs no removal, and no race can remove a living
 * one's lease.
 */

import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Who holds a lease. */
export interface Holder {
	/** Random, to know one's own. */
	readonly token: string
	readonly host: string
	readonly pid: number
	/** When the process began, in the system's own unit: a later process may get the same id. Null where unknown. */
	readonly started: string | null
	/** When it was taken, ISO 8601. */
	readonly since: string
	/** What for, in words. */
	readonly what: string
	/** Given back. */
	readonly released: boolean
}

/** Another process holds the lease: exit code 6. */
export class LeaseError extends Error {
	override name = 'LeaseError'

	/** @param holder who holds it */
	constructor(readonly holder: Holder) {
		super(`Another process holds the lease: ${holder.what}, process ${holder.pid} on ${holder.host}, since ${holder.since}.${holder.host === hostname() ? '' : ' Whether it still runs can only be seen there; if it does not, use --break-lease.'}`)
	}
}

/** How to take a lease. */
export interface LeaseOptions {
	/** What for, in words for others to read. */
	readonly what: string
	/** Takes it even if its holder may be alive: only after a person made sure that it is not. */
	readonly force?: boolean
	/** Whether a holder still runs; true where that cannot be known. */
	readonly alive?: (holder: Holder) => boolean
	readonly now?: () => number
}

/** A lease that is held. */
export interface Lease {
	readonly token: string
	/** Still the newest one: false once somebody broke it. */
	held(): boolean
	/** Gives it back. Safe to call twice. */
	release(): void
}

/**
 * Takes the lease of a folder.
 *
 * @param folder the state folder; exists
 * @throws LeaseError where a living process holds it
 */
export function takeLease(folder: string, { what, force = false, alive = isAlive, now = Date.now }: LeaseOptions): Lease {
	const holder: Holder = { token: randomUUID(), host: hostname(), pid: process.pid, started: startOf(process.pid), since: new Date(now()).toISOString(), what, released: false }
	for (;;) {
		const newest = generations(folder).at(-1) ?? 0
		const present = newest === 0 ? null : readHolder(file(folder, newest))
		if (present !== null && !present.released && !force && alive(present)) {
			throw new LeaseError(present)
		}
		if (claim(folder, newest + 1, holder)) {
			for (const old of generations(folder).filter((n) => n < newest)) {
				rmSync(file(folder, old), { force: true })
			}
			return leaseOf(folder, newest + 1, holder)
		}
	}
}

/**
 * Who holds the lease of a folder now, or null.
 *
 * @param folder the state folder
 */
export function leaseHolder(folder: string, alive: (holder: Holder) => boolean = isAlive): Holder | null {
	const newest = generations(folder).at(-1)
	const holder = newest === undefined ? null : readHolder(file(folder, newest))
	return holder !== null && !holder.released && alive(holder) ? holder : null
}

/** Makes lease n; false where another was quicker. */
function claim(folder: string, n: number, holder: Holder): boolean {
	const temporary = join(folder, `.lease-${holder.token}`)
	writeFileSync(temporary, `${JSON.stringify(holder)}\n`, { flush: true, mode: 0o640 })
	try {
		linkSync(temporary, file(folder, n))
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
			throw error
		}
		return false
	} finally {
		rmSync(temporary, { force: true })
	}
	// Slept while others went further and tidied up: theirs counts.
	if (generations(folder).some((other) => other > n)) {
		rmSync(file(folder, n), { force: true })
		return false
	}
	return true
}

function leaseOf(folder: string, n: number, holder: Holder): Lease {
	const held = () => generations(folder).at(-1) === n && readHolder(file(folder, n))?.token === holder.token
	let released = false
	return {
		token: holder.token,
		held: () => !released && held(),
		release: () => {
			if (!released && held()) {
				const temporary = join(folder, `.lease-${holder.token}`)
				writeFileSync(temporary, `${JSON.stringify({ ...holder, released: true })}\n`, { mode: 0o640 })
				renameSync(temporary, file(folder, n))
			}
			released = true
		},
	}
}

function file(folder: string, n: number): string {
	return join(folder, `lease.${n}`)
}

/** The numbers of the leases of a folder, lowest first. */
function generations(folder: string): number[] {
	return readdirSync(folder).flatMap((name) => /^lease\.([1-9]\d{0,14})$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b)
}

/** Null where it was removed meanwhile; a file that says nothing sensible counts as one of a process that may be alive. */
function readHolder(path: string): Holder | null {
	try {
		const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>
		return { token: String(value.token), host: String(value.host), pid: Number(value.pid), started: value.started ?? null, since: String(value.since), what: String(value.what), released: value.released === true }
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return null
		}
		return { token: '', host: 'an unknown machine', pid: 0, started: null, since: 'an unknown time', what: `${path} cannot be read`, released: false }
	}
}

/** Whether the process is there, and still the same one. */
function isAlive(holder: Holder): boolean {
	if (holder.host !== hostname()) {
		return true
	}
	try {
		process.kill(holder.pid, 0)
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM'
	}
	return holder.started === null || startOf(holder.pid) === holder.started
}

/** When a process began, in clock ticks since boot (Linux); null elsewhere. */
function startOf(pid: number): string | null {
	const stat = `/proc/${pid}/stat`
	if (!existsSync(stat)) {
		return null
	}
	try {
		// The name of the program stands in brackets and may hold anything; field 22 counts from behind it.
		return readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? null
	} catch {
		return null
	}
}
