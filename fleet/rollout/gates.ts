// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whether a space is well, and whether a wave was. Judged from facts, never from an exit code. */

import type { Before, Enabled, PackTarget, SpaceFacts } from '../engines/engine.ts'
import type { KeptFailure } from '../journal/records.ts'
import type { Plan, PlannedSpace } from '../plan/types.ts'

/**
 * What is wrong with a space that should have the pack; null where it is well.
 *
 * @param facts of a fresh boot
 * @param space as planned
 * @param pack that it should have
 */
export function judgeForward(facts: SpaceFacts, space: Pick<PlannedSpace, 'before' | 'enable' | 'policies'>, pack: PackTarget): KeptFailure | null {
	const common = judgeCommon(facts, space.before)
	if (common !== null) {
		return common
	}
	if (facts.overlay.pack !== pack.version) {
		return gate(`The overlay names ${facts.overlay.pack === null ? 'no pack' : `pack ${facts.overlay.pack}`}, not ${pack.version}.`)
	}
	for (const [app, { version }] of Object.entries(pack.apps)) {
		const was = space.before.apps[app]?.enabled ?? false
		const has = facts.apps[app]
		const wanted: Enabled = was === false ? space.enable.includes(app) : was
		if (!same(has?.enabled ?? false, wanted)) {
			return gate(`${app} is ${say(has?.enabled ?? false)}; it should be ${say(wanted)}.`, app)
		}
		if (wanted !== false && has?.version !== version) {
			return gate(`${app} is at ${has?.version}, not at ${version}.`, app)
		}
		if (wanted !== false && has?.code !== version) {
			return gate(`The code of ${app} ${version} is not found.`, app)
		}
	}
	const [other] = Object.entries(space.policies ?? {}).find(([app, hash]) => facts.policies[app] !== hash) ?? []
	return other === undefined ? null : gate(`${other} does not hold the policy that it was given.`, other)
}

/**
 * What is wrong with a space that should be as it was; null where it is.
 *
 * @param facts of a fresh boot
 * @param before what it had
 * @param plan by which it had been changed
 */
export function judgeBack(facts: SpaceFacts, before: Before, { pack, texts }: Pick<Plan, 'pack' | 'texts'>): KeptFailure | null {
	const common = judgeCommon(facts, before)
	if (common !== null) {
		return common
	}
	if (facts.overlay.pack !== before.pack) {
		return gate(`The overlay names ${facts.overlay.pack === null ? 'no pack' : `pack ${facts.overlay.pack}`}, not ${before.pack ?? 'none'} as before.`)
	}
	for (const app of Object.keys(pack.apps)) {
		const was = before.apps[app]
		const has = facts.apps[app]
		if (!same(has?.enabled ?? false, was?.enabled ?? false)) {
			return gate(`${app} is ${say(has?.enabled ?? false)}; it was ${say(was?.enabled ?? false)}.`, app)
		}
		if (was !== undefined && was.enabled !== false && has?.version !== was.version) {
			return gate(`${app} is at ${has?.version}; it was at ${was.version}.`, app)
		}
	}
	// One whose text nobody knew could not be put back; the plan warned of it.
	const [other] = Object.entries(before.policies ?? {}).find(([app, hash]) => facts.policies[app] !== hash && (hash === null || texts[hash] !== undefined)) ?? []
	return other === undefined ? null : gate(`${other} does not hold the policy that it had.`, other)
}

/**
 * The number of failing spaces at which a wave stops.
 *
 * @param limit a number, or a share of the wave
 * @param size of the wave
 * @return at least 1
 */
export function failureLimit(limit: Plan['limits']['failures'], size: number): number {
	return typeof limit === 'number' ? limit : Math.max(1, Math.ceil(size * Number.parseFloat(limit) / 100 - 1e-9))
}

function judgeCommon(facts: SpaceFacts, before: Before): KeptFailure | null {
	if (facts.instanceId !== before.instanceId) {
		return gate('It has another instance id now.')
	}
	if (facts.needsDbUpgrade) {
		return gate('Nextcloud waits for an upgrade: code and database differ.')
	}
	if (facts.maintenance && !before.maintenance) {
		return gate('It is in maintenance mode and was not before.')
	}
	return facts.loglevel === before.loglevel ? null : gate(`The log level is ${facts.loglevel}; it was ${before.loglevel}.`)
}

function gate(message: string, app?: string): KeptFailure {
	return { code: 'gate', message, ...app === undefined ? {} : { app } }
}

function same(a: Enabled, b: Enabled): boolean {
	return typeof a === 'boolean' || typeof b === 'boolean' ? a === b : a.length === b.length && [...a].sort().every((group, index) => group === [...b].sort()[index])
}

function say(enabled: Enabled): string {
	return enabled === true ? 'on' : enabled === false ? 'off' : `on for ${enabled.length} groups`
}
