// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints of the first-steps app. */

import type { Answer, Settings } from '@ensemble/shared/contract/define'
import type { Changes, InForce } from '@ensemble/shared/screen/useSettings'
import type { OnboardingContract } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** The caller's first steps. */
export type Steps = Answer<OnboardingContract, 'GET /api/v1/steps'>
/** The settings of the first-steps app. */
export type OnboardingSettings = Settings<OnboardingContract>

const call = createClient<OnboardingContract>('ensemble_onboarding')

/** The caller's first steps, as the space shows them now. Throws an OcsError. */
export function fetchSteps(): Promise<Steps> {
	return call('GET /api/v1/steps')
}

/** Says that the welcome was seen: it does not come again by itself. Throws an OcsError. */
export async function markWelcomeSeen(): Promise<void> {
	await call('POST /api/v1/welcome', { body: { seen: true } })
}

/** The settings in force. Throws an OcsError. */
export function fetchSettings(): Promise<InForce<OnboardingSettings>> {
	return call('GET /api/v1/settings')
}

/**
 * Changes settings. Throws an OcsError.
 *
 * @param changes the fields to change; null goes back to the default
 */
export function saveSettings(changes: Changes<OnboardingSettings>): Promise<InForce<OnboardingSettings>> {
	return call('PUT /api/v1/settings', { body: changes })
}
