// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Thinning out old versions, through the screen: what would go, how far it is, stopping, and what became of it. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import VersionsBox from './VersionsBox.vue'
import { deleteVersion } from '../../api/dav.ts'
import { GB, NOW, prepare, press, version } from '../testing.ts'

vi.mock('../../api/dav.ts')
vi.mock('../../api/mine.ts')

beforeEach(prepare)
afterEach(cleanup)

const versions = [version(500, GB, 1), version(400, GB, 2), version(100, GB, 1), version(3, GB, 3)]
const show = (list = versions, count = list.length) => render(VersionsBox, { props: { versions: list, count, now: NOW } })
async function remove() {
	await press('Remove these versions\u00A0…')
	await press('Remove for good')
}

it('offers ages with what each would free, the oldest first', () => {
	show()
	expect(screen.getByText('4 old versions take 4 GB.')).toBeTruthy()
	const choices = screen.getAllByRole<HTMLInputElement>('radio')
	expect(choices.map(({ labels }) => labels?.[0]?.textContent)).toEqual(['older than a year: 2 versions, 2 GB', 'older than three months: 3 versions, 3 GB', 'all of them: 4 versions, 4 GB'])
	expect(choices.map(({ checked }) => checked)).toEqual([true, false, false])
})

it('names the files of what is chosen', async () => {
	show()
	await userEvent.click(screen.getByRole('radio', { name: /^older than three months/ }))
	expect(screen.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent?.trim())).toEqual([expect.stringMatching(/^file 1\.odt\s+2 versions, 2 GB$/), expect.stringMatching(/^file 2\.odt\s+one version, 1 GB$/)])
})

it('asks once more, then removes exactly those, one after the other', async () => {
	const { emitted } = show()
	await press('Remove these versions\u00A0…')
	expect(screen.getByRole('group', { name: 'Remove 2 old versions? This frees 2 GB. They are gone for good then. Your files stay as they are.' })).toBeTruthy()
	expect(deleteVersion).not.toHaveBeenCalled()
	await press('Remove for good')
	expect(await screen.findByText('2 old versions are gone, 2 GB are free again.')).toBeTruthy()
	expect(vi.mocked(deleteVersion).mock.calls).toEqual([[versions[0]], [versions[1]]])
	expect(emitted('changed')).toHaveLength(1)
})

it('removes nothing when one thinks better of it', async () => {
	show()
	await press('Remove these versions\u00A0…')
	await userEvent.keyboard('{Escape}')
	expect(deleteVersion).not.toHaveBeenCalled()
	expect(screen.getByRole('button', { name: /^Remove these versions/ })).toBeTruthy()
})

it('shows how far it is, and stops between two', async () => {
	let finish = () => {}
	vi.mocked(deleteVersion).mockImplementation(() => new Promise((resolve) => {
		finish = resolve
	}))
	const { emitted } = show()
	await userEvent.click(screen.getByRole('radio', { name: /^all of them/ }))
	await remove()
	finish()
	expect(await screen.findByText('1 of 4, 1 GB freed')).toBeTruthy()
	const bar = screen.getByRole('progressbar', { name: 'Removing old versions' })
	expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['1', '4'])
	await press('Stop')
	finish()
	expect(await screen.findByText('2 old versions are gone, 2 GB are free again. The others are still there.')).toBeTruthy()
	expect(deleteVersion).toHaveBeenCalledTimes(2)
	expect(emitted('changed')).toHaveLength(1)
})

it('goes on after one that cannot be removed, and says so; one that is gone already counts as gone', async () => {
	vi.mocked(deleteVersion)
		.mockRejectedValueOnce(new OcsError('unreadable', 'Locked.', 423))
		.mockRejectedValueOnce(new OcsError('not_found', 'Gone.', 404))
	show()
	await userEvent.click(screen.getByRole('radio', { name: /^older than three months/ }))
	await remove()
	expect(await screen.findByText('2 old versions are gone, 1 GB are free again. One could not be removed.')).toBeTruthy()
	expect(screen.queryByRole('alert')).toBeNull()
})

it('stops by itself where going on is of no use', async () => {
	vi.mocked(deleteVersion).mockResolvedValueOnce().mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
	show()
	await userEvent.click(screen.getByRole('radio', { name: /^all of them/ }))
	await remove()
	expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
	expect(screen.getByText('One old version is gone, 1 GB are free again. The others are still there.')).toBeTruthy()
	expect(deleteVersion).toHaveBeenCalledTimes(2)
})

it('says that there are more than are listed, or none at all', () => {
	show(versions, 5000)
	expect(screen.getByText(/there are 5000 altogether/)).toBeTruthy()
	cleanup()
	show([])
	expect(screen.getByText('There are no old versions.')).toBeTruthy()
	expect(screen.queryByRole('button')).toBeNull()
})
