// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the columns of a list are: told by a header in English or French, or by what stands in them. */

import { mailsIn } from './mail.ts'
import { readQuota } from './quota.ts'

/** What a column can hold. */
export const FIELDS = ['name', 'first', 'last', 'mail', 'account', 'groups', 'quota', 'language'] as const
export type Field = typeof FIELDS[number]

/** For each column what it holds; null = it is not used. */
export type Columns = Array<Field | null>

/** Names in headers, in small letters without accents and signs. */
const NAMES: Record<Field, string> = {
	name: 'name|full name|display name|displayname|nom complet|nom et prenom|nom prenom|prenom et nom|prenom nom|nom affiche|nom d affichage|person|personne|member|membre|adherent|adherente',
	first: 'first name|firstname|given name|forename|prenom|prenoms',
	last: 'last name|lastname|surname|family name|nom de famille|nom',
	mail: 'mail|e mail|email|mails|emails|mail address|e mail address|email address|adresse mail|adresse e mail|adresse email|courriel|mel|adresse courriel|adresse electronique|adresse de courriel|adresse de messagerie',
	account: 'account|account name|login|login name|username|user name|user|user id|userid|uid|identifiant|identifiant de connexion|nom d utilisateur|utilisateur|compte|nom de compte|nom du compte',
	groups: 'group|groups|groupe|groupes',
	quota: 'quota|quotas|storage|storage space|space|stockage|espace|espace de stockage|espace disque',
	language: 'language|lang|langue|locale',
}
const BY_NAME = new Map(FIELDS.flatMap((field) => NAMES[field].split('|').map((name) => [name, field] as const)))

/**
 * Reads a header.
 *
 * @param fields of the first record
 * @return null where it is no header: it has a mail address in it, or too few names that are known
 */
export function readHeader(fields: readonly string[]): Columns | null {
	if (fields.some((field) => mailsIn(field) > 0)) {
		return null
	}
	const found = fields.map((field) => BY_NAME.get(plain(field)) ?? null)
	const known = new Set(found.filter((field) => field !== null))
	if (!known.has('mail') && known.size < 2) {
		return null
	}
	// "Nom" beside "Prénom" is the family name, alone it is the whole one; "Name" beside "First name" likewise.
	const settled = found.map((field) => field === 'last' && !known.has('first')
		? 'name' as const
		: field === 'name' && known.has('first') && !known.has('last') ? 'last' as const : field)
	return once(settled)
}

/**
 * Guesses what columns hold that have no header: the mail address is known by its look, one or two columns before it
 * are the name, those behind it are groups and quota, or the name first where none stands before.
 *
 * @param records the fields of the lines
 */
export function guessColumns(records: ReadonlyArray<readonly string[]>): Columns {
	const width = records.reduce((most, { length }) => Math.max(most, length), 0)
	const columns: Columns = Array.from({ length: Math.min(width, 50) }, () => null)
	const counts = columns.map((_, index) => records.filter((fields) => mailsIn(fields[index] ?? '') > 0).length)
	const mail = counts.indexOf(Math.max(0, ...counts))
	if (mail === -1) {
		return columns
	}
	columns[mail] = 'mail'
	const quota = columns.findIndex((_, index) => index !== mail && looksLikeQuota(records.map((fields) => fields[index] ?? '')))
	if (quota !== -1) {
		columns[quota] = 'quota'
	}
	const names = columns.flatMap((field, index) => index < mail && field === null ? [index] : [])
	if (names.length === 1) {
		columns[names[0]!] = 'name'
	} else if (names.length > 1) {
		columns[names[0]!] = 'first'
		columns[names[1]!] = 'last'
	}
	const left: Field[] = [...names.length === 0 ? ['name' as const] : [], 'groups', ...quota === -1 ? ['quota' as const] : []]
	for (let index = mail + 1; index < columns.length && left.length > 0; index++) {
		columns[index] ??= left.shift()!
	}
	return columns
}

/** Whether all that stands in a column is an amount with a unit, or “none”. */
function looksLikeQuota(cells: readonly string[]): boolean {
	const written = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== '-')
	return written.length > 0 && written.every((cell) => /\d\s*[kmgt]|^\D{4,}$/i.test(cell) && readQuota(cell) !== null)
}

/** A field that is there twice counts once; several columns of groups are all meant. */
function once(columns: Columns): Columns {
	const seen = new Set<Field>()
	return columns.map((field) => {
		if (field === null || (field !== 'groups' && seen.has(field))) {
			return null
		}
		seen.add(field)
		return field
	})
}

function plain(name: string): string {
	return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z]+/g, ' ').trim()
}
