// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What goes over the wire to agent.php and back: one JSON object a line. */

import type { Before, Enabled, Host, JobResult, PackTarget, SpaceJob } from '../engines/engine.ts'

import { z } from 'zod'
import { overlayFor } from '../engines/engine.ts'

/** A job as agent.php reads it: every path and text is worked out here, so that PHP need not. */
export interface WireJob {
	id: string
	space: string
	config: string
	action: SpaceJob['action']
	/** Seconds. */
	timeout: number
	apps?: readonly string[]
	counts?: boolean
	texts?: boolean
	pack?: PackTarget
	/** Folder of the unpacked pack. */
	packDir?: string
	/** The overlay to be written. */
	overlay?: string
	/** The overlay of the pack that is being taken back. */
	packOverlay?: string
	/** Folder of the pack to go back to; absent where there was none. */
	beforeDir?: string
	before?: Before
	enable?: readonly string[]
	values?: Readonly<Record<string, Readonly<Record<string, string | null>>>>
	/** What a fresh boot must find, where the agent judges by itself. */
	expect?: Expectation
	/** The next job when this one ended well. */
	then?: WireJob
	/** The next job when it did not; not after an apply that left the space untouched. */
	otherwise?: WireJob
}

/** What makes a space well, as the gate in agent.php reads it. */
export interface Expectation {
	readonly instanceId: string
	/** The pack that the overlay names. */
	readonly pack: string | null
	readonly maintenance: boolean
	readonly loglevel: number | null
	/** App → hash of the policy it must hold. */
	readonly policies: Readonly<Record<string, string | null>>
	/** Version of code and database where an app is on. */
	readonly apps: Readonly<Record<string, { readonly enabled: Enabled, readonly version: string | null }>>
}

/**
 * The overlay of a space that goes back to having no pack. It names the place again, with nothing of ours in it: what
 * Nextcloud once copied from an overlay into config.php is only overruled, never forgotten.
 *
 * @param host the space's host
 */
export function neutralOverlay(host: Pick<Host, 'code' | 'packs' | 'packsUrl'>): string {
	const lines = overlayFor(host, '-').split('\n')
	const core = lines.find((line) => line.startsWith('\t\t0 => '))?.slice('\t\t0 => '.length)
	return lines.map((line) => {
		if (line.startsWith('// ')) {
			return '// Ensemble: no pack. Written by the command "ensemble"; it writes this file again on every roll-out.'
		}
		return line.startsWith('\t\t\'ensemble\' => ') ? `\t\t'ensemble' => ${core}` : line
	}).join('\n')
}

/**
 * Puts a job on the wire.
 *
 * @param host the space's host
 * @param job what to do
 * @param id the wire's own number
 * @param timeout seconds
 */
export function toWire(host: Host, job: SpaceJob, id: string, timeout: number): WireJob {
	const base = { id, space: job.space.id, config: job.space.config, action: job.action, timeout }
	switch (job.action) {
		case 'facts':
			return { ...base, apps: job.apps, counts: job.counts, texts: job.texts }
		case 'verify':
			return { ...base, apps: job.apps }
		case 'settings':
			return { ...base, values: job.values }
		case 'apply':
			return { ...base, pack: job.pack, packDir: `${host.packs}/${job.pack.version}`, overlay: overlayFor(host, job.pack.version), before: job.before, enable: job.enable, values: job.values }
		case 'restore':
			return {
				...base,
				pack: job.pack,
				overlay: job.before.overlay ?? neutralOverlay(host),
				packOverlay: overlayFor(host, job.pack.version),
				beforeDir: job.before.pack === null ? undefined : `${host.packs}/${job.before.pack}`,
				before: job.before,
				values: job.values,
			}
	}
}

const enabled = z.union([z.boolean(), z.array(z.string())])
const facts = z.object({
	instanceId: z.string().min(1),
	owner: z.object({ uid: z.int(), name: z.string() }),
	server: z.string().min(1),
	needsDbUpgrade: z.boolean(),
	maintenance: z.boolean(),
	loglevel: z.int().nullable(),
	apps: z.record(z.string(), z.object({ version: z.string(), enabled, code: z.string().nullable() })),
	overlay: z.object({ path: z.string(), bytes: z.string().nullable(), pack: z.string().nullable() }),
	flags: z.object({
		appstoreenabled: z.boolean().nullable(),
		'upgrade.disable-web': z.boolean().nullable(),
		'integrity.check.disabled': z.boolean().nullable(),
		tempdirectory: z.string().nullable(),
	}),
	policies: z.record(z.string(), z.string().nullable()),
	texts: z.record(z.string(), z.string().nullable()).optional(),
	counts: z.record(z.string(), z.number()).optional(),
})
/** Why a job may have failed, as in FailureCode. */
export const codes = ['lost', 'timeout', 'cancelled', 'locked', 'moved', 'owner', 'config', 'maintenance', 'core-upgrade', 'missing-app', 'range', 'migration', 'exception', 'disk-full', 'database', 'pack', 'unreachable'] as const

/** A result as agent.php writes it. */
export const wireResult = z.object({
	id: z.string(),
	space: z.string(),
	ok: z.boolean(),
	facts: facts.optional(),
	error: z.object({ code: z.enum(codes), message: z.string(), app: z.string().optional(), touched: z.boolean().optional() }).optional(),
	seconds: z.number(),
	cpu: z.number().optional(),
})
export type WireResult = z.output<typeof wireResult>

/** The first line of agent.php: who it is, or why it cannot work here. */
export const hello = z.object({
	agent: z.string(),
	php: z.string().optional(),
	lacking: z.array(z.string()).optional(),
	noCode: z.string().optional(),
})

/**
 * Takes a result off the wire. An answer that does not fit its job is no answer.
 *
 * @param job what was to be done
 * @param result what the agent said
 */
export function fromWire(job: SpaceJob, result: WireResult): JobResult {
	const { ok, facts, error, seconds, cpu } = result
	const reads = job.action === 'facts' || job.action === 'verify'
	const base = { id: job.id, space: job.space.id, seconds, cpu }
	if (ok && (facts !== undefined || !reads)) {
		return { ...base, ok, ...reads ? { facts } : {} }
	}
	return { ...base, ok: false, error: error ?? { code: 'lost', message: 'The agent gave an answer that says nothing.' } }
}
