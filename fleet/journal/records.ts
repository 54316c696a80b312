// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a journal can say. One schema for the writer's types and for the check at reading. */

import * as z from 'zod'

/** A failure as it is kept: engines' codes, and `gate` for spaces that a gate did not let pass. */
const failure = z.object({ code: z.string(), message: z.string(), app: z.string().optional(), touched: z.boolean().optional() })

/** The steps in a space: bring to the pack; judge by a fresh boot; put back; judge what was put back. */
export const STEPS = ['apply', 'verify', 'restore', 'check'] as const

/** Who asks for something, and why (free text of ops; `--why`). */
const asked = { by: z.string(), why: z.string().optional() }

/** What happened, without the chain. */
export const eventSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('rollout-started'), rollout: z.string(), plan: z.string(), pack: z.string(), waves: z.array(z.number()), ...asked }),
	z.object({ type: z.literal('resumed'), ...asked }),
	z.object({ type: z.literal('torn-line-dropped'), bytes: z.number() }),
	z.object({ type: z.literal('host-begun'), host: z.string() }),
	z.object({ type: z.literal('host-ended'), host: z.string(), error: failure.nullable() }),
	z.object({ type: z.literal('wave-begun'), wave: z.number() }),
	z.object({ type: z.literal('wave-ended'), wave: z.number() }),
	z.object({ type: z.literal('space-begun'), space: z.string(), step: z.enum(STEPS) }),
	z.object({ type: z.literal('space-ended'), space: z.string(), step: z.enum(STEPS), error: failure.nullable(), seconds: z.number() }),
	z.object({ type: z.literal('gate'), wave: z.number(), pass: z.boolean(), reason: z.string() }),
	z.object({ type: z.literal('paused'), ...asked }),
	z.object({ type: z.literal('approved'), wave: z.number(), ...asked }),
	z.object({ type: z.literal('aborted'), ...asked }),
	z.object({ type: z.literal('rollback-asked'), scope: z.enum(['space', 'wave', 'all']), spaces: z.array(z.string()), ...asked }),
	z.object({ type: z.literal('stopped'), reason: z.string() }),
	z.object({ type: z.literal('rollout-ended'), outcome: z.enum(['done', 'aborted', 'rolled-back']) }),
])

/** What happened. */
export type JournalEvent = z.infer<typeof eventSchema>

/** The kinds of events. */
export type EventType = JournalEvent['type']

/** One step of a space. */
export type Step = typeof STEPS[number]

/** A failure as the journal keeps it. */
export type KeptFailure = z.infer<typeof failure>

/** The chain around an event: its number from 1, when (ISO 8601, UTC), the hash of the record before (64 zeros for the first), its own hash. */
export interface Link {
	readonly n: number
	readonly at: string
	readonly prev: string
	readonly hash: string
}

/** A line of a journal. */
export type JournalRecord = JournalEvent & Link
