// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What an admin reads about each line of a list, in words. */

import type { Field } from '../../logic/invite/columns.ts'
import type { Planned } from '../../logic/invite/plan.ts'
import type { Invited } from './useInvitations.ts'

import { formatNumber } from '@ensemble/shared/l10n/format'
import { t } from '../../l10n.ts'
import { MOST_LINES } from '../../logic/invite/parse.ts'

/** How a line stands: `skipped` ones never were about somebody. */
export type Standing = 'done' | 'half' | 'left' | 'ready' | 'skipped'

/** A line in words. */
export interface LineWords {
	standing: Standing
	/** One or two words. */
	state: string
	/** Why, or what to know; may be empty. */
	note: string
}

/**
 * What is to be said of a line.
 *
 * @param planned the line
 * @param result what became of it; undefined before that
 */
export function lineWords(planned: Planned, result: Invited | undefined): LineWords {
	if (result && planned.invitation) {
		switch (result.state) {
			case 'done': return { standing: 'done', state: t('Invited'), note: result.note }
			case 'half': return { standing: 'half', state: t('Half done'), note: result.note }
			case 'failed': return { standing: 'left', state: t('Not invited'), note: result.note }
		}
	}
	if (planned.invitation) {
		return { standing: 'ready', state: t('Can be invited'), note: hints(planned).join(' ') }
	}
	const { row: { reason } } = planned
	if (reason === 'header' || reason === 'empty' || reason === 'separator') {
		return { standing: 'skipped', state: t('Nobody'), note: why(planned) }
	}
	return { standing: 'left', state: t('Left out'), note: why(planned) }
}

/** What to know of somebody who can be invited. */
function hints({ invitation, instead, missing }: Planned): string[] {
	return [
		instead && t('There is somebody with the login name “{login}” already. Perhaps it is the same person, with another mail address?', { login: instead }),
		invitation?.groups.includes('admin') && t('Becomes an admin, who can do everything.'),
		missing.length > 0 && t('New groups: {groups}', { groups: missing.join(', ') }),
	].filter((hint) => typeof hint === 'string' && hint !== '') as string[]
}

/** Why nobody is invited. */
function why({ row: { reason, other, from, to }, obstacle, missing }: Planned): string {
	switch (obstacle ?? reason) {
		case 'taken_mail': return t('There is an account with this mail address already.')
		case 'taken_account': return t('This login name is taken.')
		case 'unknown_group': return t('There is no such group: {groups}', { groups: missing.join(', ') })
		case 'big_quota': return t('Your host does not allow so much room for one account.')
		case 'no_room': return t('There is no room for more accounts.')
		case 'header': return t('The names of the columns.')
		case 'separator': return t('Says what stands between the columns.')
		case 'empty': return t('An empty line.')
		case 'broken': return t('A quotation mark is missing, or one too many.')
		case 'no_mail': return t('There is no mail address.')
		case 'bad_mail': return t('This is no mail address that mails can be sent to.')
		case 'several_mails': return t('There are several mail addresses. Write each person on a line of their own.')
		case 'repeated_mail': return t('The same mail address stands in line {line}.', { line: formatNumber(other ?? 0) })
		case 'repeated_account': return t('The same login name stands in line {line}.', { line: formatNumber(other ?? 0) })
		case 'bad_account': return t('A login name has plain letters, digits, spaces and _ . @ - \' only, and 64 of them at most.')
		case 'bad_quota': return t('This is no amount of room. Write it as in: 5 GB')
		case 'bad_language': return t('This language is not known.')
		case 'long_name': return t('This name is longer than 64 letters.')
		case 'too_many': return t('{count} more lines were not read: a list has {most} at most.', { count: formatNumber(to - from + 1), most: formatNumber(MOST_LINES) })
		case null: return ''
	}
}

/**
 * What a column holds.
 *
 * @param field the field
 */
export function fieldName(field: Field): string {
	return {
		name: t('Name'),
		first: t('First name'),
		last: t('Last name'),
		mail: t('Mail address'),
		account: t('Login name'),
		groups: t('Groups'),
		quota: t('Quota'),
		language: t('Language'),
	}[field]
}

/**
 * A quota as Nextcloud takes it, in words.
 *
 * @param quota `none`, `5 GB`, empty for the default
 */
export function quotaInWords(quota: string): string {
	return quota === '' ? t('the default') : quota === 'none' ? t('no limit') : quota
}
