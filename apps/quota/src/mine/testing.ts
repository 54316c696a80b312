// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** For the tests of "My storage": somebody with 4.6 of 5 GB, and how one gets about. */

import type { Item, Mine, OldVersion, OwnRequest } from '../../contract.ts'

import { userEvent } from '@testing-library/user-event'
import { screen } from '@testing-library/vue'
import { vi } from 'vitest'
import { deleteFile, deleteVersion, emptyTrash, restoreFile } from '../api/dav.ts'
import { fetchCleanup, fetchLargest, fetchMine, fetchOwnHistory, fetchPreferences, savePreferences } from '../api/mine.ts'

export const GB = 2 ** 30
export const DAY = 86_400
export const NOW = 20_400 * DAY

export const mine: Mine = {
	files: 4.6 * GB,
	trash: 0.5 * GB,
	versions: 0.1 * GB,
	quota: 5 * GB,
	percent: 92,
	level: 90,
	countedAt: NOW,
	space: { used: 41 * GB, pool: 50 * GB, percent: 82, level: 80 },
	request: null,
	mayAsk: true,
	advice: 'Long films belong on the disk in the office.',
	contact: 'Amina, amina@example.org',
}

export const request: OwnRequest = {
	id: 3,
	wanted: 10 * GB,
	sentence: 'The photos of the summer party.',
	at: NOW - 2 * DAY,
	state: 'open',
	granted: null,
	word: '',
	decidedAt: null,
}

export const file = (id: number, name: string, size: number, folder = '/'): Item => ({ id, name, folder, size, changedAt: NOW - id * DAY })
export const version = (days: number, size: number, of = 1): OldVersion => ({ file: of, version: String(NOW - days * DAY), name: `file ${of}.odt`, folder: '/', size, at: NOW - days * DAY })

/** Lets the mocked servers answer as if all went well. */
export function prepare(): void {
	location.hash = ''
	document.documentElement.lang = 'en'
	Reflect.set(window, '_oc_appswebroots', { files_trashbin: '/apps/files_trashbin' })
	vi.mocked(fetchMine).mockReset().mockResolvedValue(mine)
	vi.mocked(fetchOwnHistory).mockReset().mockResolvedValue([{ day: 20_300, files: 4 * GB, trash: 0, versions: 0, quota: 5 * GB }])
	vi.mocked(fetchLargest).mockReset().mockResolvedValue({ files: [file(1, 'film.mp4', 2 * GB, '/Films'), file(2, 'photos.zip', GB)], folders: [file(9, 'Films', 2 * GB)] })
	vi.mocked(fetchCleanup).mockReset().mockResolvedValue({ trash: { count: 12, size: 0.5 * GB, oldest: NOW - 20 * DAY }, versions: [version(400, 0.1 * GB)], versionCount: 1 })
	vi.mocked(fetchPreferences).mockReset().mockResolvedValue({ mail: true, from: null, levels: [80, 90, 95], mayChoose: true })
	vi.mocked(savePreferences).mockReset().mockImplementation(async (sent) => ({ ...sent, levels: [80, 90, 95], mayChoose: true }))
	vi.mocked(deleteFile).mockReset().mockResolvedValue()
	vi.mocked(deleteVersion).mockReset().mockResolvedValue()
	vi.mocked(emptyTrash).mockReset().mockResolvedValue()
	vi.mocked(restoreFile).mockReset().mockResolvedValue(true)
}

/**
 * Presses a button as soon as it is there.
 *
 * @param name its name
 */
export async function press(name: RegExp | string): Promise<void> {
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
