// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The state folder: one folder per roll-out with its plan, its journal and what others asked of it. */

import type { JournalEvent } from '../journal/records.ts'
import type { Plan } from '../plan/types.ts'
import type { RolloutState } from './state.ts'

import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJournalFile } from '../journal/journal.ts'
import { eventSchema } from '../journal/records.ts'
import { readPlan, writePlan } from '../plan/hash.ts'
import { replay } from './state.ts'

/** A roll-out on disk. */
export interface StoredRollout {
	readonly id: string
	readonly dir: string
	readonly plan: Plan
	readonly journal: string
}

/** There is no such roll-out: exit code 2. */
export class NoRolloutError extends Error {
	override name = 'NoRolloutError'
}

/**
 * Begins a roll-out's folder. Its name sorts by time.
 *
 * @param stateDir the state folder; made where it is not there
 * @param plan what is rolled out
 * @param now in milliseconds
 */
export function createRollout(stateDir: string, plan: Plan, now: number): StoredRollout {
	// Two within a second, or a clock that was set back: the newest must still be the last by name.
	const at = Math.max(now, ...listRollouts(stateDir).slice(-1).map((last) => timeOf(last) + 1000))
	const id = `${new Date(at).toISOString().replaceAll(/[-:]/g, '').replace(/\..*/, '')}-${plan.pack.version}-${plan.hash.slice(0, 6)}`
	const dir = join(stateDir, 'rollouts', id)
	const temporary = join(stateDir, `.new-${randomUUID()}`)
	mkdirSync(join(temporary, 'requests'), { recursive: true, mode: 0o750 })
	writeFileSync(join(temporary, 'plan.json'), writePlan(plan), { flush: true, mode: 0o640 })
	mkdirSync(join(stateDir, 'rollouts'), { recursive: true })
	renameSync(temporary, dir)
	return { id, dir, plan, journal: join(dir, 'journal.jsonl') }
}

/**
 * Names of all roll-outs, oldest first.
 *
 * @param stateDir the state folder
 */
export function listRollouts(stateDir: string): string[] {
	const dir = join(stateDir, 'rollouts')
	return existsSync(dir) ? readdirSync(dir).filter((name) => existsSync(join(dir, name, 'plan.json'))).sort() : []
}

/**
 * Opens a roll-out.
 *
 * @param stateDir the state folder
 * @param id which; the newest unless said
 * @throws NoRolloutError; PlanError where its plan was changed
 */
export function openRollout(stateDir: string, id?: string): StoredRollout {
	const known = listRollouts(stateDir)
	const name = id ?? known.at(-1)
	if (name === undefined || !known.includes(name)) {
		throw new NoRolloutError(name === undefined ? 'There was no roll-out yet.' : `There is no roll-out "${name}".`)
	}
	const dir = join(stateDir, 'rollouts', name)
	return { id: name, dir, plan: readPlan(readFileSync(join(dir, 'plan.json'), 'utf8')), journal: join(dir, 'journal.jsonl') }
}

/**
 * Where a roll-out stands, without disturbing the controller that may be at work.
 *
 * @param rollout which
 */
export function stateOf(rollout: StoredRollout): { state: RolloutState, torn: number } {
	const { records, torn } = existsSync(rollout.journal) ? readJournalFile(rollout.journal) : { records: [], torn: 0 }
	return { state: replay(rollout.plan, records), torn }
}

/**
 * Asks the controller of a roll-out for something; it looks every few seconds, or when it is started next.
 *
 * @param rollout which
 * @param event what is asked
 */
export function request(rollout: StoredRollout, event: JournalEvent): void {
	const name = `${String(Date.now()).padStart(15, '0')}-${randomUUID()}`
	writeFileSync(join(rollout.dir, `.${name}`), JSON.stringify(event), { flush: true, mode: 0o640 })
	renameSync(join(rollout.dir, `.${name}`), join(rollout.dir, 'requests', `${name}.json`))
}

/**
 * What was asked, for the controller: each call gives what is new. A request is removed once the next call shows that
 * the controller has written it down; what was asked twice by a crash in between does no harm.
 *
 * @param rollout which
 */
export function requestsOf(rollout: StoredRollout): () => JournalEvent[] {
	const dir = join(rollout.dir, 'requests')
	let given: string[] = []
	return () => {
		given.forEach((name) => rmSync(join(dir, name), { force: true }))
		given = readdirSync(dir).filter((name) => name.endsWith('.json')).sort()
		return given.flatMap((name) => {
			const event = eventSchema.safeParse(parse(readFileSync(join(dir, name), 'utf8')))
			return event.success ? [event.data] : []
		})
	}
}

/** When a roll-out began, by its name, in milliseconds; 0 for other names. */
function timeOf(name: string): number {
	const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-/.exec(name) ?? []
	return year === undefined ? 0 : Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return null
	}
}
