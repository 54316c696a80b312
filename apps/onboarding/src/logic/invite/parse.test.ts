// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests reading lists of people. */

import { describe, expect, it } from 'vitest'
import { parseList } from './parse.ts'

function short(text: string) {
	return parseList(text).rows.map(({ from, to, person, reason, other }) => person
		? [from, to, person.name, person.mail, person.account]
		: [from, to, reason, ...other === null ? [] : [other]])
}

describe('parseList', () => {
	it('reads what a spreadsheet writes', () => {
		const list = parseList('sep=;\nPrénom;Nom;Courriel;Groupes;Quota;Langue\nAnna;Dupont;anna@x.org;"CA; Bureau";5 Go;fr\n\nBen;;BEN@x.org;;;\n')
		expect(list).toMatchObject({ separator: ';', columns: ['first', 'last', 'mail', 'groups', 'quota', 'language'], header: ['Prénom', 'Nom', 'Courriel', 'Groupes', 'Quota', 'Langue'] })
		expect(list.rows.map(({ from, reason }) => [from, reason])).toEqual([[1, 'separator'], [2, 'header'], [3, null], [4, 'empty'], [5, null]])
		expect(list.rows[2]!.person).toEqual({ name: 'Anna Dupont', mail: 'anna@x.org', account: 'anna.dupont', made: true, groups: 'CA; Bureau', quota: '5 GB', language: 'fr' })
		expect(list.rows[4]!.person).toEqual({ name: 'Ben', mail: 'ben@x.org', account: 'ben', made: true, groups: '', quota: '', language: '' })
	})

	it('reads plain addresses', () => {
		expect(short('anna.k@x.org\nBen K <ben@x.org>')).toEqual([[1, 1, '', 'anna.k@x.org', 'anna.k'], [2, 2, 'Ben K', 'ben@x.org', 'ben.k']])
	})

	it('gives a reason for each line without somebody to invite', () => {
		expect(short([
			'name,mail,login,quota,language',
			'Anna,a@x.org,anna,,',
			'Again,A@X.org,other,,',
			'Same,b@x.org,ANNA,,',
			'No mail,,nobody,,',
			'Bad mail,a@x,nobody,,',
			'Two,c@x.org d@x.org,,,',
			'Login,e@x.org,zoé,,',
			'Quota,f@x.org,,lots,',
			'Language,g@x.org,,,klingon?',
			`${'N'.repeat(65)},h@x.org,,,`,
			'"Open,i@x.org,,,',
			',,,,',
		].join('\r\n'))).toEqual([
			[1, 1, 'header'],
			[2, 2, 'Anna', 'a@x.org', 'anna'],
			[3, 3, 'repeated_mail', 2],
			[4, 4, 'repeated_account', 2],
			[5, 5, 'no_mail'],
			[6, 6, 'bad_mail'],
			[7, 7, 'several_mails'],
			[8, 8, 'bad_account'],
			[9, 9, 'bad_quota'],
			[10, 10, 'bad_language'],
			[11, 11, 'long_name'],
			[12, 12, 'broken'],
			[13, 13, 'empty'],
		])
	})

	it('keeps formulas as the plain text they are', () => {
		expect(short('=1+1,a@x.org\n"=HYPERLINK(""https://x.example"")",b@x.org\n@SUM(A1),c@x.org')).toEqual([
			[1, 1, '=1+1', 'a@x.org', '1.1'],
			[2, 2, '=HYPERLINK("https://x.example")', 'b@x.org', 'hyperlink.https.x.example'],
			[3, 3, '@SUM(A1)', 'c@x.org', 'sum.a1'],
		])
	})

	it('makes different login names, around those that are given', () => {
		expect(short('name,mail,login\nAnna D,a@x.org,\nAnna D,b@x.org,\nX,c@x.org,anna.d').map((row) => row[4])).toEqual([undefined, 'anna.d2', 'anna.d3', 'anna.d'])
	})

	it('takes the columns that it is told', () => {
		const [row] = parseList('board,Anna,a@x.org', ['groups', 'name', 'mail']).rows
		expect(row!.person).toMatchObject({ name: 'Anna', groups: 'board' })
	})

	it('refuses several addresses in one line, as mail programs list them', () => {
		expect(short('Anna <a@x.org>, Ben <b@x.org>')).toEqual([[1, 1, 'several_mails']])
	})

	it('takes out signs that nobody sees', () => {
		expect(short('A\u202Enna\u0007\u00A0 \u200BD,a@x.org')[0]![2]).toBe('Anna D')
	})

	it('reads 10,000 lines quickly, and says so of those beyond', () => {
		const text = Array.from({ length: 10_003 }, (_, index) => `Anna Dupont,a${index}@x.org,board,5 GB`).join('\n')
		const begun = performance.now()
		const { rows } = parseList(text)
		expect(performance.now() - begun).toBeLessThan(3_000)
		expect(rows).toHaveLength(10_001)
		expect(new Set(rows.map(({ person }) => person?.account)).size).toBe(10_001)
		expect(rows.at(-1)).toMatchObject({ from: 10_001, to: 10_003, reason: 'too_many' })
	})

	it('reads nothing', () => {
		expect(parseList('').rows).toEqual([])
	})
})
