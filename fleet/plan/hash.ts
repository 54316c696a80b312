// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A plan's hash: what was looked at is what is rolled out. */

import type { Plan } from './types.ts'

import { hashOf } from '../journal/canonical.ts'

/** A plan that cannot be used: exit code 2. */
export class PlanError extends Error {
	override name = 'PlanError'
}

/**
 * Adds the hash.
 *
 * @param plan all but the hash
 */
export function sealPlan(plan: Omit<Plan, 'hash'>): Plan {
	return { ...plan, hash: hashOf(plan) }
}

/**
 * The text of a plan's file: JSON, one line per space, so that two plans can be compared by eye.
 *
 * @param plan sealed
 */
export function writePlan(plan: Plan): string {
	return `${JSON.stringify(plan, null, '\t').replaceAll(/\n\t{3,}[\]}]?/g, (gap) => /[\]}]$/.test(gap) ? gap.at(-1)! : ' ')}\n`
}

/**
 * Reads a plan's file.
 *
 * @param text of the file
 * @throws PlanError where it is none, or was changed
 */
export function readPlan(text: string): Plan {
	let value: unknown
	try {
		value = JSON.parse(text)
	} catch {
		throw new PlanError('This file is no plan: it is not JSON.')
	}
	if (typeof value !== 'object' || value === null || (value as Partial<Plan>).format !== 'ensemble-plan 1') {
		throw new PlanError('This file is no plan that this version of the command knows.')
	}
	const { hash, ...rest } = value as Plan
	if (hashOf(rest) !== hash) {
		throw new PlanError('The plan was changed after it was made: its hash does not fit. Make a new one.')
	}
	return value as Plan
}
