// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What `fleet.yaml` may say. Everything unknown is refused: a mistyped limit must not be a limit that is not there. */

import * as z from 'zod'
import { parseDuration } from './duration.ts'

/** Names of hosts, groups and spaces: safe as a file name, a host name and in a shell. */
export const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/** Absolute, plain: no `..`, no control character. */
const PLAIN_PATH = /^\/(?!.*(?:^|\/)\.\.(?:\/|$))[^\p{Cc}]*$/u

const name = z.string().regex(NAME, 'A name has 1 to 100 letters, digits, dots, dashes or underscores, and begins with a letter or digit.')
const path = z.string().max(4096).regex(PLAIN_PATH, 'An absolute path is needed here, without "..".')
const url = z.url({ protocol: /^https?$/, error: 'An address beginning with https:// is needed here.' })
const command = z.array(z.string().min(1).max(4096)).min(1, 'A command is a list: the program, then its arguments.').max(100)
const duration = z.string().transform((text, context) => {
	const seconds = parseDuration(text)
	if (seconds === null) {
		context.addIssue('A time such as "90s", "10m" or "2h" is needed here.')
		return z.NEVER
	}
	return seconds
})
const percent = z.string().regex(/^(?:100|\d{1,2}(?:\.\d{1,2})?)%$/, 'A percentage such as "1%" or "100%" is needed here.')
const count = z.int().min(1).max(1_000_000)

/**
 * A policy is one JSON object per app, or a path (relative to the inventory) of a YAML or JSON file with it; the apps'
 * own schemas check what is in it (policy/).
 */
const policies = z.record(name, z.union([z.record(z.string(), z.json()), z.string().min(1).max(4096)], 'A policy is an object, or the path of a file with one.'))

/** Where spaces of a host come from: one written down, a pattern of config folders, or what a command prints. */
const source = z.union([
	z.strictObject({ id: name, config: path, url: url.optional(), groups: z.array(name).optional(), canary: z.boolean().optional() }),
	z.strictObject({ glob: path }),
	z.strictObject({ command }),
], 'A space is written as "id" and "config", or as a "glob" of config folders, or as a "command" that lists them.')

const host = z.strictObject({
	/** How it is reached. */
	engine: z.enum(['local', 'occ', 'ansible', 'sim'], 'The engines are local, occ, ansible and sim.'),
	address: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,252}$/, 'A host name or address is needed here.').optional(),
	code: path.default('/var/www/nextcloud'),
	packs: path.default('/srv/packs'),
	packsUrl: path.default('/pack-apps'),
	php: z.string().min(1).max(4096).default('php'),
	/** Where the agent is delivered to, on hosts reached through Ansible. */
	home: path.optional(),
	/** Address of its spaces, `{id}` standing for the space's id. */
	url: z.string().regex(/^https?:\/\/[^\s{}]*\{id\}[^\s{}]*$/, 'An address such as "https://{id}.example.org" is needed here.').optional(),
	jobs: z.int('A whole number from 1 to 64.').min(1).max(64).default(2),
	spaces: z.array(source).default([]),
})

/** Which spaces a wave takes: the canaries, a share or number of the fleet counted from its beginning, or a group. */
const take = z.union([z.literal('canaries'), percent, count, z.string().regex(/^group:[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)], 'A wave is "canaries", a percentage such as "10%", a number of spaces, or "group:NAME".')
const wave = z.union([
	take,
	z.strictObject({ take, /** Before the next wave: a time, or `approval`. */ pause: z.union([z.literal('approval'), duration], 'A pause is a time such as "10m", or "approval".').optional() }),
], 'A wave is "canaries", a percentage such as "10%", a number of spaces, or "group:NAME"; or an entry with "take" and "pause".')

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'A time of day such as "22:00" is needed here (in quotes).')

/** The whole file. */
export const inventorySchema = z.strictObject({
	fleet: name,
	/** Where journals and leases are kept; beside the inventory unless said. */
	state: z.string().min(1).max(4096).optional(),
	hosts: z.record(name, host),
	/** Groups by name: ids, or patterns with `*`. */
	groups: z.record(name, z.array(z.string().min(1).max(200))).default({}),
	/** Ids, patterns, or `group:NAME`. */
	canaries: z.array(z.string().min(1).max(200)).default([]),
	/** What one space has otherwise. */
	spaces: z.record(name, z.strictObject({
		url: url.optional(),
		groups: z.array(name).optional(),
		canary: z.boolean().optional(),
		/** Left alone, and why. */
		hold: z.string().min(1, 'Say why this space is held.').max(500).optional(),
		policies: policies.optional(),
	})).default({}),
	policies: policies.default({}),
	waves: z.array(wave).min(1).max(100).default(['canaries', '1%', '10%', '100%']),
	limits: z.strictObject({
		/** Failing spaces of a wave at which a roll-out stops: a number, or a share of the wave. */
		failures: z.union([z.int().min(1), percent], 'A number of spaces (from 1) or a percentage is needed here.').default(1),
		/** For one job in one space. */
		timeout: duration.prefault('2m'),
	}).prefault({}),
	gates: z.strictObject({
		/** Spaces of a wave looked at once more at its end. */
		recheck: z.int().min(0).max(10_000).default(20),
		/** Must end with 0 for the next wave to begin; runs on the controller. */
		command: command.optional(),
		/** Ask each space's `url` for status.php from outside. */
		probe: z.boolean().default(false),
	}).prefault({}),
	/** When spaces may be touched; always unless said. */
	window: z.strictObject({
		days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).min(1).optional(),
		from: timeOfDay,
		to: timeOfDay,
		timezone: z.string().refine(isTimezone, 'This is no time zone; write for instance "Europe/Paris".').default('UTC'),
	}).optional(),
	/** PEM files of the public keys whose packs are accepted, relative to the inventory. */
	keys: z.array(z.string().min(1).max(4096)).default([]),
})

/** A checked inventory, sources not yet looked up. */
export type Inventory = z.output<typeof inventorySchema>

/** How a wave is written. */
export type WaveEntry = Inventory['waves'][number]

/** When spaces may be touched. */
export type WindowEntry = NonNullable<Inventory['window']>

function isTimezone(text: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: text })
		return true
	} catch {
		return false
	}
}
