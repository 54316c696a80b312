// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Looks at many spaces for plan, scan, heal, policy and rollback: progress on a terminal, failures as they come. */

import type { Failure, SpaceFacts } from '../engines/engine.ts'
import type { Fleet } from '../inventory/expand.ts'
import type { Context } from './context.ts'
import type { Engines } from './engines.ts'

import { sayDuration } from '../inventory/duration.ts'
import { readFacts } from '../rollout/facts.ts'

/** Milliseconds between two changes of the moving line. */
const PACE = 150

/** What to look at. */
export interface LookOptions {
	/** Ids of the apps. */
	readonly apps: readonly string[]
	/** Numbers for reports, too. */
	readonly counts?: boolean
	/** Takes in the texts of policies by hash. */
	readonly texts?: Map<string, string>
	/** Only these spaces. */
	readonly only?: ReadonlySet<string>
	/** Says nothing. */
	readonly quiet?: boolean
}

/**
 * Reads the facts of spaces.
 *
 * @param context the command's
 * @param fleet whose spaces
 * @param engines that reach them
 * @param options what to look at
 * @return by id: facts, or why there are none
 */
export async function lookAtSpaces({ output, signal }: Pick<Context, 'output' | 'signal'>, fleet: Fleet, engines: Engines, { only, quiet = false, ...options }: LookOptions): Promise<Map<string, SpaceFacts | Failure>> {
	const spaces = only === undefined ? fleet.spaces : fleet.spaces.filter(({ id }) => only.has(id))
	const began = Date.now()
	const lively = output.lively && !quiet
	let read = 0
	let shown = 0
	const onRead = (id: string, known: SpaceFacts | Failure) => {
		read++
		if ('code' in known && !quiet) {
			output.remark(`${lively ? '\r\u001B[K' : ''}${output.paint('yellow', `! ${id}: ${known.message}`)}`)
		}
		if (lively && Date.now() - shown >= PACE) {
			shown = Date.now()
			output.err.write(`\r\u001B[K${lookLine(read, spaces.length, (shown - began) / 1000)}`)
		}
	}
	try {
		return await readFacts({ hosts: fleet.hosts, spaces }, { ...options, engineFor: engines.engineFor, signal, timeout: fleet.limits.timeout, onRead })
	} finally {
		if (lively) {
			output.err.write('\r\u001B[K')
		}
	}
}

/**
 * The line that moves: `looking at the spaces: 120 of 500 · 8.3/s · 46 s left`.
 *
 * @param read how many were looked at
 * @param total of how many
 * @param seconds since the beginning
 */
export function lookLine(read: number, total: number, seconds: number): string {
	const rate = read / Math.max(seconds, 0.001)
	return [`looking at the spaces: ${read} of ${total}`, `${rate.toFixed(1)}/s`, ...rate > 0 ? [`${sayDuration((total - read) / rate)} left`] : []].join(' · ')
}
