// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What has changed in the host's catalog, in pieces that a person can follow. */

import type { Catalog, PlannedStep } from '../../../contract.ts'

import { audienceInWords } from '../edit/audienceWords.ts'

/** A part of the catalog, as it is called in the settings. */
export type CatalogPart = 'glossary' | 'hintTexts' | 'steps' | 'welcome'
export const PARTS: readonly CatalogPart[] = ['welcome', 'steps', 'hintTexts', 'glossary']

/** One change. */
export interface Change {
	part: CatalogPart
	kind: 'added' | 'changed' | 'moved' | 'removed'
	/** What it is about: a step, an app, a word; empty for the welcome. */
	subject: string
	/** Language, where it is about one. */
	language: string
	/** As it was and is; empty where there was, or is, nothing to read. */
	before: string
	after: string
}

/**
 * Compares two catalogs. A part that a catalog has not got is the built-in one.
 *
 * @param before as it was when somebody read about it; null = never
 * @param after as it is
 * @param builtIn the built-in steps, for a catalog that has none
 */
export function changesOf(before: Catalog | null, after: Catalog, builtIn: readonly PlannedStep[]): Change[] {
	return [
		...changedTexts('welcome', '', before?.welcome, after.welcome),
		...changedSteps(before?.steps ?? builtIn, after.steps ?? builtIn),
		...union(before?.hintTexts, after.hintTexts).flatMap((app) => changedHint(app, before?.hintTexts?.[app], after.hintTexts?.[app])),
		...changedWords(before?.glossary, after.glossary),
	]
}

type Texts = Readonly<Record<string, string>> | undefined

function changedTexts(part: CatalogPart, subject: string, before: Texts, after: Texts): Change[] {
	return union(before, after)
		.map((language) => ({ language, before: before?.[language] ?? '', after: after?.[language] ?? '' }))
		.filter((texts) => texts.before !== texts.after)
		.map((texts) => ({ part, subject, kind: texts.before === '' ? 'added' : texts.after === '' ? 'removed' : 'changed', ...texts }))
}

/** A line that is taken away altogether ({}) is not the same as the built-in one. */
function changedHint(app: string, before: Texts, after: Texts): Change[] {
	const changes = changedTexts('hintTexts', app, before, after)
	const none = (texts: Texts) => texts !== undefined && Object.keys(texts).length === 0
	if (changes.length === 0 && none(before) !== none(after)) {
		return [{ part: 'hintTexts', kind: none(after) ? 'removed' : 'added', subject: app, language: '', before: '', after: '' }]
	}
	return changes
}

function changedSteps(before: readonly PlannedStep[], after: readonly PlannedStep[]): Change[] {
	const change = (subject: string, kind: Change['kind'], rest: Partial<Change> = {}): Change => ({ part: 'steps', kind, subject, language: '', before: '', after: '', ...rest })
	const ids = (steps: readonly PlannedStep[]) => steps.map(({ id }) => id)
	const kept = ids(after).filter((id) => ids(before).includes(id))
	const order = ids(before).filter((id) => kept.includes(id))
	return [
		...ids(before).filter((id) => !kept.includes(id)).map((id) => change(id, 'removed')),
		...after.flatMap((step) => {
			const old = before.find(({ id }) => id === step.id)
			if (!old) {
				return [change(step.id, 'added')]
			}
			const texts = union(old.texts, step.texts)
				.map((language) => ({ language, before: sentences(old.texts[language]), after: sentences(step.texts[language]) }))
				.filter((one) => one.before !== one.after)
				.map((one) => change(step.id, 'changed', one))
			return [
				...texts,
				...JSON.stringify(old.audience) === JSON.stringify(step.audience) ? [] : [change(step.id, 'changed', { before: audience(old), after: audience(step) })],
				...old.url === step.url ? [] : [change(step.id, 'changed', { before: old.url, after: step.url })],
			]
		}),
		// One that moves pushes others: only the first that is no longer where it was is named.
		...kept.every((id, index) => id === order[index]) ? [] : [change(kept.find((id, index) => id !== order[index])!, 'moved')],
	]
}

function sentences(texts: PlannedStep['texts'][string] | undefined): string {
	return texts ? [texts.title, texts.sentence, texts.reason, texts.action].filter(Boolean).join(' · ') : ''
}

function audience(step: PlannedStep): string {
	return audienceInWords(step.audience, [])
}

type Glossary = Catalog['glossary']

function changedWords(before: Glossary, after: Glossary): Change[] {
	return union(before, after).flatMap((language) => {
		const old = new Map(before?.[language]?.map(({ word, meaning }) => [word, meaning]))
		const now = new Map(after?.[language]?.map(({ word, meaning }) => [word, meaning]))
		return [...new Set([...old.keys(), ...now.keys()])]
			.filter((word) => old.get(word) !== now.get(word))
			.map((word): Change => ({
				part: 'glossary',
				kind: !old.has(word) ? 'added' : !now.has(word) ? 'removed' : 'changed',
				subject: word,
				language,
				before: old.get(word) ?? '',
				after: now.get(word) ?? '',
			}))
	})
}

function union(before: object | undefined, after: object | undefined): string[] {
	return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort()
}
