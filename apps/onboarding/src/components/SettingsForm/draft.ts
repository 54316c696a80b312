// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands in the fields of the steps and words, and what it means. */

import type { Changes } from '@ensemble/shared/screen/useSettings'
import type { PlannedStep, StepTexts } from '../../../contract.ts'
import type { OnboardingSettings } from '../../api/admin.ts'

import { t } from '../../l10n.ts'
import { isMail } from '../../logic/invite/mail.ts'
import { isOwn } from '../../logic/plan.ts'

/** The settings of this form. */
export type EditSettings = Pick<OnboardingSettings, 'association' | 'contact' | 'contactUrl' | 'glossary' | 'steps' | 'welcome'>

/** The form's fields. */
export interface Draft {
	association: string
	/** Language → words; an empty one is left out when saving. */
	welcome: Record<string, string>
	contact: string
	contactUrl: string
	/** Words of which nothing is written are left out when saving. */
	steps: PlannedStep[]
	/** Language → entries; empty ones are left out when saving. */
	glossary: EditSettings['glossary']
}

/** Languages that are always offered: those the pack itself speaks. */
const OFFERED = ['fr', 'en']
/** What a step reads like before somebody has written anything. */
const NOTHING: StepTexts = { title: '', sentence: '', reason: '', action: '' }

/** The fields of the words of a step in the languages that are always offered. */
export function emptyTexts(): Record<string, StepTexts> {
	return Object.fromEntries(OFFERED.map((language) => [language, { ...NOTHING }]))
}

/** The fields of words in one more language. */
export function emptyText(): StepTexts {
	return { ...NOTHING }
}

/**
 * Writes settings into fields.
 *
 * @param settings the settings in force
 */
export function toDraft({ association, welcome, contact, contactUrl, steps, glossary }: EditSettings): Draft {
	return {
		association,
		welcome: { ...Object.fromEntries(OFFERED.map((language) => [language, ''])), ...welcome },
		contact,
		contactUrl,
		steps: steps.map((step) => ({ ...step, texts: { ...emptyTexts(), ...step.texts } })),
		glossary: { ...Object.fromEntries(OFFERED.map((language) => [language, []])), ...glossary },
	}
}

/**
 * Reads the fields that were changed. Most limits are the server's to check: the contract has them.
 *
 * @param draft the fields now
 * @param before the fields as they were filled in
 */
export function readDraft(draft: Draft, before: Draft) {
	const now = written(draft)
	const then = written(before)
	const fields = (Object.keys(now) as Array<keyof EditSettings>).filter((field) => JSON.stringify(now[field]) !== JSON.stringify(then[field]))
	const changes: Changes<EditSettings> = Object.fromEntries(fields.map((field) => [field, now[field]]))
	const errors = { ...fields.includes('steps') && stepErrors(draft.steps), ...fields.includes('glossary') && wordErrors(draft.glossary) }
	return { changes, errors }
}

/** The settings as they would be stored. */
export function written({ association, welcome, contact, contactUrl, steps, glossary }: Draft): EditSettings {
	return {
		association: association.trim(),
		welcome: sorted(Object.entries(welcome).map(([language, words]) => [language, words.trim()] as const).filter(([, words]) => words)),
		contact: contact.trim(),
		contactUrl: readAddress(contactUrl),
		steps: steps.map(({ id, audience, texts, url }) => ({
			id,
			audience: { who: audience.who, groups: audience.who === 'groups' ? [...audience.groups].sort() : [] },
			texts: writtenTexts(texts),
			url: readAddress(url),
		})),
		glossary: sorted(Object.entries(glossary)
			.map(([language, words]) => [language, words.map(({ word, meaning }) => ({ word: word.trim(), meaning: meaning.trim() })).filter(({ word, meaning }) => word || meaning)] as const)
			.filter(([, words]) => words.length > 0)),
	}
}

/**
 * The languages in which something is written about a step.
 *
 * @param texts the fields
 */
export function writtenTexts(texts: Record<string, StepTexts>): Record<string, StepTexts> {
	return sorted(Object.entries(texts).map(([language, words]) => [language, trimmed(words)] as const).filter(([, words]) => !isEmpty(words)))
}

/**
 * Where a link leads, as people write it: a mail address alone, or a page without https.
 *
 * @param text what stands in the field
 */
export function readAddress(text: string): string {
	const address = text.trim()
	if (isMail(address.toLowerCase())) {
		return `mailto:${address}`
	}
	return /^www\.\S+$/i.test(address) ? `https://${address}` : address
}

function stepErrors(steps: readonly PlannedStep[]): Record<string, string> {
	const errors: Record<string, string> = {}
	steps.forEach(({ id, audience, texts }, index) => {
		const begun = Object.entries(texts).filter(([, words]) => !isEmpty(trimmed(words)))
		if (isOwn(id) && begun.length === 0) {
			errors[`steps.${index}.texts.${Object.keys(texts)[0]}.title`] = t('Please write what the step is, in one language at least.')
		}
		for (const [language, words] of begun) {
			for (const field of ['title', 'sentence'] as const) {
				if (words[field].trim() === '') {
					errors[`steps.${index}.texts.${language}.${field}`] = t('Please write this, too.')
				}
			}
		}
		if (audience.who === 'groups' && audience.groups.length === 0) {
			errors[`steps.${index}.audience`] = t('Please choose a group.')
		}
	})
	return errors
}

function wordErrors(glossary: Draft['glossary']): Record<string, string> {
	const errors: Record<string, string> = {}
	for (const [language, words] of Object.entries(glossary)) {
		words.forEach(({ word, meaning }, index) => {
			if ((word.trim() === '') !== (meaning.trim() === '')) {
				errors[`glossary.${language}.${index}.${word.trim() === '' ? 'word' : 'meaning'}`] = t('Please write this, too.')
			}
		})
	}
	return errors
}

function trimmed(words: StepTexts): StepTexts {
	return { title: words.title.trim(), sentence: words.sentence.trim(), reason: words.reason.trim(), action: words.action.trim() }
}

function isEmpty(words: StepTexts): boolean {
	return Object.values(words).every((text) => text === '')
}

/** In alphabetical order, so that the same is always written the same way. */
function sorted<T>(entries: ReadonlyArray<readonly [string, T]>): Record<string, T> {
	return Object.fromEntries([...entries].sort(([a], [b]) => a < b ? -1 : 1))
}
