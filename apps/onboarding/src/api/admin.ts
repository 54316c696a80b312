// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints of the first-steps app that its admin screens need. */

import type { Answer, SentBody, Settings } from '@ensemble/shared/contract/define'
import type { Changes, InForce } from '@ensemble/shared/screen/useSettings'
import type { OnboardingContract, StepState, TaskId } from '../../contract.ts'

import { createClient } from '@ensemble/shared/ocs/client'

/** What there is to set up. */
export type Tasks = Answer<OnboardingContract, 'GET /api/v1/tasks'>['tasks']
/** The apps in the bar at the top. */
export type Icons = Answer<OnboardingContract, 'GET /api/v1/icons'>['icons']
/** Counts of how the list went. */
export type Figures = Answer<OnboardingContract, 'GET /api/v1/figures'>
/** The host's catalog, as it is and as it was read about. */
export type CatalogState = Answer<OnboardingContract, 'GET /api/v1/catalog'>
/** The settings of the first-steps app. */
export type OnboardingSettings = Settings<OnboardingContract>
/** People to be checked before they are invited. */
export type Candidates = SentBody<OnboardingContract, 'POST /api/v1/invitations/check'>['people']
/** What is known about them. */
export type Check = Answer<OnboardingContract, 'POST /api/v1/invitations/check'>

const call = createClient<OnboardingContract>('ensemble_onboarding')

/** What there is to set up in the space. Throws an OcsError. */
export async function fetchTasks(): Promise<Tasks> {
	return (await call('GET /api/v1/tasks')).tasks
}

/**
 * Puts a task aside, takes it back, or says that it is done. Throws an OcsError.
 *
 * @param id the task
 * @param state what it is to be
 */
export async function setTask(id: TaskId, state: StepState): Promise<Tasks> {
	return (await call('PUT /api/v1/tasks/{id}', { params: { id }, body: { state } })).tasks
}

/** The apps in the bar at the top. Throws an OcsError. */
export async function fetchIcons(): Promise<Icons> {
	return (await call('GET /api/v1/icons')).icons
}

/**
 * Which login names and mail addresses are taken. Nothing is created. Throws an OcsError.
 *
 * @param people 500 at most
 */
export function checkInvitations(people: Candidates): Promise<Check> {
	return call('POST /api/v1/invitations/check', { body: { people } })
}

/** How the list went for everybody together. Throws an OcsError. */
export function fetchFigures(): Promise<Figures> {
	return call('GET /api/v1/figures')
}

/** The host's catalog. Throws an OcsError. */
export function fetchCatalog(): Promise<CatalogState> {
	return call('GET /api/v1/catalog')
}

/**
 * The changes of the catalog were read. Throws an OcsError.
 *
 * @param seenVersion up to this version
 */
export async function markCatalogSeen(seenVersion: number): Promise<void> {
	await call('PUT /api/v1/catalog', { body: { seenVersion } })
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
