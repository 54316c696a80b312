// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests the list of who answered what as a file. */

import type { MemberStatus } from '../../contract.ts'

import { describe, expect, it } from 'vitest'
import { datedFileName, statusCsv } from './csv.ts'

describe('statusCsv', () => {
	const words = {
		columns: ['Nom', 'Compte', 'Réponse', 'Date', 'Langue', 'Raison'] as const,
		standing: (standing: MemberStatus['standing']) => `[${standing}]`,
		date: (at: number) => new Date(at * 1000).toISOString().slice(0, 10),
	}
	const member: MemberStatus = { account: 'odile', name: 'Odile "la grande"', standing: 'waiting', at: null, language: null, reason: '', remindedAt: null }

	it('has a line for each member, with headings', () => {
		const declined: MemberStatus = { ...member, account: 'denis', name: '=Denis', standing: 'declined', at: 1_795_000_000, language: 'fr', reason: 'Trop long,\nà mon avis' }
		expect(statusCsv([member, declined], words)).toBe([
			'\uFEFF"Nom","Compte","Réponse","Date","Langue","Raison"',
			'"Odile ""la grande""","odile","[waiting]","","",""',
			'"\'=Denis","denis","[declined]","2026-11-18","fr","Trop long,\nà mon avis"',
			'',
		].join('\r\n'))
	})

	it('has headings where there is nobody', () => {
		expect(statusCsv([], words)).toBe('\uFEFF"Nom","Compte","Réponse","Date","Langue","Raison"\r\n')
	})
})

it('names a file after the day', () => {
	expect(datedFileName('charter', 'csv', new Date(2026, 0, 5, 23, 59))).toBe('charter-2026-01-05.csv')
})
