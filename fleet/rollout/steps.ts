// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Takes spaces step by step to an end, each step written down before and after it. */

import type { Engine, JobResult, SpaceJob } from '../engines/engine.ts'
import type { KeptFailure, Step } from '../journal/records.ts'
import type { Plan, PlannedSpace } from '../plan/types.ts'
import type { Ledger } from './ledger.ts'

import { policyValues } from '../plan/policies.ts'
import { judgeBack, judgeForward } from './gates.ts'
import { all } from './ledger.ts'
import { nextStep } from './machine.ts'

/** Seconds between looks while waiting. */
export const LOOK = 5
/** How often a locked space is tried again. */
const LOCK_ROUNDS = 6
const STEP_ORDER: readonly Step[] = ['apply', 'verify', 'restore', 'check']

/**
 * Spaces that were begun and are not at an end.
 *
 * @param ledger of the roll-out
 */
export function unsettled({ state }: Ledger): string[] {
	return [...state.spaces].filter(([, space]) => nextStep(space, false) !== null).map(([id]) => id)
}

/**
 * Brings everything to its end that was begun, in whatever wave.
 *
 * @param ledger of the roll-out
 */
export async function settle(ledger: Ledger): Promise<void> {
	await all([...ledger.byHost(unsettled(ledger))].map(([host, ids]) => converge(ledger, host, ids, false)))
}

/**
 * Step after step for some spaces of a host, until each is at an end or the signal comes.
 *
 * @param ledger of the roll-out
 * @param name of the host
 * @param ids of the spaces
 * @param mayBegin whether those that wait are begun
 */
export async function converge(ledger: Ledger, name: string, ids: readonly string[], mayBegin: boolean): Promise<void> {
	const { host, engine } = ledger.reach(name)
	for (let first = mayBegin; ;first = false) {
		const due = ids.map((id) => [id, nextStep(ledger.state.spaces.get(id)!, first)] as const)
		const step = STEP_ORDER.find((candidate) => due.some(([, next]) => next === candidate))
		if (step === undefined || ledger.input.signal.aborted) {
			return
		}
		await takeStep(ledger, host, engine, step, due.filter(([, next]) => next === step).map(([id]) => id))
	}
}

/**
 * One step for some spaces of a host.
 *
 * @param ledger of the roll-out
 * @param host where
 * @param engine that reaches it
 * @param step which
 * @param ids of the spaces
 */
export async function takeStep(ledger: Ledger, host: Plan['hosts'][number], engine: Engine, step: Step, ids: readonly string[]): Promise<void> {
	const { plan, signal, clock } = ledger.input
	ledger.write(ids.map((space) => ({ type: 'space-begun', space, step })))
	let open = new Set(ids)
	for (let round = 0; open.size > 0; round++) {
		const jobs = [...open].map((id) => jobOf(plan, step, ledger.planned(id)))
		const locked = new Set<string>()
		for await (const result of engine.run(host, jobs, { jobs: host.jobs, timeout: plan.limits.timeout, signal })) {
			if (!open.delete(result.space)) {
				continue
			}
			if (result.error?.code === 'locked' && round < LOCK_ROUNDS && !signal.aborted) {
				locked.add(result.space)
			} else {
				ledger.write([{ type: 'space-ended', space: result.space, step, error: await judge(ledger, result, step), seconds: result.seconds }])
			}
		}
		ledger.write([...open].map((space) => ({ type: 'space-ended', space, step, error: { code: 'lost', message: 'The engine gave no answer.' }, seconds: 0 })))
		open = locked
		if (locked.size > 0) {
			// A child of a controller that died may still be at work: it is let finish.
			await clock.sleep(LOOK, signal)
		}
	}
}

/** What a result means: an engine's "ok" only says that it has answered. */
async function judge(ledger: Ledger, result: JobResult, step: Step): Promise<KeptFailure | null> {
	const { plan, probe, signal } = ledger.input
	const space = ledger.planned(result.space)
	if (!result.ok) {
		const error = result.error ?? { code: 'lost', message: 'It failed without a reason.' }
		return error.code === 'cancelled' && !signal.aborted ? { code: 'lost', message: 'It was not begun, and nobody asked for that.' } : error
	}
	if (step === 'apply' || step === 'restore') {
		return null
	}
	if (result.facts === undefined) {
		return { code: 'lost', message: 'The answer holds no facts.' }
	}
	return (step === 'verify' ? judgeForward(result.facts, space, plan.pack) : judgeBack(result.facts, space.before, plan)) ?? await probe?.(space) ?? null
}

/**
 * The job of a step.
 *
 * @param plan whose pack and policies
 * @param step which
 * @param space as planned
 */
export function jobOf({ pack, texts }: Plan, step: Step, space: PlannedSpace): SpaceJob {
	const { before, enable, policies } = space
	const base = { id: `${step}:${space.id}`, space: { id: space.id, host: space.host, config: space.config, ...space.url === undefined ? {} : { url: space.url } } }
	switch (step) {
		case 'apply': {
			const values = policyValues(policies, texts)
			return { ...base, action: 'apply', pack, before, enable, ...values === undefined ? {} : { values } }
		}
		case 'restore': {
			const values = policyValues(before.policies, texts)
			return { ...base, action: 'restore', pack, before, ...values === undefined ? {} : { values } }
		}
		default:
			return { ...base, action: 'verify', apps: Object.keys(pack.apps) }
	}
}
