// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands in the fields of the lines about apps, and what it means. */

import type { Changes } from '@ensemble/shared/screen/useSettings'
import type { OnboardingSettings } from '../../api/admin.ts'

import { t } from '../../l10n.ts'

/** The settings of this form. */
export type HintSettings = Pick<OnboardingSettings, 'hintTexts' | 'hints'>

/** What people see at their first visit to an app. */
export interface HintChoice {
	kind: 'built-in' | 'none' | 'own'
	/** Language → words. */
	texts: Record<string, string>
}

/** The form's fields. */
export interface HintDraft {
	hints: boolean
	/** App → choice; one that is left out is the built-in line. */
	hintTexts: Record<string, HintChoice>
}

/** Languages that are always offered: those the pack itself speaks. */
const OFFERED = ['fr', 'en']

/** A choice that nobody has made. */
export function untouched(): HintChoice {
	return { kind: 'built-in', texts: Object.fromEntries(OFFERED.map((language) => [language, ''])) }
}

/**
 * Writes settings into fields.
 *
 * @param settings the settings in force
 */
export function toHintDraft({ hints, hintTexts }: HintSettings): HintDraft {
	return {
		hints,
		hintTexts: Object.fromEntries(Object.entries(hintTexts).map(([app, texts]) => [app, {
			kind: Object.keys(texts).length > 0 ? 'own' as const : 'none' as const,
			texts: { ...untouched().texts, ...texts },
		}])),
	}
}

/**
 * Reads the fields that were changed.
 *
 * @param draft the fields now
 * @param before the fields as they were filled in
 */
export function readHints(draft: HintDraft, before: HintDraft) {
	const changes: Changes<HintSettings> = {}
	const errors: Record<string, string> = {}
	if (draft.hints !== before.hints) {
		changes.hints = draft.hints
	}
	const now = written(draft)
	if (JSON.stringify(now) !== JSON.stringify(written(before))) {
		changes.hintTexts = now
	}
	for (const [app, { kind, texts }] of Object.entries(draft.hintTexts)) {
		if (kind === 'own' && Object.values(texts).every((words) => words.trim() === '')) {
			errors[`hintTexts.${app}`] = t('Please write a line, or choose the built-in one.')
		}
	}
	return { changes, errors }
}

/** As it is stored, in alphabetical order. */
function written({ hintTexts }: HintDraft): HintSettings['hintTexts'] {
	return Object.fromEntries(Object.entries(hintTexts)
		.filter(([, { kind }]) => kind !== 'built-in')
		.sort(([a], [b]) => a < b ? -1 : 1)
		.map(([app, { kind, texts }]) => [app, kind === 'none' ? {} : filled(texts)]))
}

function filled(texts: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, words.trim()] as const).filter(([, words]) => words).sort(([a], [b]) => a < b ? -1 : 1))
}
