// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What is dangerous about a space, and what forbids touching it. From facts only. */

import type { PackTarget, SpaceFacts } from '../engines/engine.ts'
import type { Risk, Skipped } from './types.ts'

import { compareVersions } from './versions.ts'

/**
 * Why a space must not be touched, or null. The order is that of what a person would repair first.
 *
 * @param id the space's
 * @param facts about it
 * @param pack that is coming
 */
export function obstacle(id: string, facts: SpaceFacts, pack: PackTarget): Skipped | null {
	if (facts.maintenance) {
		return { id, code: 'maintenance', message: 'It is in maintenance mode. Whoever switched that on should switch it off.' }
	}
	if (facts.needsDbUpgrade && !halfDone(facts)) {
		return { id, code: 'core-upgrade', message: 'Nextcloud itself, or an app that is not ours, waits for "occ upgrade".' }
	}
	const major = Number.parseInt(facts.server, 10)
	const narrow = Object.entries(pack.apps).find(([, { nextcloud }]) => !(major >= nextcloud.min && major <= nextcloud.max))
	if (narrow !== undefined) {
		const [app, { version, nextcloud }] = narrow
		return { id, code: 'range', message: `${app} ${version} is for Nextcloud ${nextcloud.min} to ${nextcloud.max}; the space has ${facts.server}.` }
	}
	const lost = Object.entries(facts.apps).find(([app, { enabled, code }]) => enabled !== false && pack.apps[app] === undefined && (facts.overlay.pack !== null || code === null))
	if (lost !== undefined) {
		return { id, code: 'missing-app', message: `${lost[0]} is on in the space and is not in the pack.` }
	}
	return null
}

/**
 * What a person should know before a space is touched.
 *
 * @param facts about it
 * @param pack that is coming
 * @param more usualOwner: uid that most spaces of its host have; lost: apps whose present policy nobody could put back; oneWay: apps from which there is no way back
 */
export function risksOf(facts: SpaceFacts, pack: PackTarget, { usualOwner, lost = [], oneWay = [] }: { usualOwner: number | undefined, lost?: readonly string[], oneWay?: readonly string[] }): Risk[] {
	const risks: Risk[] = []
	const { flags, owner } = facts
	const add = (condition: boolean, code: Risk['code'], message: string) => condition && risks.push({ code, message })
	add(halfDone(facts), 'half-done', 'An earlier switch was not finished: code and database differ. This roll-out finishes it.')
	const unknown = Object.entries(facts.apps).find(([app, { enabled, code, version }]) => enabled !== false && pack.apps[app] !== undefined && code === null && version !== pack.apps[app].version)
	add(unknown !== undefined, 'unknown-version', `${unknown?.[0]} ${unknown?.[1].version} is on, and its code is nowhere to be found: there is no way back to it.`)
	const older = Object.entries(pack.apps).find(([app, { version }]) => facts.apps[app] !== undefined && compareVersions(facts.apps[app].version, version) > 0)
	add(older !== undefined, 'downgrade', `${older?.[0]} goes back from ${older === undefined ? '' : facts.apps[older[0]]?.version} to ${older?.[1].version}.`)
	add(flags.appstoreenabled !== false, 'app-store', 'The app store is on (appstoreenabled is not false): Nextcloud may fetch other code.')
	add(flags['upgrade.disable-web'] !== true, 'web-updater', 'The web updater is on (upgrade.disable-web is not true): a visitor may see its page for a moment.')
	add(owner.uid === 0, 'owner', 'config.php belongs to root.')
	add(owner.uid !== 0 && usualOwner !== undefined && owner.uid !== usualOwner, 'owner', `config.php belongs to uid ${owner.uid}; most spaces of this host belong to uid ${usualOwner}.`)
	add(facts.loglevel === 0, 'debug-log', 'The log level is 0 (debug), perhaps left by an interrupted upgrade.')
	if (oneWay.length > 0) {
		risks.push({ code: 'one-way', message: `A migration of ${oneWay.join(', ')} is not additive: there is no way back.`, apps: oneWay })
	}
	add(lost.length > 0, 'policy-lost', `The policy of ${lost.join(', ')} in this space is not known here: it could not be put back.`)
	return risks
}

/** Of an app of ours that is on, the code found and the version in the database differ: a switch that was not finished. */
function halfDone(facts: SpaceFacts): boolean {
	return facts.needsDbUpgrade && Object.values(facts.apps).some(({ enabled, code, version }) => enabled !== false && code !== null && code !== version)
}
