// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** How a charter is to be published: what stands in the form, what is sent, and what it means for whom. */

import type { Audience, Version } from '../../../contract.ts'
import type { Publication } from '../../api/versions.ts'
import type { Blame } from '../DraftSection/blame.ts'
import type { Draft } from '../DraftSection/draft.ts'

import { formatNumber, pageLocale } from '@ensemble/shared/l10n/format'
import { n, t } from '../../l10n.ts'

/** Days that are proposed where an answer is required. */
const DAYS = '14'

/** What stands in the form. */
export interface Terms {
	kind: Version['kind']
	mode: Version['mode']
	/** Days as written, empty for no deadline. */
	days: string
	who: Audience['who']
	groups: string[]
	/** Language → what has changed. */
	notes: Record<string, string>
}

/**
 * The terms to begin with: those of the charter in force.
 *
 * @param inForce null for a first charter
 */
export function termsOf(inForce: Version | null): Terms {
	return {
		kind: 'substantive',
		mode: inForce?.mode ?? 'ask',
		days: inForce?.mode === 'require' ? DAYS : '',
		who: inForce?.audience.who ?? 'everyone',
		groups: [...inForce?.audience.groups ?? []],
		notes: {},
	}
}

/**
 * The first field that makes no sense. The rest is the server's to say.
 *
 * @param terms what stands in the form
 */
export function faultOf({ kind, mode, days, who, groups }: Terms): Blame | undefined {
	if (kind === 'editorial') {
		return undefined
	}
	if (mode === 'require' && days.trim() === '') {
		return { field: 'deadlineDays', message: t('Please say how many days there are for an answer.') }
	}
	if (mode !== 'inform' && !/^\d{0,9}$/.test(days.trim())) {
		return { field: 'deadlineDays', message: t('Please write a whole number.') }
	}
	if (who !== 'everyone' && groups.length === 0) {
		return { field: 'audience.groups', message: t('Please choose at least one group.') }
	}
	return undefined
}

/**
 * The texts as they are published: without blanks around them, titles and sentences on one line.
 *
 * @param draft tidy
 */
export function textsOf(draft: Draft): Version['texts'] {
	return Object.fromEntries(Object.entries(draft.texts).map(([language, { title, summary, body }]) => {
		return [language, { title: oneLine(title), summary: summary.map(oneLine), body: body.trim() }]
	}))
}

/**
 * What to send.
 *
 * @param draft tidy
 * @param terms without fault
 * @param after id of the newest version the admin knows of, 0 for none
 */
export function toPublication(draft: Draft, { kind, mode, days, who, groups, notes }: Terms, after: number): Publication {
	const changeNote = Object.entries(notes)
		.map(([language, note]) => [language, note.trim()] as const)
		.filter(([language, note]) => language in draft.texts && note !== '' && after !== 0)
	return {
		defaultLanguage: draft.defaultLanguage,
		texts: textsOf(draft),
		after,
		kind,
		changeNote: Object.fromEntries(changeNote),
		// A version that mends the wording goes on with all of these.
		...kind === 'substantive' && {
			mode,
			deadlineDays: mode === 'inform' || days.trim() === '' ? null : Number(days),
			audience: { who, groups: who === 'everyone' ? [] : groups },
		},
	}
}

/**
 * One sentence on who will be asked, and what.
 *
 * @param title of the charter
 * @param terms without fault
 * @param names group id → name
 */
export function meaningOf(title: string, { kind, mode, days, who, groups }: Terms, names: Map<string, string>): string {
	if (kind === 'editorial') {
		return t('Nobody is asked again: the answers given so far go on counting, and “{title}” is read in the new wording from now on.', { title })
	}
	const list = new Intl.ListFormat(pageLocale()).format(groups.map((group) => names.get(group) ?? group))
	const people = {
		everyone: t('all members'),
		only: t('the members of {groups}', { groups: list }),
		except: t('all members but those of {groups}', { groups: list }),
	}[who]
	const count = Number(days)
	const vars = { title, people, count: formatNumber(count) }
	if (mode === 'inform') {
		return t('A notification leads {people} to “{title}”; nobody has to answer.', vars)
	}
	if (days.trim() === '') {
		return t('On their next page, “{title}” asks {people} to accept or to decline, as often as they choose “Later”.', vars)
	}
	return mode === 'ask'
		? n('On their next page, “{title}” asks {people} to accept or to decline within one day.', 'On their next page, “{title}” asks {people} to accept or to decline within {count} days.', count, vars)
		: n('On their next page, “{title}” asks {people} to accept or to decline; after one day it cannot be put off any more.', 'On their next page, “{title}” asks {people} to accept or to decline; after {count} days it cannot be put off any more.', count, vars)
}

function oneLine(text: string): string {
	return text.trim().replace(/\s*\n\s*/g, ' ')
}
