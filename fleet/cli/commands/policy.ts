// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `ensemble policy`: checks, shows and pushes what the host decides for its spaces. */

import type { Command } from 'commander'
import type { Fleet, Policies } from '../../inventory/expand.ts'
import type { Context } from '../context.ts'

import { makePlan } from '../../plan/plan.ts'
import { PolicyBook } from '../../plan/policies.ts'
import { byPack } from '../byPack.ts'
import { load } from '../context.ts'
import { openEngines } from '../engines.ts'
import { UsageError } from '../exitCodes.ts'
import { lookWhole } from '../facts.ts'
import { teach } from '../teach.ts'
import { many } from '../words.ts'
import { carryPlans } from './carryPlans.ts'

const CHECK = 'Reads the policies of the inventory (also those in files), and checks them as the apps themselves would. Reaches no host. Complaints name file, line and column.'

interface PushOptions {
	readonly space?: string[]
	readonly app?: string[]
	readonly dryRun?: boolean
	readonly breakLease?: boolean
}

/**
 * Adds the commands.
 *
 * @param program the whole
 * @param context gives the surroundings once options are read
 */
export function addPolicy(program: Command, context: () => Context): void {
	const check = () => showPolicies(context())
	const policy = teach(program.command('policy').summary('check, show and push policies').description(`${CHECK} The same as "ensemble policy check".`).action(check), [
		['ensemble policy', 'are they right?'],
		['ensemble policy push --dry-run', 'where would they change something?'],
		['ensemble policy push', 'brings them to the spaces, canaries first'],
	])
	teach(policy.command('check').summary('check the policies of the inventory').description(CHECK).action(check), [['ensemble policy check', 'which policies there are, and for how many spaces']])
	teach(policy.command('show').argument('<space>', 'whose').summary('show the policies of a space').description('Shows the policies that the inventory gives to a space, as its apps will hold them (app value "fleet_policy").').action((id: string) => {
		const { output, options } = context()
		const space = load(options).fleet().spaces.find((one) => one.id === id)
		if (space === undefined) {
			throw new UsageError(`The inventory has no space "${id}".`)
		}
		output.json({ space: id, policies: space.policies })
		output.line(Object.keys(space.policies).length === 0 ? `The inventory has no policies for ${id}.` : JSON.stringify(space.policies, null, '  '))
	}), [['ensemble policy show space-007', 'with what only this space has']])
	teach(policy.command('push').summary('bring the policies to the spaces').description('A roll-out of its own, with waves, gates and a journal: looks at every space, and gives the policies to those that do not hold them. Nothing else changes. "ensemble rollback --all" puts back the policies that were there. To take a policy away, make it empty: {}.')
		.option('--space <id...>', 'only these spaces').option('--app <id...>', 'only the policies of these apps')
		.option('--dry-run', 'only say what would change')
		.option('--break-lease', 'take over from a controller that you know to be dead')
		.action((options: PushOptions) => push(context(), options)), [
		['ensemble policy push --dry-run', 'changes nothing'],
		['ensemble policy push', 'canaries first, then wave after wave'],
		['ensemble policy push --app ensemble_quota --space space-007', 'one app in one space'],
	], ['failed', 'resumable', 'stuck', 'leased', 'interrupted'])
}

async function push(context: Context, { space, app, dryRun, breakLease }: PushOptions): Promise<void> {
	const loaded = load(context.options)
	const whole = loaded.fleet()
	const fleet = app === undefined ? whole : { ...whole, spaces: whole.spaces.map((one) => ({ ...one, policies: onlyApps(one.policies, app) })) }
	const only = new Set(space ?? fleet.spaces.map(({ id }) => id))
	const unknown = [...only].find((id) => !fleet.spaces.some((one) => one.id === id))
	if (unknown !== undefined) {
		throw new UsageError(`The inventory has no space "${unknown}".`)
	}
	if (fleet.spaces.every(({ id, policies }) => !only.has(id) || Object.keys(policies).length === 0)) {
		throw new UsageError(`The inventory has no policies for ${app === undefined ? 'these spaces' : app.join(', ')}. They are written under "policies"; "ensemble policy push --help" tells more.`)
	}
	const engines = openEngines(fleet.hosts, loaded.stateDir)
	const { facts, packs, texts } = await lookWhole(context, loaded, { fleet, engines, only }).finally(() => engines.close())
	const { groups, without } = byPack([...only], (id) => {
		const known = facts.get(id)
		return known === undefined || 'code' in known ? null : known.overlay.pack
	}, packs)
	const plans = groups.map(({ pack, ids }) => makePlan({ fleet, pack, facts, packs, texts, now: Date.now(), only: ids, purpose: 'policy', enable: [], oneWay: true }))
	const left = [...without.map((id) => ({ id, message: leftOut(facts.get(id)) })), ...plans.flatMap(({ skipped }) => skipped.filter(({ code }) => code !== 'same'))]
	left.forEach(({ id, message }) => context.output.remark(`! ${id} is left out: ${message}`))
	if (plans.every(({ spaces }) => spaces.length === 0)) {
		context.output.line('Every space that could be looked at holds its policies.')
	}
	await carryPlans(context, loaded, plans, { what: 'Policies', dryRun, breakLease, more: { leftOut: left.map(({ id, message }) => ({ id, message })) } })
}

function leftOut(known: { readonly message?: string, readonly overlay?: { readonly pack: string | null } } | undefined): string {
	return known?.message ?? (known?.overlay?.pack ? `Nothing is known here of its pack ${known.overlay.pack}.` : 'It has no pack.')
}

function onlyApps(policies: Policies, apps: readonly string[]): Policies {
	return Object.fromEntries(Object.entries(policies).filter(([app]) => apps.includes(app)))
}

function showPolicies({ output, options }: Context): void {
	const fleet: Fleet = load(options).fleet()
	const book = new PolicyBook()
	const counts = new Map<string, { app: string, hash: string, spaces: number }>()
	for (const { policies } of fleet.spaces) {
		for (const [app, policy] of Object.entries(policies)) {
			const hash = book.hash(policy)
			const entry = counts.get(`${app} ${hash}`) ?? { app, hash, spaces: 0 }
			entry.spaces++
			counts.set(`${app} ${hash}`, entry)
		}
	}
	const policies = [...counts.values()].sort((a, b) => a.app === b.app ? b.spaces - a.spaces : a.app < b.app ? -1 : 1)
	output.json({ ok: true, policies })
	output.line(policies.length === 0 ? 'The inventory has no policies.' : 'The apps would take these policies:')
	output.table(policies.map(({ app, hash, spaces }) => [app, hash.slice(0, 12), many(spaces, 'space')]))
}
