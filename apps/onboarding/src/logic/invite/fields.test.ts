// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests what is read from single fields: mail addresses, login names, quotas, languages, groups, columns. */

import { describe, expect, it } from 'vitest'
import { guessColumns, readHeader } from './columns.ts'
import { readGroups } from './groups.ts'
import { readLanguage } from './language.ts'
import { isLogin, loginMaker } from './login.ts'
import { onePerLine, readMail } from './mail.ts'
import { readQuota } from './quota.ts'

describe('mail addresses', () => {
	it.each([
		['Anna.D@Example.ORG ', 'anna.d@example.org', ''],
		['Anna Dupont <anna@example.org>', 'anna@example.org', 'Anna Dupont'],
		['"Dupont, Anna" <anna@example.org>', 'anna@example.org', 'Dupont, Anna'],
		['<anna+list@mail.example.co.uk>', 'anna+list@mail.example.co.uk', ''],
		['mailto:anna@example.org', 'anna@example.org', ''],
		['anna@bücher.example', 'anna@bücher.example', ''],
	])('are read: %s', (field, mail, name) => {
		expect(readMail(field)).toEqual({ mail, name, problem: null })
	})

	it.each([
		['', 'no_mail'],
		['anna', 'bad_mail'],
		['anna@example', 'bad_mail'],
		['anna@@example.org', 'bad_mail'],
		['anna@example..org', 'bad_mail'],
		['.anna@example.org', 'bad_mail'],
		['anna dupont@example.org', 'bad_mail'],
		['anna@192.168.1.1', 'bad_mail'],
		['=HYPERLINK("https://x.example")', 'bad_mail'],
		[`${'a'.repeat(65)}@example.org`, 'bad_mail'],
		['anna@example.org, ben@example.org', 'several_mails'],
	])('are refused: %s', (field, problem) => {
		expect(readMail(field)).toMatchObject({ mail: '', problem })
	})

	it('of a mail program come one per line', () => {
		expect(onePerLine('Anna D <anna@x.org>, "Ben, K" <ben@x.org>; carla@x.org\nDan;dan@x.org\na@x.org b@x.org'))
			.toBe('Anna D <anna@x.org>\n"Ben, K" <ben@x.org>\ncarla@x.org\nDan;dan@x.org\na@x.org\nb@x.org')
	})
})

describe('login names', () => {
	it.each(['anna', 'Anna Dupont', 'a@x.org', 'o\'neil', 'A-1_b.c', 'x'.repeat(64)])('can be %s', (login) => expect(isLogin(login)).toBe(true))
	it.each(['', ' anna', 'anna ', 'zoé', '.', '..', 'a/b', 'x'.repeat(65), 'Nextcloud.log', 'appdata_x'])('cannot be %j', (login) => expect(isLogin(login)).toBe(false))

	it.each([
		['Anna Dupont', '', 'anna.dupont'],
		['Zoé-Lou D\'Œuvre', '', 'zoe-lou.doeuvre'],
		['Łukasz Groß', '', 'lukasz.gross'],
		['=cmd|calc', '', 'cmd.calc'],
		['Анна', 'anna.k@x.org', 'anna.k'],
		['', 'info+x@x.org', 'info.x'],
		['..', '_@x.org', 'member'],
		['x'.repeat(80), '', 'x'.repeat(64)],
	])('are made: %s, %s', (name, mail, login) => expect(loginMaker().make(name, mail)).toBe(login))

	it('get a number where they are taken', () => {
		const { make, take } = loginMaker()
		take('Anna.D')
		expect([make('Anna D', ''), make('Anna D', ''), make('Ben', ''), make('ben', '')]).toEqual(['anna.d2', 'anna.d3', 'ben', 'ben2'])
		expect([make('x'.repeat(64), ''), make('x'.repeat(64), '')].map(({ length }) => length)).toEqual([64, 59])
	})
})

describe('quotas', () => {
	it.each([
		['5 GB', '5 GB'],
		['5 Go', '5 GB'],
		['1,5go', '1.5 GB'],
		['500 Mo', '500 MB'],
		['2 TiB', '2 TB'],
		['5', '5 GB'],
		['0', '0 GB'],
		['none', 'none'],
		['Illimité', 'none'],
		['', ''],
		['Défaut', ''],
	])('%s is %s', (field, quota) => expect(readQuota(field)).toBe(quota))
	it.each(['lots', '5 XB', '-5 GB', '1e3 GB', '5 GB!', '=5'])('%s makes no sense', (field) => expect(readQuota(field)).toBeNull())
})

describe('languages', () => {
	it.each([['fr', 'fr'], ['FR-fr', 'fr'], ['Français', 'fr'], ['French', 'fr'], ['anglais', 'en'], ['de_DE', 'de_DE'], ['pt-BR', 'pt_BR'], ['German', 'de'], ['', '']])('%s is %s', (field, language) => expect(readLanguage(field)).toBe(language))
	it('others are refused', () => expect(readLanguage('klingon?')).toBeNull())
})

describe('groups', () => {
	const groups = [{ id: 'board', name: 'Bureau' }, { id: 'Music, dance', name: 'Music, dance' }, { id: 'g1', name: 'Volunteers' }]
	it.each([
		['board', ['board'], []],
		['bureau; VOLUNTEERS | board', ['board', 'g1'], []],
		['Music, dance', ['Music, dance'], []],
		['Music, Board', ['board'], ['Music']],
		['New\nnew,  N  w', [], ['New', 'N w']],
		['', [], []],
	])('%j', (field, ids, missing) => expect(readGroups(field, groups)).toEqual({ ids, missing }))
})

describe('columns', () => {
	it.each([
		[['Name', 'E-mail', 'Groups', 'Quota'], ['name', 'mail', 'groups', 'quota']],
		[['Prénom', 'Nom', 'Adresse électronique', 'Téléphone'], ['first', 'last', 'mail', null]],
		[['Nom', 'Courriel', 'Groupe 1', 'Groupe 2'], ['name', 'mail', 'groups', 'groups']],
		[['First name', 'Name', 'Mail', 'Mail'], ['first', 'last', 'mail', null]],
		[['IDENTIFIANT', 'langue', 'mél'], ['account', 'language', 'mail']],
	])('%j have a header', (fields, columns) => expect(readHeader(fields)).toEqual(columns))
	it.each([[['Anna', 'anna@x.org']], [['Anna Dupont']], [['Group', 'x', 'y']]])('%j are none', (fields) => expect(readHeader(fields)).toBeNull())

	it.each([
		[[['Anna', 'a@x.org', 'board', '5 GB'], ['Ben', 'b@x.org', '', 'none']], ['name', 'mail', 'groups', 'quota']],
		[[['a@x.org', 'Anna', 'board']], ['mail', 'name', 'groups']],
		[[['Anna', 'Dupont', 'a@x.org', '5 Go']], ['first', 'last', 'mail', 'quota']],
		[[['a@x.org'], ['b@x.org']], ['mail']],
		[[['Anna', '06 12 34 56 78', 'x', 'a@x.org']], ['first', 'last', null, 'mail']],
		[[], []],
	])('%j are guessed', (records, columns) => expect(guessColumns(records)).toEqual(columns))
})
