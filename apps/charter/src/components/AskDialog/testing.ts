// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** For the tests of the ask: a charter, the one before, a newer one, and how one gets about in the dialog. */

import type { Answer, PendingCharter, Version } from '../../../contract.ts'

import { userEvent } from '@testing-library/user-event'
import { render, screen } from '@testing-library/vue'
import { vi } from 'vitest'
import AskDialog from './AskDialog.vue'
import { fetchCharter, putOff, sendAnswer } from '../../api/charter.ts'
import { fetchVersion } from '../../api/versions.ts'
import { logOut } from '../../composables/logOut.ts'

export const HASH = { en: 'a'.repeat(64), fr: 'b'.repeat(64) }
const text = (name: string) => ({ title: `${name} charter`, summary: [`${name} one.`, `${name} two.`], body: `# ${name} heading\n\nWords` })
export const version: Version = {
	id: 3,
	owner: 'association',
	ownerName: '',
	number: 2,
	defaultLanguage: 'en',
	texts: { en: text('Our'), fr: text('Notre') },
	hashes: HASH,
	publishedAt: 1_760_000_000,
	kind: 'substantive',
	mode: 'ask',
	deadline: null,
	audience: { who: 'everyone', groups: [] },
	changeNote: { en: 'A word on tools.' },
	asks: 3,
}
export const earlier: Version = { ...version, id: 2, number: 1, asks: 2, texts: { en: { ...text('Our'), summary: ['Our one.', 'Our second.'] } }, hashes: { en: 'e'.repeat(64) }, changeNote: {} }
export const newer: Version = { ...version, id: 4, number: 3, asks: 4, texts: { en: text('New') }, hashes: { en: 'c'.repeat(64) } }
export const hostVersion: Version = { ...version, id: 7, owner: 'host', ownerName: 'Libre Toit', number: 1, asks: 7, texts: { en: text('Host') }, hashes: { en: 'f'.repeat(64) } }
export const pending: PendingCharter = {
	association: 'Les Tilleuls',
	owner: 'association',
	ownerName: '',
	version: 3,
	language: 'en',
	textHash: HASH.en,
	title: 'Our charter',
	summary: ['Our one.', 'Our two.'],
	languages: ['en', 'fr'],
	laterDays: 1,
	canWait: true,
	deadline: null,
	changeNote: '',
	before: null,
	next: null,
}
/** What the page carries of the host's charter. */
export const hosts: Partial<PendingCharter> = { owner: 'host', ownerName: 'Libre Toit', version: 7, textHash: 'f'.repeat(64), title: 'Host charter', summary: ['Host one.'], languages: ['en'] }
export const given: Answer = { id: 9, version: 3, language: 'en', textHash: HASH.en, choice: 'accepted', at: 1_760_000_000, hash: 'd'.repeat(64) }

/** Lets the mocked server answer as if all went well. */
export function prepare(): void {
	vi.mocked(fetchCharter).mockReset().mockResolvedValue({ association: { version, language: 'en', answer: null, asked: true }, host: null })
	vi.mocked(sendAnswer).mockReset().mockImplementation(async ({ choice }) => ({ ...given, choice }))
	vi.mocked(putOff).mockReset().mockResolvedValue()
	vi.mocked(fetchVersion).mockReset().mockImplementation(async (id) => [earlier, version, newer, hostVersion].find((one) => one.id === id)!)
	vi.mocked(logOut).mockReset().mockResolvedValue()
}

/**
 * Opens the dialog.
 *
 * @param more what the page carries besides
 */
export function show(more: Partial<PendingCharter> = {}) {
	return render(AskDialog, { props: { pending: { ...pending, ...more } } })
}

/**
 * Presses a button.
 *
 * @param name its name
 */
export async function press(name: string): Promise<void> {
	await userEvent.click(screen.getByRole('button', { name }))
}

/** Presses the button, then the one after being asked why. */
export async function decline(): Promise<void> {
	await press('Decline')
	await press('Decline')
}
