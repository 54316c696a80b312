// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which steps there are, which are done and what is remembered, by the case table (which the PHP is tested with too). */

import type { StepState } from '../../contract.ts'
import type { Remembered, StepsInput } from './steps.ts'

import { describe, expect, it } from 'vitest'
import table from '../../cases/steps.json' with { type: 'json' }
import { MOST_STEPS, settings } from '../../contract.ts'
import { changed, stepsOf } from './steps.ts'

describe('stepsOf', () => {
	it.each(table.steps)('$name', ({ plan, person, language, found, before, steps, done }) => {
		// The settings' own check, so that no case tests a plan that there cannot be.
		const { steps: checked } = settings.parse({ steps: plan })
		expect(stepsOf({ plan: checked, person, language, found: found as StepsInput['found'], before })).toEqual({ steps, done })
	})

	it('shows as many as the contract says', () => {
		expect(stepsOf({ plan: settings.parse({}).steps, person: { admin: false, guest: false, groups: [] }, language: 'en', found: {}, before: { done: [], declined: [] } }).steps).toHaveLength(MOST_STEPS)
	})
})

describe('changed', () => {
	it.each(table.changes)('$name', ({ id, state, before, after }) => {
		expect(changed(id, state as StepState, before as Remembered)).toEqual(after)
	})
})
