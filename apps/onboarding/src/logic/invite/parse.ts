// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Reads a list of people to be invited. Every line of it is accounted for: with a person, or with the reason why not. */

import type { Columns, Field } from './columns.ts'
import type { Separator, TextRecord } from './records.ts'

import { guessColumns, readHeader } from './columns.ts'
import { readLanguage } from './language.ts'
import { isLogin, loginKey, loginMaker } from './login.ts'
import { mailsIn, readMail } from './mail.ts'
import { readQuota } from './quota.ts'
import { linesOf, toRecords } from './records.ts'
import { separatorOf } from './separator.ts'

/** More lines than this are not read. */
export const MOST_LINES = 10_000
/** Longest name that Nextcloud takes, in characters. */
const LONGEST_NAME = 64

/** Somebody to be invited. */
export interface Person {
	/** May be empty: then Nextcloud shows the login name. */
	name: string
	/** In small letters. */
	mail: string
	/** Login name. */
	account: string
	/** The login name was made here, so that it can be made differently. */
	made: boolean
	/** As it stands in the list. */
	groups: string
	/** As Nextcloud takes it; empty for the default. */
	quota: string
	/** Empty for the one chosen for the whole list. */
	language: string
}

/** Why a line holds nobody to be invited. */
export type Refusal = 'bad_account' | 'bad_language' | 'bad_mail' | 'bad_quota' | 'broken' | 'empty' | 'header' | 'long_name'
	| 'no_mail' | 'repeated_account' | 'repeated_mail' | 'separator' | 'several_mails' | 'too_many'

/** One line of the list, or several where a field in quotes has line ends. */
export interface Row {
	/** First and last line, from 1. */
	from: number
	to: number
	/** The beginning of what stands there. */
	text: string
	person: Person | null
	/** Null where there is a person. */
	reason: Refusal | null
	/** The line that says the same already; null where there is none. */
	other: number | null
}

/** A list as it was read. */
export interface List {
	rows: Row[]
	separator: Separator
	/** What the columns were taken for. */
	columns: Columns
	/** What stands in the first lines, to show what the columns are. */
	sample: string[][]
	/** Names of the columns as the list has them; null without a header. */
	header: string[] | null
}

/**
 * Reads a list.
 *
 * @param text the list; fields that look like formulas are plain text like all others
 * @param chosen what the columns are, where somebody knows better
 */
export function parseList(text: string, chosen?: Columns): List {
	const all = linesOf(text)
	const lines = all.slice(0, MOST_LINES)
	const separator = separatorOf(lines)
	const records = toRecords(lines, separator)
	const written = records.filter((record) => !isEmpty(record) && !tellsSeparator(record, lines))
	const named = written[0] && !written[0].broken ? readHeader(written[0].fields) : null
	const header = named && written[0]!
	const people = written.filter((record) => record !== header)
	const columns = chosen ?? named ?? guessColumns(people.map(({ fields }) => fields))

	const rows = records.map((record): Row => ({
		from: record.from,
		to: record.to,
		text: lines.slice(record.from - 1, record.to).join(' ').slice(0, 200),
		person: null,
		reason: null,
		other: null,
		...record === header
			? { reason: 'header' as const }
			: tellsSeparator(record, lines) ? { reason: 'separator' as const } : readPerson(record, columns, named === null),
	}))
	if (all.length > MOST_LINES) {
		rows.push({ from: MOST_LINES + 1, to: all.length, text: '', person: null, reason: 'too_many', other: null })
	}
	refuseRepeated(rows)
	makeLogins(rows)
	return { rows, separator, columns, sample: people.slice(0, 3).map(({ fields }) => fields), header: header ? header.fields : null }
}

function isEmpty({ fields }: TextRecord): boolean {
	return fields.every((field) => field.trim() === '')
}

/** Excel's first line: `sep=;` */
function tellsSeparator({ from }: TextRecord, lines: readonly string[]): boolean {
	return from === 1 && /^sep=[\t;|,]$/i.test(lines[0]!.trim())
}

type Read = Pick<Row, 'person'> | Pick<Row, 'reason'>

function readPerson(record: TextRecord, columns: Columns, guessed: boolean): Read {
	if (record.broken) {
		return { reason: 'broken' }
	}
	if (isEmpty(record)) {
		return { reason: 'empty' }
	}
	const cell = (wanted: Field) => record.fields.filter((_, index) => columns[index] === wanted).join('\n')
	const { mail, name: beside, problem } = readMail(cell('mail'))
	if (guessed && record.fields.filter((field) => mailsIn(field) > 0).length > 1) {
		return { reason: 'several_mails' }
	}
	if (problem) {
		return { reason: problem }
	}
	const name = clean(cell('name')) || clean(`${cell('first')} ${cell('last')}`) || clean(beside)
	const account = clean(cell('account'))
	const quota = readQuota(cell('quota'))
	const language = readLanguage(cell('language'))
	if (Array.from(name).length > LONGEST_NAME) {
		return { reason: 'long_name' }
	}
	if (account && !isLogin(account)) {
		return { reason: 'bad_account' }
	}
	if (quota === null) {
		return { reason: 'bad_quota' }
	}
	if (language === null) {
		return { reason: 'bad_language' }
	}
	return { person: { name, mail, account, made: account === '', groups: cell('groups'), quota, language } }
}

/** One line without signs that nobody sees: control characters, and those that turn the writing direction. */
function clean(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cs}\p{Co}\uFEFF\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFD]/gu, '').trim()
}

/** The first of several lines with the same mail address or login name counts. */
function refuseRepeated(rows: Row[]): void {
	const mails = new Map<string, number>()
	const accounts = new Map<string, number>()
	for (const row of rows) {
		if (row.person) {
			const { mail, account } = row.person
			const sameMail = mails.get(mail)
			const sameAccount = account ? accounts.get(loginKey(account)) : undefined
			if (sameMail !== undefined || sameAccount !== undefined) {
				Object.assign(row, { person: null, reason: sameMail === undefined ? 'repeated_account' : 'repeated_mail', other: sameMail ?? sameAccount })
			} else {
				mails.set(mail, row.from)
				accounts.set(loginKey(account), row.from)
			}
		}
	}
}

/** Those that the list gives come first, whatever their line. */
function makeLogins(rows: Row[]): void {
	const { make, take } = loginMaker()
	const people = rows.flatMap(({ person }) => person ?? [])
	people.filter(({ made }) => !made).forEach(({ account }) => take(account))
	for (const person of people) {
		if (person.made) {
			person.account = make(person.name, person.mail)
		}
	}
}
