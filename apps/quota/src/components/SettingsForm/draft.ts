// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands in the fields of the settings form, and what it means. An empty field is never a zero. */

import type { Changes } from '@ensemble/shared/screen/useSettings'
import type { QuotaSettings } from '../../api/storage.ts'
import type { Start } from './levels.ts'

import { t } from '../../l10n.ts'
import { readGigabytes, writeGigabytes } from '../QuotaChange/gigabytes.ts'
import { fromOf, readLevels, startOf } from './levels.ts'

/** The form's fields. */
export interface Draft {
	/** Percentages, as people write them. */
	levels: string[]
	bannerFrom: Start
	notificationFrom: Start
	mailFrom: Start
	poolLevels: string[]
	poolAdminsFrom: Start
	poolEveryoneFrom: Start
	repeatDays: string
	hysteresis: string
	quietHours: { on: boolean, from: number, to: number }
	/** 1 = Monday … 7 = Sunday, 0 = none. */
	digestDay: number
	membersChoose: boolean
	requests: boolean
	/** GB. */
	pool: string
	accountCap: string
	contact: string
	/** Language → sentences; an empty one is left out when saving. */
	advice: Record<string, string>
}

/** What a draft says: the fields that differ from the settings in force, and the fields that make no sense. */
export interface Reading {
	changes: Changes<QuotaSettings>
	errors: Record<string, string>
}

/** Languages that are always offered: those the pack itself speaks. */
const OFFERED = ['fr', 'en']
/** For who switches quiet hours on. */
const NIGHT = { from: 21, to: 7 }

/**
 * Writes settings into fields.
 *
 * @param settings the settings in force
 * @param locale how numbers are written
 */
export function toDraft(settings: QuotaSettings, locale: string): Draft {
	const { levels, poolLevels, quietHours, pool, accountCap } = settings
	const on = quietHours !== null && quietHours.from !== quietHours.to
	return {
		levels: levels.map(String),
		bannerFrom: startOf(settings.bannerFrom, levels),
		notificationFrom: startOf(settings.notificationFrom, levels),
		mailFrom: startOf(settings.mailFrom, levels),
		poolLevels: poolLevels.map(String),
		poolAdminsFrom: startOf(settings.poolAdminsFrom, poolLevels),
		poolEveryoneFrom: startOf(settings.poolEveryoneFrom, poolLevels),
		repeatDays: String(settings.repeatDays),
		hysteresis: String(settings.hysteresis),
		quietHours: on ? { on, from: quietHours.from, to: quietHours.to } : { on, ...NIGHT },
		digestDay: settings.digestDay,
		membersChoose: settings.membersChoose,
		requests: settings.requests,
		pool: pool === null ? '' : writeGigabytes(pool, locale),
		accountCap: accountCap === null ? '' : String(accountCap),
		contact: settings.contact,
		advice: { ...Object.fromEntries(OFFERED.map((language) => [language, ''])), ...settings.advice },
	}
}

/**
 * Reads the fields that were changed. Most limits are the server's to check: the contract has them.
 *
 * @param draft the fields now
 * @param before the fields as they were filled in
 */
export function readDraft(draft: Draft, before: Draft): Reading {
	const reading: Reading = { changes: {}, errors: {} }
	readTable(reading, draft, before, 'levels', ['bannerFrom', 'notificationFrom', 'mailFrom'])
	readTable(reading, draft, before, 'poolLevels', ['poolAdminsFrom', 'poolEveryoneFrom'])
	readAmounts(reading, draft, before)
	const { changes, errors } = reading
	if (differs(draft.quietHours, before.quietHours)) {
		const { on, from, to } = draft.quietHours
		if (on && from === to) {
			errors.quietHours = t('Please choose two different hours.')
		} else {
			// Twice the same hour is none: null would take the choice back.
			changes.quietHours = on ? { from, to } : { from: 0, to: 0 }
		}
	}
	if (draft.digestDay !== before.digestDay) {
		changes.digestDay = draft.digestDay
	}
	for (const field of ['membersChoose', 'requests'] as const) {
		if (draft[field] !== before[field]) {
			changes[field] = draft[field]
		}
	}
	if (draft.contact.trim() !== before.contact.trim()) {
		changes.contact = draft.contact.trim()
	}
	if (differs(written(draft.advice), written(before.advice))) {
		changes.advice = written(draft.advice)
	}
	return reading
}

type Table = 'levels' | 'poolLevels'
type StartField = 'bannerFrom' | 'mailFrom' | 'notificationFrom' | 'poolAdminsFrom' | 'poolEveryoneFrom'

function readTable({ changes, errors }: Reading, draft: Draft, before: Draft, table: Table, starts: StartField[]): void {
	const read = readLevels(draft[table])
	if ('error' in read) {
		errors[`${table}.${read.row}`] = read.error
		return
	}
	if (differs(draft[table], before[table])) {
		changes[table] = read.levels
	}
	for (const field of starts) {
		const from = fromOf(draft[field], read.levels)
		if (from !== before[field].from) {
			changes[field] = from
		}
	}
}

function readAmounts({ changes, errors }: Reading, draft: Draft, before: Draft): void {
	for (const field of ['repeatDays', 'hysteresis'] as const) {
		if (draft[field] !== before[field]) {
			if (isWhole(draft[field].trim())) {
				changes[field] = Number(draft[field])
			} else {
				errors[field] = field === 'repeatDays' ? t('Please write a number of days, as in: 7') : t('Please write a whole number, as in: 3')
			}
		}
	}
	if (draft.pool !== before.pool) {
		const bytes = readGigabytes(draft.pool)
		if (draft.pool.trim() === '') {
			// Not known: back to the default, which may be a size set by the host.
			changes.pool = null
		} else if (bytes !== null) {
			changes.pool = bytes
		} else {
			errors.pool = t('Please write a number of gigabytes, as in: 50')
		}
	}
	if (draft.accountCap !== before.accountCap) {
		const cap = draft.accountCap.trim()
		if (cap === '') {
			changes.accountCap = null
		} else if (isWhole(cap)) {
			changes.accountCap = Number(cap)
		} else {
			errors.accountCap = t('Please write a whole number, as in: 50')
		}
	}
}

/** Few enough digits for an exact number: what is larger is far beyond any limit. */
function isWhole(word: string): boolean {
	return /^\d{1,15}$/.test(word)
}

function differs(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) !== JSON.stringify(other)
}

/** The languages in which something is written, in alphabetical order. */
function written(advice: Draft['advice']): Draft['advice'] {
	const entries = Object.entries(advice).map(([language, words]) => [language, words.trim()] as const)
	return Object.fromEntries(entries.filter(([, words]) => words).sort(([a], [b]) => a < b ? -1 : 1))
}
