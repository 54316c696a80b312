// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The report's figures, its page, and that nothing in it can be anything but text. */

import type { Snapshot } from '../scan/snapshot.ts'

import { describe, expect, it } from 'vitest'
import { figuresOf } from './figures.ts'
import { bytes, percent } from './html.ts'
import { reportPage } from './page.ts'

type Space = Snapshot['spaces'][number]

/** A scan of spaces that are given in part. */
function scan(spaces: readonly Partial<Space>[], more: Partial<Snapshot> = {}): Snapshot {
	return { format: 'ensemble-scan 1', fleet: 'north', at: '2026-11-22T20:00:00.000Z', seconds: 4.2, files: [], ...more, spaces: spaces.map((space, index) => ({ id: `secret-${index}`, host: 'alpha', server: '34.0.1', pack: '1.0.0', apps: {}, counts: {}, drift: [], ...space })) }
}

describe('figuresOf', () => {
	it('counts packs by host, newest first, and those without or not read last', () => {
		const { packs, versions, servers, well } = figuresOf(scan([{ pack: '1.9.0' }, { pack: '1.10.0', host: 'beta' }, { pack: null }, { pack: null, server: null, drift: [{ code: 'unreadable', message: 'x' }] }]), [])
		expect(packs).toEqual(['1.10.0', '1.9.0', 'none', 'not read'])
		expect(versions).toEqual([{ host: 'alpha', spaces: 3, counts: [0, 1, 1, 1] }, { host: 'beta', spaces: 1, counts: [1, 0, 0, 0] }])
		expect(servers).toEqual([{ server: '34.0.1', spaces: 3 }, { server: 'not read', spaces: 1 }])
		expect(well).toBe(3)
	})

	it('sorts pools and charters into tenths; what is full counts as full, what is over as over', () => {
		const pools = [0, 9, 10, 79, 80, 94.9, 95, 100, 130].map((used) => ({ counts: { poolUsed: used, poolTotal: 100 } }))
		const figures = figuresOf(scan([...pools, { counts: { poolUsed: 5 } }, { counts: { accounts: 4, charterAnswered: 3 } }, { counts: { accounts: 0, charterAnswered: 0 } }]), [])
		expect(figures.pools).toMatchObject({ known: 9, columns: [2, 1, 0, 0, 0, 0, 0, 1, 1, 3], beyond: 1, total: 900, near: [{ from: 80, spaces: 5 }, { from: 90, spaces: 4 }, { from: 95, spaces: 3 }] })
		expect(figures.charters).toMatchObject({ known: 1, accounts: 4, answered: 3, columns: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0] })
	})
})

describe('reportPage', () => {
	it('escapes whatever a host, a version or a fleet is called', () => {
		const evil = '"><script>alert(1)</script>'
		const page = reportPage(figuresOf(scan([{ host: evil, pack: evil, server: evil, drift: [{ code: 'pack', message: evil }] }], { fleet: evil, files: [{ host: evil, pack: evil, error: evil }] }), []))
		expect(page).not.toContain('<script')
		expect(page).not.toContain('"><script')
		expect(page.match(/&#60;script&#62;/g)!.length).toBeGreaterThan(4)
	})

	it('has a name for every picture and a table behind it, and leaves out what nobody tells', () => {
		const full = reportPage(figuresOf(scan([{ counts: { poolUsed: 1, poolTotal: 2, accounts: 3, charterAnswered: 1 }, drift: [{ code: 'off', message: '' }] }]), []))
		const pictures = full.match(/<svg[^>]*role="img"[^>]*>/g)!
		expect(pictures).toHaveLength(4)
		pictures.forEach((picture) => expect(picture).toMatch(/aria-label="[^"]{10,}"/))
		expect(full.match(/<details>/g)).toHaveLength(4)
		expect(full).toContain('An app is off that was on: 1')
		const bare = reportPage(figuresOf(scan([{}]), []))
		expect(bare).not.toContain('id="pools"')
		expect(bare).not.toContain('id="charters"')
		expect(reportPage(figuresOf(scan([]), []))).toContain('<dd><b>0</b> on 0 hosts</dd>')
	})
})

describe('numbers for people', () => {
	it('never says 100 % where something is missing, nor 0 % where something is there', () => {
		expect([percent(999, 1000), percent(1, 1000), percent(1000, 1000), percent(0, 10), percent(0, 0)]).toEqual(['over 99 %', 'under 1 %', '100 %', '0 %', '–'])
	})
	it('says bytes as Nextcloud does', () => {
		expect([0, 1023, 1024, 50 * 1024 ** 3, 1.5 * 1024 ** 4].map(bytes)).toEqual(['0 B', '1,023 B', '1 KB', '50 GB', '1.5 TB'])
	})
})
