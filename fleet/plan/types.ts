// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a plan says: all that a roll-out does, decided before it begins. */

import type { Before, PackTarget, Space } from '../engines/engine.ts'
import type { Fleet, FleetHost } from '../inventory/expand.ts'

/** Something that will change in a space. */
export type Change
	= | { readonly kind: 'pack', readonly from: string | null, readonly to: string }
		| { readonly kind: 'update', readonly app: string, readonly from: string, readonly to: string }
		| { readonly kind: 'enable', readonly app: string, readonly to: string }
		| { readonly kind: 'policy', readonly app: string }

/** What a person should have looked at before. A risk does not stop a roll-out. */
export type RiskCode = 'half-done' | 'unknown-version' | 'app-store' | 'web-updater' | 'owner' | 'downgrade' | 'one-way' | 'debug-log' | 'shared-temp' | 'policy-lost'

/** A risk of a space. */
export interface Risk {
	readonly code: RiskCode
	readonly message: string
	/** Which apps it is about, where a program needs to know. */
	readonly apps?: readonly string[]
}

/** Why a space is left out. */
export type SkipCode = 'same' | 'held' | 'unreadable' | 'maintenance' | 'core-upgrade' | 'range' | 'missing-app' | 'no-wave' | 'not-whole' | 'no-pack' | 'one-way'

/** A space that is left out. */
export interface Skipped {
	readonly id: string
	readonly code: SkipCode
	readonly message: string
}

/** A space that will change. */
export interface PlannedSpace extends Space {
	readonly before: Before
	/** Apps to switch on. */
	readonly enable: readonly string[]
	/** App → hash of the policy that it will hold; absent where none changes. */
	readonly policies?: Readonly<Record<string, string>>
	readonly changes: readonly Change[]
	readonly risks: readonly Risk[]
}

/** A wave: spaces that go together, and what has to be before the next. */
export interface PlannedWave {
	/** As it is written in the inventory: `canaries`, `10%` … */
	readonly name: string
	/** Before the next wave: seconds to wait, or `approval`; null for neither. */
	readonly pause: number | 'approval' | null
	/** Ids, in the order in which they are begun. */
	readonly spaces: readonly string[]
}

/** What a plan is for: a pack; the way back to an earlier one; putting back what drifted; policies and nothing else. */
export type Purpose = 'rollout' | 'rollback' | 'heal' | 'policy'

/** A plan. */
export interface Plan {
	readonly format: 'ensemble-plan 1'
	readonly purpose: Purpose
	readonly fleet: string
	/** ISO 8601, UTC. */
	readonly createdAt: string
	readonly pack: PackTarget
	readonly hosts: readonly FleetHost[]
	readonly waves: readonly PlannedWave[]
	/** In the order of their ids. */
	readonly spaces: readonly PlannedSpace[]
	readonly skipped: readonly Skipped[]
	/** Texts of policies by hash: those that come, and those that they replace. */
	readonly texts: Readonly<Record<string, string>>
	readonly limits: Fleet['limits']
	readonly gates: Fleet['gates']
	readonly window: NonNullable<Fleet['window']> | null
	/** Somebody allowed a pack that cannot be taken back. */
	readonly oneWay: boolean
	/** SHA-256 over the canonical JSON of everything else. */
	readonly hash: string
}
