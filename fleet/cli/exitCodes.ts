// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the command's exit code says. Scripts rely on these numbers. */

import type { Ending } from '../rollout/run.ts'
import type { RolloutState } from '../rollout/state.ts'

import { JournalFullError } from '../journal/journal.ts'
import { LeaseError } from '../journal/lease.ts'
import { JournalError } from '../journal/line.ts'
import { PackError } from '../pack/error.ts'

/** Exit codes. */
export const EXIT = { ok: 0, failed: 1, usage: 2, resumable: 3, stuck: 4, refusedPack: 5, leased: 6, interrupted: 130 } as const

/** A name of an exit code. */
export type ExitName = keyof typeof EXIT

/** What each says. */
export const EXIT_SENTENCES: Readonly<Record<ExitName, string>> = {
	ok: 'done',
	failed: 'something failed; the spaces concerned were put back',
	usage: 'wrong usage, inventory, policy, plan or journal; nothing was touched',
	resumable: 'stopped by a gate, a limit, a pause or a full disk; "ensemble resume" goes on',
	stuck: 'a space is stuck: neither forward nor back',
	refusedPack: 'a pack was refused',
	leased: 'another roll-out is at work',
	interrupted: 'interrupted; "ensemble resume" goes on',
}

/** All of them, in the order of their numbers. */
export const EXIT_NAMES: readonly ExitName[] = ['ok', 'failed', 'usage', 'resumable', 'stuck', 'refusedPack', 'leased', 'interrupted']

/**
 * Exit codes as text for `--help`.
 *
 * @param names which
 * @param other sentences that differ for one command
 */
export function exitHelp(names: readonly ExitName[], other: Partial<Record<ExitName, string>> = {}): string {
	return ['Exit codes:', ...names.map((name) => `  ${String(EXIT[name]).padStart(3)}  ${other[name] ?? EXIT_SENTENCES[name]}`)].join('\n')
}

/** Something wrong with what was asked: exit code 2. */
export class UsageError extends Error {
	override name = 'UsageError'
}

/** Ctrl-C before anything was begun: exit code 130. */
export class InterruptedError extends Error {
	override name = 'InterruptedError'

	/** Nothing was begun. */
	constructor() {
		super('Interrupted. Nothing was changed.')
	}
}

/**
 * The exit code of a run.
 *
 * @param ending how it ended
 * @param state where it stands
 */
export function exitOfRun(ending: Ending, state: RolloutState): number {
	const spaces = [...state.spaces.values()]
	if (spaces.some(({ phase }) => phase === 'stuck')) {
		return EXIT.stuck
	}
	if (ending === 'interrupted') {
		return EXIT.interrupted
	}
	if (ending === 'paused' || ending === 'stopped' || ending === 'approval') {
		return EXIT.resumable
	}
	return ending === 'done' && spaces.some(({ failed, back }) => failed && !back) ? EXIT.failed : EXIT.ok
}

/**
 * The exit code of an error.
 *
 * @param error whatever was thrown
 */
export function exitOfError(error: unknown): number {
	if (error instanceof LeaseError) {
		return EXIT.leased
	}
	if (error instanceof PackError) {
		return EXIT.refusedPack
	}
	if (error instanceof JournalFullError) {
		return EXIT.resumable
	}
	if (error instanceof InterruptedError) {
		return EXIT.interrupted
	}
	const name = error instanceof Error ? error.name : ''
	return error instanceof JournalError || ['InventoryError', 'PlanError', 'UsageError', 'NoRolloutError', 'ListingError', 'SnapshotError'].includes(name) ? EXIT.usage : EXIT.failed
}
