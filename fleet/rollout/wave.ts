// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** One wave: its hosts made ready, its spaces taken to an end, its gate. */

import type { Ledger } from './ledger.ts'
import type { Ending } from './run.ts'

import { mayBegin, mayGoOn } from './hold.ts'
import { all } from './ledger.ts'
import { nextStep } from './machine.ts'
import { converge, settle, takeStep } from './steps.ts'

/** Spaces handed out at once grow from `jobs` to so many times `jobs`, while nothing fails. */
const MOST = 8

/**
 * Stops a roll-out; a person resumes it.
 *
 * @param ledger of the roll-out
 * @param reason for people
 */
export function stop(ledger: Ledger, reason: string): Ending {
	ledger.write([{ type: 'stopped', reason }])
	return 'stopped'
}

/**
 * One wave, from where it stands.
 *
 * @param ledger of the roll-out
 * @param wave which
 * @return null when it is through, or when somebody aborted
 */
export async function runWave(ledger: Ledger, wave: number): Promise<Ending | null> {
	const { state, input: { plan, signal, journal } } = ledger
	const spaces = plan.waves[wave]!.spaces
	for (;;) {
		const hold = await mayGoOn(ledger, wave)
		if (hold !== null || state.aborted) {
			return hold
		}
		if (!state.begun) {
			ledger.write([{ type: 'wave-begun', wave }])
		}
		const hosts = ledger.byHost(spaces.filter((id) => nextStep(state.spaces.get(id)!, true) !== null))
		if (hosts.size === 0) {
			break
		}
		const refusals = (await Promise.all([...hosts.keys()].map((host) => prepare(ledger, host)))).filter((reason) => reason !== null)
		if (refusals.length > 0 && !signal.aborted) {
			return stop(ledger, refusals.join(' '))
		}
		await all([...hosts].map(([host, ids]) => onHost(ledger, host, wave, ids)))
		await settle(ledger)
		if (ledger.tooMany(wave)) {
			return stop(ledger, `${state.failures} of ${spaces.length} spaces of wave ${wave + 1} failed.`)
		}
	}
	const gate = await askGate(ledger, wave)
	if (gate !== null) {
		return signal.aborted ? 'interrupted' : stop(ledger, gate)
	}
	ledger.write([{ type: 'wave-ended', wave }])
	journal.seal()
	return null
}

async function prepare(ledger: Ledger, name: string): Promise<string | null> {
	const { state, input: { plan, signal, engineFor } } = ledger
	const host = ledger.host(name)
	if (host === undefined) {
		return `The plan has no host "${name}".`
	}
	if (state.hosts.get(name) === 'ready') {
		return null
	}
	ledger.write([{ type: 'host-begun', host: name }])
	const error = await engineFor(host).prepare(host, plan.pack, signal)
	ledger.write([{ type: 'host-ended', host: name, error }])
	return error === null ? null : `${name}: ${error.message}`
}

/** The spaces of a wave on one host, a few at first, more while all goes well. */
async function onHost(ledger: Ledger, name: string, wave: number, ids: readonly string[]): Promise<void> {
	const { state } = ledger
	const { jobs } = ledger.reach(name).host
	const queue = [...ids]
	for (let size = jobs; queue.length > 0 && mayBegin(ledger, wave);) {
		const { failures } = state
		await converge(ledger, name, queue.splice(0, size), true)
		size = state.failures === failures ? Math.min(size * 2, jobs * MOST) : jobs
		ledger.look()
	}
}

/** Looks at some spaces of the wave once more, and asks the check of one's own. */
async function askGate(ledger: Ledger, wave: number): Promise<string | null> {
	const { state, input: { plan, waveGate, signal } } = ledger
	const done = plan.waves[wave]!.spaces.filter((id) => state.spaces.get(id)!.phase === 'done').slice(0, plan.gates.recheck)
	await all([...ledger.byHost(done)].map(([name, ids]) => {
		const { host, engine } = ledger.reach(name)
		return takeStep(ledger, host, engine, 'verify', ids)
	}))
	await settle(ledger)
	if (signal.aborted) {
		return 'interrupted'
	}
	const reason = ledger.tooMany(wave) ? `${state.failures} spaces of wave ${wave + 1} are not well.` : await waveGate?.(wave) ?? null
	ledger.write([{ type: 'gate', wave, pass: reason === null, reason: reason ?? `${done.length} spaces were looked at once more and are well.` }])
	return reason
}
