// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** What has changed, in the ask. */

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, screen } from '@testing-library/vue'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchCharter, sendAnswer } from '../../api/charter.ts'
import { fetchVersion } from '../../api/versions.ts'
import { HASH, newer, prepare, press, show } from './testing.ts'

vi.mock('../../api/charter.ts')
vi.mock('../../api/versions.ts')
vi.mock('../../composables/logOut.ts')
repairForDOMPurify()

// What comes late must not come later than a test waits.
beforeAll(() => import('../TextDiff/TextDiff.vue'))
beforeEach(prepare)
afterEach(cleanup)

describe('what has changed', () => {
	it('is said before all else to those who have not answered before', () => {
		show({ changeNote: 'A word on tools.' })
		expect(screen.getByRole('heading', { name: 'What has changed' })).toBeTruthy()
		expect(screen.getByText('A word on tools.')).toBeTruthy()
		expect(screen.getByText('Our one.')).toBeTruthy()
		expect(fetchVersion).not.toHaveBeenCalled()
	})

	it('comes first to those who have: in words, then in the text', async () => {
		show({ changeNote: 'A word on tools.', before: 2 })
		expect(screen.getByText('The charter of Les Tilleuls has changed since you answered.')).toBeTruthy()
		expect(screen.getByText('A word on tools.')).toBeTruthy()
		expect(await screen.findByText('One passage has changed.')).toBeTruthy()
		expect(vi.mocked(fetchVersion).mock.calls).toEqual([[2], [3]])
		expect(document.querySelector('ins')?.textContent).toMatch(/^ added: {2}two$/)
		expect(document.querySelector('del')?.textContent).toMatch(/^ removed: {2}second$/)
		expect(screen.queryByText('Our one.')).toBeNull()
		await press('Accept')
		expect(sendAnswer).toHaveBeenCalledExactlyOnceWith({ version: 3, language: 'en', textHash: HASH.en, choice: 'accepted', after: 0 })
	})

	it('holds nobody up while it is on its way', async () => {
		vi.mocked(fetchVersion).mockReturnValue(new Promise(() => undefined))
		show({ before: 2 })
		await press('Accept')
		expect(await screen.findByText(/^Thank you/)).toBeTruthy()
	})

	it('that does not come says so and can be tried again', async () => {
		vi.mocked(fetchVersion).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		show({ before: 2 })
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		await press('Try again')
		expect(await screen.findByText('One passage has changed.')).toBeTruthy()
	})

	it('leads to the short version and the whole text, and back', async () => {
		show({ before: 2 })
		await press('Read it in short')
		expect(screen.getByText('Our one.')).toBeTruthy()
		await press('What has changed')
		await press('Read the whole text')
		expect(await screen.findByRole('heading', { name: 'Our heading' })).toBeTruthy()
	})

	it('is compared with the newest where a newer one came meanwhile', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('replaced', 'The charter has been replaced.', 409))
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version: newer, language: 'en', answer: null, asked: true }, host: null })
		show({ before: 2 })
		await screen.findByText('One passage has changed.')
		await press('Accept')
		await vi.waitFor(() => expect(vi.mocked(fetchVersion).mock.lastCall).toEqual([4]))
		expect(await screen.findByText('4 passages have changed.')).toBeTruthy()
	})

	it('says so where the other one is not written in the language', async () => {
		show({ before: 2 })
		await screen.findByText('One passage has changed.')
		await userEvent.selectOptions(screen.getByRole('combobox'), 'fr')
		expect(await screen.findByText('The earlier one is not written in this language: Français.')).toBeTruthy()
	})
})
