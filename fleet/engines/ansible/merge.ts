// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Takes what hosts wrote down while Ansible carried a plan out into the roll-out's own journal. */

import type { Journal } from '../../journal/journal.ts'
import type { JournalEvent, Step } from '../../journal/records.ts'
import type { Plan } from '../../plan/types.ts'

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../journal/canonical.ts'
import { JournalError } from '../../journal/line.ts'
import { STEPS } from '../../journal/records.ts'
import { failureLimit } from '../../rollout/gates.ts'
import { nextStep } from '../../rollout/machine.ts'
import { applyRecord, replay } from '../../rollout/state.ts'
import { waveDir } from './bundle.ts'
import { readHostJournal } from './hostJournal.ts'

/** How much of which host's journal was taken in: bytes, and their hash. By path in the bundle. */
export type Taken = Readonly<Record<string, { readonly bytes: number, readonly sha256: string }>>

/** What a merge found. */
export interface Found {
	readonly events: readonly JournalEvent[]
	readonly taken: Taken
	/** Lines that nobody can read: a host died in the middle of one. */
	readonly unreadable: number
}

/**
 * Reads the journals of a bundle that came since the last time, in the order of their times.
 *
 * @param dir of the bundle
 * @param plan of the bundle
 * @param before what was taken in already
 * @throws JournalError where a host speaks of spaces that are not its own, or changed what it had said
 */
export function readBundle(dir: string, plan: Plan, before: Taken): Found {
	const own = new Map(plan.spaces.map(({ id, host }) => [id, host]))
	const taken: Record<string, Taken[string]> = { ...before }
	const found: { at: string, event: JournalEvent }[] = []
	let unreadable = 0
	for (const path of plan.waves.flatMap((_, wave) => journalsIn(dir, waveDir('journals', wave)))) {
		const bytes = readFileSync(join(dir, path))
		const known = before[path] ?? { bytes: 0, sha256: sha256('') }
		if (bytes.length < known.bytes || sha256(bytes.subarray(0, known.bytes)) !== known.sha256) {
			throw new JournalError(`${path} was changed or cut since it was last merged.`, 0)
		}
		// Without its end, a line may still be about to be written.
		const whole = bytes.lastIndexOf('\n') + 1
		const journal = readHostJournal(bytes.subarray(known.bytes, whole).toString())
		unreadable += journal.unreadable
		const host = /([^/]+)\.jsonl$/.exec(path)![1]
		for (const entry of journal.entries) {
			const step = stepOf('begun' in entry ? entry.begun : entry.id)
			if (step === null || own.get(entry.space) !== host) {
				throw new JournalError(`${path} speaks of "${entry.space}", which the plan does not have on that host.`, 0)
			}
			found.push({ at: entry.at, event: 'begun' in entry
				? { type: 'space-begun', space: entry.space, step }
				: { type: 'space-ended', space: entry.space, step, error: entry.ok ? null : entry.error ?? { code: 'lost', message: 'It failed without a reason.' }, seconds: entry.seconds } })
		}
		taken[path] = { bytes: whole, sha256: sha256(bytes.subarray(0, whole)) }
	}
	// Stable: what one host wrote stays in its order.
	return { events: found.sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0).map(({ event }) => event), taken, unreadable }
}

/**
 * Writes what hosts did into a roll-out's journal, with the waves it makes up, and says where that leaves it.
 *
 * @param journal of the roll-out; the caller holds the lease
 * @param plan its plan
 * @param events as readBundle() found them
 * @param who id of the roll-out, and who merges
 * @throws JournalError where the roll-out has ended otherwise
 */
export function takeIn(journal: Journal, plan: Plan, events: readonly JournalEvent[], { id, by }: { id: string, by: string }): void {
	const state = replay(plan, journal.takeRecords())
	const write = (some: readonly JournalEvent[]) => journal.appendAll(some).forEach((record) => applyRecord(state, plan, record))
	if (state.id === null) {
		write([{ type: 'rollout-started', rollout: id, plan: plan.hash, pack: plan.pack.version, waves: plan.waves.map(({ spaces }) => spaces.length), by, why: 'carried out by Ansible' }])
	} else if (state.outcome !== null && events.length > 0) {
		throw new JournalError('The roll-out has come to its end, and hosts did more since. Look at them: "ensemble scan".', journal.head.n)
	} else if (state.outcome === null && events.length > 0) {
		write([{ type: 'resumed', by }])
	}
	const waveOf = new Map(plan.waves.flatMap(({ spaces }, wave) => spaces.map((space) => [space, wave] as const)))
	const closeWave = (): boolean => {
		const { spaces } = plan.waves[state.wave]!
		const whole = spaces.every((space) => nextStep(state.spaces.get(space)!, true) === null && state.spaces.get(space)!.phase !== 'stuck')
		if (whole && state.failures < failureLimit(plan.limits.failures, spaces.length)) {
			write([{ type: 'gate', wave: state.wave, pass: true, reason: 'Each space was judged on its host by a fresh boot.' }, { type: 'wave-ended', wave: state.wave }])
			return true
		}
		return false
	}
	for (const event of events) {
		const wave = event.type === 'space-begun' || event.type === 'space-ended' ? waveOf.get(event.space) ?? 0 : 0
		while (wave > state.wave && closeWave()) {
			// The playbook went on to the next wave, so this one was through.
		}
		if (wave === state.wave && !state.begun) {
			write([{ type: 'wave-begun', wave }])
		}
		write([event])
	}
	while (state.outcome === null && state.wave < plan.waves.length && state.begun && closeWave()) {
		// The last one that was worked on.
	}
	if (state.outcome === null && state.wave === plan.waves.length) {
		write([{ type: 'rollout-ended', outcome: 'done' }])
	} else if (events.length > 0) {
		write([{ type: 'stopped', reason: state.failures > 0 ? `${state.failures} spaces failed.` : 'The playbook did not come to its end.' }])
	}
	journal.seal()
}

function journalsIn(dir: string, folder: string): string[] {
	return existsSync(join(dir, folder)) ? readdirSync(join(dir, folder)).filter((name) => name.endsWith('.jsonl')).sort().map((name) => `${folder}/${name}`) : []
}

function stepOf(id: string): Step | null {
	return STEPS.find((step) => id.startsWith(`${step}:`)) ?? null
}
