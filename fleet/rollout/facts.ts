// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads the facts of many spaces, all hosts at once: for plans and scans. */

import type { Engine, Failure, SpaceFacts } from '../engines/engine.ts'
import type { Fleet, FleetHost } from '../inventory/expand.ts'

/** How to read. */
export interface FactsOptions {
	readonly engineFor: (host: FleetHost) => Engine
	/** Ids of the apps to look at. */
	readonly apps: readonly string[]
	readonly signal: AbortSignal
	/** Seconds for one space. */
	readonly timeout: number
	/** Numbers for reports, too. */
	readonly counts?: boolean
	/** Takes in the texts of the policies by their hashes: each once, not once per space. They are not asked for where this is absent. */
	readonly texts?: Map<string, string>
	readonly onRead?: (space: string, known: SpaceFacts | Failure) => void
}

/**
 * Reads the facts.
 *
 * @param fleet whose spaces
 * @param options how
 * @return by id of the space: facts, or why there are none; every space is in it
 */
export async function readFacts(fleet: Pick<Fleet, 'hosts' | 'spaces'>, { engineFor, apps, signal, timeout, counts = false, texts, onRead = () => {} }: FactsOptions): Promise<Map<string, SpaceFacts | Failure>> {
	const all = new Map<string, SpaceFacts | Failure>()
	const keep = (id: string, known: SpaceFacts | Failure) => {
		all.set(id, known)
		onRead(id, known)
	}
	await Promise.all(fleet.hosts.map(async (host) => {
		const spaces = fleet.spaces.filter((space) => space.host === host.name)
		if (spaces.length === 0) {
			return
		}
		const engine = engineFor(host)
		const refused = await engine.prepare(host, undefined, signal)
		if (refused === null) {
			const jobs = spaces.map(({ id, host, config, url }) => ({ id, action: 'facts' as const, apps, counts, texts: texts !== undefined, space: { id, host, config, ...url === undefined ? {} : { url } } }))
			for await (const result of engine.run(host, jobs, { jobs: host.jobs, timeout, signal })) {
				keep(result.space, withoutTexts(result.facts, texts) ?? result.error ?? { code: 'lost', message: 'The answer holds no facts.' })
			}
		}
		for (const { id } of spaces.filter(({ id }) => !all.has(id))) {
			keep(id, refused ?? { code: 'lost', message: 'The engine gave no answer.' })
		}
	}))
	return all
}

/** Ten thousand spaces hold the same few charters: they are kept once. */
function withoutTexts(facts: SpaceFacts | undefined, all: Map<string, string> | undefined): SpaceFacts | undefined {
	if (facts?.texts === undefined) {
		return facts
	}
	const { texts, ...rest } = facts
	for (const [app, text] of Object.entries(texts)) {
		const hash = facts.policies[app]
		if (text !== null && typeof hash === 'string') {
			all?.set(hash, text)
		}
	}
	return rest
}
