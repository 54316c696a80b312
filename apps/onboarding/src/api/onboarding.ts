// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints of the first-steps app that members' screens call. */

import type { Answer } from '@ensemble/shared/contract/define'
import type { OnboardingContract, Step, StepState } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** The caller's first steps. */
export type Steps = Answer<OnboardingContract, 'GET /api/v1/steps'>
/** What the pages beside the list need. */
export type Guide = Answer<OnboardingContract, 'GET /api/v1/guide'>

const call = createClient<OnboardingContract>('ensemble_onboarding')

/** The caller's first steps, as the space shows them now. Throws an OcsError. */
export function fetchSteps(): Promise<Steps> {
	return call('GET /api/v1/steps')
}

/**
 * Puts a step aside, takes it back, or says that one of the association's own is done. Throws an OcsError.
 *
 * @param id the step
 * @param state what it is to be
 * @return all steps as they are now
 */
export async function saveStep(id: Step['id'], state: StepState): Promise<Step[]> {
	return (await call('PUT /api/v1/steps/{id}', { params: { id }, body: { state } })).steps
}

/**
 * Puts the whole list away, or takes it out again. Throws an OcsError.
 *
 * @param closed whether it is put away
 */
export async function saveClosed(closed: boolean): Promise<boolean> {
	return (await call('PUT /api/v1/closed', { body: { closed } })).closed
}

/** Says that the welcome was seen: it does not come again by itself. Throws an OcsError. */
export async function markWelcomeSeen(): Promise<void> {
	await call('POST /api/v1/welcome', { body: { seen: true } })
}

/** Whom to ask, the apps the caller can open, the association's own entries of the glossary. Throws an OcsError. */
export function fetchGuide(): Promise<Guide> {
	return call('GET /api/v1/guide')
}

/**
 * Whether the caller wants a line at the first visit to an app. Throws an OcsError.
 *
 * @param wanted the choice
 */
export async function saveHintsWanted(wanted: boolean): Promise<boolean> {
	return (await call('PUT /api/v1/hints', { body: { wanted } })).wanted
}
