// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands in the fields of the settings form, and what it means. */

import type { Changes } from '@ensemble/shared/screen/useSettings'
import type { OnboardingSettings } from '../../api/onboarding.ts'

/** Languages that are always offered: those the pack itself speaks. */
const OFFERED = ['fr', 'en']

/** The form's fields. */
export interface Draft {
	association: string
	/** Language → words; an empty one is left out when saving. */
	welcome: Record<string, string>
	contact: string
}

/**
 * Writes settings into fields.
 *
 * @param settings the settings in force
 */
export function toDraft({ association, welcome, contact }: OnboardingSettings): Draft {
	const empty = Object.fromEntries(OFFERED.map((language) => [language, '']))
	return { association, welcome: { ...empty, ...welcome }, contact }
}

/**
 * Reads the fields that were changed.
 *
 * @param draft the fields now
 * @param before the fields as they were filled in
 */
export function readDraft(draft: Draft, before: Draft) {
	const changes: Changes<OnboardingSettings> = {}
	for (const field of ['association', 'contact'] as const) {
		if (draft[field].trim() !== before[field].trim()) {
			changes[field] = draft[field].trim()
		}
	}
	const welcome = written(draft.welcome)
	if (JSON.stringify(welcome) !== JSON.stringify(written(before.welcome))) {
		changes.welcome = welcome
	}
	// Nothing can be wrong here that the server does not know better.
	return { changes, errors: {} }
}

/** The languages in which something is written, in alphabetical order. */
function written(welcome: Draft['welcome']): Draft['welcome'] {
	const entries = Object.entries(welcome).map(([language, words]) => [language, words.trim()] as const)
	return Object.fromEntries(entries.filter(([, words]) => words).sort(([a], [b]) => a < b ? -1 : 1))
}
