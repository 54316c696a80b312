// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What is different about a space from what it should be. Pure. */

import type { Failure, PackTarget, SpaceFacts } from '../engines/engine.ts'
import type { FleetHost } from '../inventory/expand.ts'
import type { Expected } from './expected.ts'

import { overlayFor } from '../engines/engine.ts'

/**
 * Kinds of drift. `heal` can put back: pack, overlay, version, off, half-done, policy. A person has to look at the others.
 *
 * `unreadable`: no facts. `unsettled`: a roll-out left it between two packs. `instance`: another Nextcloud than before.
 * `pack`: another pack. `overlay`: the right pack, written otherwise. `version`: an app at another version. `off`: an app
 * is off that was on. `code`: an app's code is not found. `half-done`: code and database differ. `policy`: not the
 * inventory's. `flags`: app store or web updater on. `maintenance`, `core-upgrade`, `debug-log`: as they say.
 */
export const DRIFTS = ['unreadable', 'unsettled', 'instance', 'pack', 'overlay', 'version', 'off', 'code', 'half-done', 'policy', 'flags', 'maintenance', 'core-upgrade', 'debug-log'] as const

/** A kind of drift. */
export type DriftCode = typeof DRIFTS[number]

/** One difference. */
export interface Drift {
	readonly code: DriftCode
	readonly message: string
}

/** What heal can put back. */
export const HEALED: ReadonlySet<DriftCode> = new Set(['pack', 'overlay', 'version', 'off', 'half-done', 'policy'])

/** What forbids to touch a space, whatever else is different about it. */
export const FORBIDS: ReadonlySet<DriftCode> = new Set(['unreadable', 'unsettled', 'instance', 'maintenance', 'core-upgrade'])

/** What a space is compared with. */
export interface DriftInput {
	readonly host: FleetHost
	/** What journals say; undefined where no roll-out went over it: then its own pack is what counts. */
	readonly expected: Expected | undefined
	/** The expected pack; undefined where nobody knows it any more. */
	readonly pack: PackTarget | undefined
	/** App → hash of the policies of the inventory that it does not hold. */
	readonly missingPolicies: Readonly<Record<string, string>>
}

/**
 * Compares.
 *
 * @param known its facts
 * @param input what it should be
 * @return nothing where all is as it should be
 */
export function driftOf(known: SpaceFacts | Failure, { host, expected, pack, missingPolicies }: DriftInput): Drift[] {
	if ('code' in known) {
		return [{ code: 'unreadable', message: known.message }]
	}
	const found: Drift[] = []
	const add = (code: DriftCode, message: string) => void found.push({ code, message })
	if (expected !== undefined && !expected.settled) {
		add('unsettled', `The roll-out ${expected.rollout} left it between two packs.`)
	}
	if (expected !== undefined && expected.instanceId !== known.instanceId) {
		add('instance', `It has the instance id ${known.instanceId}; it had ${expected.instanceId}.`)
	}
	const wanted = expected === undefined ? known.overlay.pack : expected.pack
	if (known.overlay.pack !== wanted) {
		add('pack', `It has ${say(known.overlay.pack)}; it should have ${say(wanted)}.`)
	} else if (wanted !== null && known.overlay.bytes !== overlayFor(host, wanted)) {
		add('overlay', 'Its overlay names the right pack and is written otherwise.')
	}
	compareApps(known, expected, known.overlay.pack === wanted ? pack : undefined, add)
	if (known.needsDbUpgrade) {
		const ours = Object.values(known.apps).some(({ enabled, code, version }) => enabled !== false && code !== null && code !== version)
		add(ours ? 'half-done' : 'core-upgrade', ours ? 'Code and database differ: a switch was not finished.' : 'Nextcloud itself, or an app that is not ours, waits for "occ upgrade".')
	}
	Object.keys(missingPolicies).forEach((app) => add('policy', `${app} does not hold the inventory's policy.`))
	if (known.flags.appstoreenabled !== false) {
		add('flags', 'The app store is on (appstoreenabled is not false).')
	}
	if (known.flags['upgrade.disable-web'] !== true) {
		add('flags', 'The web updater is on (upgrade.disable-web is not true).')
	}
	if (known.maintenance) {
		add('maintenance', 'It is in maintenance mode.')
	}
	if (known.loglevel === 0) {
		add('debug-log', 'The log level is 0 (debug), perhaps left by an interrupted upgrade.')
	}
	return found
}

function compareApps(known: SpaceFacts, expected: Expected | undefined, pack: PackTarget | undefined, add: (code: DriftCode, message: string) => void): void {
	for (const app of expected?.on ?? []) {
		if ((known.apps[app]?.enabled ?? false) === false) {
			add('off', `${app} is off; it was on.`)
		}
	}
	for (const [app, { version, enabled, code }] of Object.entries(known.apps)) {
		const right = pack?.apps[app]?.version
		if (enabled !== false && code === null) {
			add('code', `${app} is on and its code is not found.`)
		} else if (enabled !== false && right !== undefined && version !== right && !known.needsDbUpgrade) {
			add('version', `${app} is at ${version}; the pack has ${right}.`)
		}
	}
}

function say(pack: string | null): string {
	return pack === null ? 'no pack' : `pack ${pack}`
}
