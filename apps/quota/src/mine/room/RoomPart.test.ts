// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Making room, through the screen: the largest files, the deleted ones, old versions. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { cleanup, render, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import RoomPart from './RoomPart.vue'
import { deleteFile, emptyTrash, restoreFile } from '../../api/dav.ts'
import { fetchCleanup, fetchLargest } from '../../api/mine.ts'
import { file, GB, mine, prepare, press } from '../testing.ts'

vi.mock('../../api/dav.ts')
vi.mock('../../api/mine.ts')

beforeEach(prepare)
afterEach(cleanup)

const show = () => render(RoomPart, { props: { mine } })
const broken = new OcsError('network', 'The server cannot be reached.')
/** Lines of a table, as they are read. */
const lines = (name: string) => within(screen.getByRole('table', { name })).getAllByRole('row').slice(1).map((row) => row.textContent)

describe('what is largest', () => {
	it('leads into Files, and says size and folder', async () => {
		show()
		const link = await screen.findByRole('link', { name: 'film.mp4' })
		expect(link.getAttribute('href')).toBe('/index.php/f/1')
		expect(lines('Largest files')[0]).toMatch(/film\.mp4.*in Films.*2 GB/)
		expect(screen.getByRole('link', { name: 'Films' }).getAttribute('href')).toBe('/index.php/f/9')
	})

	it('is five at first, then all', async () => {
		vi.mocked(fetchLargest).mockResolvedValue({ files: Array.from({ length: 20 }, (_, i) => file(i + 1, `file ${i}`, GB)), folders: [] })
		show()
		await screen.findByRole('link', { name: 'file 0' })
		expect(lines('Largest files')).toHaveLength(5)
		await press('Show all 20')
		expect(lines('Largest files')).toHaveLength(20)
		await press('Show fewer')
		expect(lines('Largest files')).toHaveLength(5)
		expect(screen.queryByRole('heading', { name: 'Largest folders' })).toBeNull()
	})

	it('may be nothing, or not come', async () => {
		vi.mocked(fetchLargest).mockRejectedValueOnce(broken).mockResolvedValue({ files: [], folders: [] })
		show()
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		await press('Try again')
		expect(await screen.findByText('You have no files of your own yet.')).toBeTruthy()
	})
})

describe('a file', () => {
	it('is deleted at once and can be brought back; all numbers are counted anew', async () => {
		const { emitted } = show()
		await press('Delete film.mp4')
		expect(deleteFile).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'film.mp4', folder: '/Films' }))
		expect(await screen.findByText('“film.mp4” is among your deleted files now.')).toBeTruthy()
		expect(emitted('changed')).toHaveLength(1)
		expect(fetchLargest).toHaveBeenCalledTimes(2)
		expect(fetchCleanup).toHaveBeenCalledTimes(2)
		await waitFor(() => expect(document.activeElement?.textContent).toContain('Bring it back'))
		await press('Bring it back')
		expect(restoreFile).toHaveBeenCalledExactlyOnceWith(1)
		expect(await screen.findByText('“film.mp4” is back where it was.')).toBeTruthy()
		expect(screen.queryByRole('button', { name: 'Bring it back' })).toBeNull()
		expect(emitted('changed')).toHaveLength(2)
		await waitFor(() => expect(document.activeElement?.textContent).toContain('Largest files'))
	})

	it('that Nextcloud has cleared away meanwhile does not come back, and that is said', async () => {
		vi.mocked(restoreFile).mockResolvedValue(false)
		show()
		await press('Delete film.mp4')
		await press('Bring it back')
		expect(await screen.findByText('“film.mp4” is no longer among your deleted files.')).toBeTruthy()
	})

	it('that could not be deleted offers nothing to bring back', async () => {
		vi.mocked(deleteFile).mockRejectedValue(broken)
		show()
		await press('Delete film.mp4')
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		expect(screen.queryByRole('button', { name: 'Bring it back' })).toBeNull()
	})

	it('can be brought back again when the first try fails', async () => {
		vi.mocked(restoreFile).mockRejectedValueOnce(broken)
		show()
		await press('Delete film.mp4')
		await press('Bring it back')
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		await press('Bring it back')
		expect(await screen.findByText('“film.mp4” is back where it was.')).toBeTruthy()
	})

	it('is asked about first where nothing comes back', async () => {
		Reflect.set(window, '_oc_appswebroots', { files: '/apps/files' })
		show()
		await press('Delete film.mp4')
		expect(deleteFile).not.toHaveBeenCalled()
		expect(screen.getByText(/^Delete “film\.mp4”\? It is gone for good/)).toBeTruthy()
		await press('Cancel')
		expect(deleteFile).not.toHaveBeenCalled()
		await press('Delete film.mp4')
		await press('Delete for good')
		expect(await screen.findByText('“film.mp4” is deleted.')).toBeTruthy()
		expect(screen.queryByRole('button', { name: 'Bring it back' })).toBeNull()
	})
})

describe('the deleted files', () => {
	it('say what they take, are emptied after a question, and are counted anew', async () => {
		const { emitted } = show()
		expect(await screen.findByText(/^12 deleted files and folders take 512 MB\./)).toBeTruthy()
		await press('Empty the deleted files\u00A0…')
		const box = screen.getByRole('group', { name: /^Empty the deleted files\? This frees 512 MB\./ })
		expect(document.activeElement).toBe(box)
		expect(emptyTrash).not.toHaveBeenCalled()
		vi.mocked(fetchCleanup).mockResolvedValue({ trash: { count: 0, size: 0, oldest: null }, versions: [], versionCount: 0 })
		await press('Empty for good')
		expect(await screen.findByText('Done. 512 MB are free for everybody again.')).toBeTruthy()
		expect(await screen.findByText('There are no deleted files.')).toBeTruthy()
		expect(emptyTrash).toHaveBeenCalledOnce()
		expect(emitted('changed')).toHaveLength(1)
	})

	it('stay when one thinks better of it; the focus goes back', async () => {
		show()
		await press('Empty the deleted files\u00A0…')
		await press('Cancel')
		expect(emptyTrash).not.toHaveBeenCalled()
		await waitFor(() => expect(document.activeElement?.textContent).toContain('Empty the deleted files'))
	})

	it('may refuse to go', async () => {
		vi.mocked(emptyTrash).mockRejectedValue(new OcsError('server', 'Something went wrong on the server.', 500))
		show()
		await press('Empty the deleted files\u00A0…')
		await press('Empty for good')
		expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong')
		expect(screen.queryByText(/^Done\./)).toBeNull()
	})
})

it('says when deleted files and versions do not come, and tries again', async () => {
	vi.mocked(fetchCleanup).mockRejectedValueOnce(broken)
	show()
	expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
	await press('Try again')
	expect(await screen.findByRole('heading', { name: 'Deleted files' })).toBeTruthy()
})
