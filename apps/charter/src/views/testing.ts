// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** For the tests of the page: three versions of a charter, and how one gets about. */

import type { Answer, Version } from '../../contract.ts'
import type { PastVersion } from '../api/history.ts'

import { userEvent } from '@testing-library/user-event'
import { screen } from '@testing-library/vue'
import { vi } from 'vitest'
import { fetchCharter, sendAnswer } from '../api/charter.ts'
import { fetchHistory, fetchMyAnswers } from '../api/history.ts'
import { fetchVersion } from '../api/versions.ts'

export const HASH = { fr: 'a'.repeat(64), en: 'b'.repeat(64) }
export const version: Version = {
	id: 3,
	owner: 'association',
	ownerName: '',
	number: 3,
	defaultLanguage: 'fr',
	texts: { fr: { title: 'Charte', summary: ['Un.'], body: '# But' }, en: { title: 'Charter', summary: ['One.'], body: '# Aim' } },
	hashes: HASH,
	publishedAt: 1_760_000_000,
	kind: 'substantive',
	mode: 'ask',
	deadline: null,
	audience: { who: 'everyone', groups: [] },
	changeNote: { fr: 'Le but est dit.' },
	asks: 3,
}
export const second: Version = { ...version, id: 2, number: 2, asks: 2, texts: { ...version.texts, en: { title: 'Charter', summary: ['One.', 'Two.'], body: '# Aim\n\nOld words.' } }, changeNote: {} }
export const first: Version = { ...second, id: 1, number: 1, asks: 1, texts: { fr: { title: 'Ancienne charte', summary: ['Un.'], body: 'x' } } }
export const hostVersion: Version = { ...version, id: 9, owner: 'host', ownerName: 'Libre Toit', number: 2, asks: 9, texts: { fr: { title: 'Charte de l’hébergeur', summary: ['Sûr.'], body: '# Promesse' } }, hashes: { fr: 'c'.repeat(64) }, changeNote: {} }
export const earlierHost: Version = { ...hostVersion, id: 8, number: 1, asks: 8, texts: { fr: { title: 'Vieille promesse', summary: ['Sûr.'], body: '# Promesse' } } }
export const past: PastVersion[] = [version, second, first].map(({ id, owner, ownerName, number, publishedAt, kind }) => ({ id, owner, ownerName, inForce: id === 3, number, publishedAt, kind, title: `Charte ${number}`, changeNote: id === 3 ? 'Le but est dit.' : '' }))
export const hostsPast: PastVersion[] = [hostVersion, earlierHost].map(({ id, owner, ownerName, number, publishedAt, kind }) => ({ id, owner, ownerName, inForce: id === 9, number, publishedAt, kind, title: `Promesse ${number}`, changeNote: '' }))
export const accepted: Answer = { id: 11, version: 3, language: 'fr', textHash: HASH.fr, choice: 'accepted', at: 1_760_000_000, hash: 'd'.repeat(64) }

/** Lets the mocked server answer as if all went well. */
export function prepare(): void {
	location.hash = ''
	vi.mocked(fetchHistory).mockReset().mockResolvedValue(past)
	vi.mocked(fetchMyAnswers).mockReset().mockResolvedValue({ answers: [], brought: [] })
	vi.mocked(fetchVersion).mockReset().mockImplementation(async (id) => [version, second, first, hostVersion, earlierHost].find((one) => one.id === id)!)
	vi.mocked(fetchCharter).mockReset().mockResolvedValue({ association: { version, language: 'fr', answer: accepted, asked: true }, host: null })
	vi.mocked(sendAnswer).mockReset().mockImplementation(async (sent) => ({ ...accepted, ...sent, id: 12 }))
}

/**
 * Presses a button as soon as it is there.
 *
 * @param name its name
 */
export async function press(name: string): Promise<void> {
	await userEvent.click(await screen.findByRole('button', { name }))
}

/**
 * Follows a link as a browser does; happy-dom sets the address, but tells nobody.
 *
 * @param name its name
 */
export async function follow(name: RegExp | string): Promise<void> {
	await userEvent.click(await screen.findByRole('link', { name }))
	window.dispatchEvent(new Event('hashchange'))
}
