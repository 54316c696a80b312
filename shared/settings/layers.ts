// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Settings in layers: built-in default < the host's default < the space's own choice < the host's lock. And what the host decides alone. */

import type { Contract, Host } from '../contract/define.ts'
import type { Source } from '../contract/settings.ts'

import { z } from 'zod'
import { validate } from '../contract/validate.ts'

/** What the host writes for one app (app config `fleet_policy`). */
export interface Policy {
	/** Fields the space may change. */
	defaults?: Record<string, unknown>
	/** Fields the space cannot change. */
	locked?: Record<string, unknown>
	/** What no space has a field for: the contract's `host`. */
	host?: Record<string, unknown>
}

/** What of an app's contract a policy speaks of. */
export type Layered = Pick<Contract, 'host' | 'settings'>

/** What is stored about the settings of one app. */
export interface Layers {
	/** App config `fleet_policy`; undefined, null or an empty text = none. */
	policy: unknown
	/** The last policy that was valid; it stays in force while `policy` is not. */
	lastGoodPolicy?: unknown
	/** App config `settings`, the space's own choice; undefined or null = none. */
	choice: unknown
}

/** Settings in force. */
export interface Resolved<C extends Layered> {
	values: z.output<C['settings']>
	/** What the host decides alone; its defaults where there is no policy. */
	host: Host<C>
	/** Field → where its value comes from. */
	sources: Record<string, Source>
	/** The policy in force, null for none. A server keeps it as the next `lastGoodPolicy`. */
	policy: Policy | null
}

/** The outcome of a change: what to store as the space's choice, or the field that the host has locked. */
export type Changed = { ok: true, choice: Record<string, unknown> } | { ok: false, error: 'locked', field: string }

/** The schema with every field optional and without its default: what one layer may hold. */
function layer(schema: z.ZodObject): z.ZodObject {
	return z.strictObject(Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => {
		const inner = field instanceof z.ZodDefault ? field.unwrap() : field
		return [name, z.optional(inner as z.ZodType)]
	})))
}

/**
 * The schema of a host's policy for an app. There is no part `host` where the host decides nothing alone.
 *
 * @param contract the app's
 */
export function policySchema({ settings, host }: Layered): z.ZodObject {
	const layers = { defaults: layer(settings).optional(), locked: layer(settings).optional() }
	return z.strictObject(host === undefined ? layers : { ...layers, host: host.optional() })
}

function policyInForce(contract: Layered, { policy, lastGoodPolicy }: Layers): Policy | null {
	// Taken away on purpose is not invalid: then there is no policy.
	if (policy === undefined || policy === null || policy === '') {
		return null
	}
	for (const candidate of [policy, lastGoodPolicy]) {
		if (candidate !== undefined && candidate !== null) {
			const checked = validate(policySchema(contract), candidate)
			if (checked.ok) {
				return checked.value
			}
		}
	}
	return null
}

/** The space's stored choice. Invalid (an older release allowed more), it is ignored as a whole, so that no half of it surprises. */
function storedChoice(schema: z.ZodObject, choice: unknown): Record<string, unknown> {
	const checked = validate(layer(schema), choice ?? {})
	return checked.ok ? checked.value : {}
}

/**
 * The settings in force and where each comes from. Never throws for stored values, however wrong: the layer that is
 * wrong does not count.
 *
 * @param contract the app's; each field of its settings and of its `host` has a default
 * @param layers what is stored
 */
export function resolveSettings<C extends Layered>(contract: C, layers: Layers): Resolved<C> {
	const schema: C['settings'] = contract.settings
	const policy = policyInForce(contract, layers)
	const choice = storedChoice(schema, layers.choice)
	const found: Array<[Source, Record<string, unknown>]> = [['locked', policy?.locked ?? {}], ['space', choice], ['fleet', policy?.defaults ?? {}]]
	const given: Record<string, unknown> = {}
	const sources: Record<string, Source> = {}
	for (const name of Object.keys(schema.shape)) {
		const [source, values] = found.find(([, values]) => Object.hasOwn(values, name)) ?? ['built-in', {}]
		sources[name] = source
		if (source !== 'built-in') {
			given[name] = (values as Record<string, unknown>)[name]
		}
	}
	const host = contract.host?.parse(policy?.host ?? {}) ?? {}
	return { values: schema.parse(given), host: host as Host<C>, sources, policy }
}

/**
 * What to store after the space has changed its choice.
 *
 * @param contract the app's
 * @param layers what is stored now
 * @param change the body of `PUT /api/v1/settings`, already checked: absent = unchanged, null = back to the default
 * @return the new choice to store, or the first field (in the schema's order) that is locked
 */
export function changeSettings(contract: Layered, layers: Layers, change: Record<string, unknown>): Changed {
	const schema = contract.settings
	const locked = policyInForce(contract, layers)?.locked ?? {}
	const refused = Object.keys(schema.shape).find((name) => Object.hasOwn(change, name) && change[name] !== undefined && Object.hasOwn(locked, name))
	if (refused !== undefined) {
		return { ok: false, error: 'locked', field: refused }
	}
	const choice = { ...storedChoice(schema, layers.choice) }
	for (const [name, value] of Object.entries(change)) {
		if (value === null) {
			delete choice[name]
		} else if (value !== undefined) {
			choice[name] = value
		}
	}
	return { ok: true, choice }
}
