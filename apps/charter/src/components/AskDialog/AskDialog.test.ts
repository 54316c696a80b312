// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The ask, through the screen: reading, answering, leaving, and all that may come in between. */

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, screen } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchCharter, putOff, sendAnswer } from '../../api/charter.ts'
import { logOut } from '../../composables/logOut.ts'
import { decline, given, HASH, newer, prepare, press, show, version } from './testing.ts'

vi.mock('../../api/charter.ts')
vi.mock('../../api/versions.ts')
vi.mock('../../composables/logOut.ts')
repairForDOMPurify()

beforeEach(prepare)
afterEach(cleanup)

describe('the summary', () => {
	it('shows the plain sentences first, and asks the server nothing', () => {
		show()
		expect(screen.getByRole('dialog', { name: 'Our charter' })).toBeTruthy()
		expect(screen.getByText(/charter of Les Tilleuls/)).toBeTruthy()
		expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Our one.', 'Our two.'])
		expect(fetchCharter).not.toHaveBeenCalled()
	})

	it('says when "later" is', () => {
		show()
		expect(screen.getByText(/asked again tomorrow/)).toBeTruthy()
		cleanup()
		show({ laterDays: 3 })
		expect(screen.getByText(/asked again in 3 days/)).toBeTruthy()
	})

	it('offers no choice of languages where there is one', () => {
		show({ languages: ['en'] })
		expect(screen.queryByRole('combobox')).toBeNull()
	})
})

describe('an answer', () => {
	it.each([
		['Accept', 'accepted', /^Thank you! Your answer is kept/],
		['Decline', 'declined', /^Thank you for your answer.*stays as it is/],
	] as const)('%s is sent with what was shown, confirmed, and then it closes', async (name, choice, words) => {
		const { emitted } = show()
		await press(name)
		if (choice === 'declined') {
			await press(name)
		}
		expect(sendAnswer).toHaveBeenCalledExactlyOnceWith({ version: 3, language: 'en', textHash: HASH.en, choice, after: 0 })
		expect((await screen.findByRole('status')).textContent).toMatch(words)
		expect(emitted('closed')).toBeUndefined()
		expect(document.activeElement?.textContent).toContain('Close')
		await userEvent.click(screen.getByText('Close'))
		expect(emitted('closed')).toHaveLength(1)
		expect(putOff).not.toHaveBeenCalled()
		expect(logOut).not.toHaveBeenCalled()
	})

	it('is sent once, however often one clicks', async () => {
		let arrive = () => {}
		vi.mocked(sendAnswer).mockReturnValue(new Promise((resolve) => {
			arrive = () => resolve(given)
		}))
		show()
		await press('Accept')
		await press('Accept')
		await decline()
		expect(screen.getByRole('status').textContent).toContain('One moment')
		arrive()
		await screen.findByText(/^Thank you/)
		expect(sendAnswer).toHaveBeenCalledTimes(1)
	})

	it('that does not arrive leaves everything as it is, and can be sent again', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		const { emitted } = show()
		await press('Accept')
		expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached.')
		expect(screen.getByText('Our one.')).toBeTruthy()
		expect(emitted('closed')).toBeUndefined()
		await press('Accept')
		expect(await screen.findByText(/^Thank you/)).toBeTruthy()
		expect(screen.queryByRole('alert')).toBeNull()
	})

	it('to a charter that was replaced shows the new one in place, in the language chosen', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('replaced', 'The charter has been replaced.', 409))
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version: newer, language: 'en', answer: null, asked: true }, host: null })
		show()
		await press('Accept')
		expect((await screen.findByRole('alert')).textContent).toContain('The charter has been replaced.')
		expect(screen.getByRole('dialog', { name: 'New charter' })).toBeTruthy()
		expect(screen.getByText('New one.')).toBeTruthy()
		expect(screen.queryByText('Our one.')).toBeNull()
		await press('Accept')
		expect(sendAnswer).toHaveBeenLastCalledWith({ version: 4, language: 'en', textHash: 'c'.repeat(64), choice: 'accepted', after: 0 })
	})

	it('given meanwhile elsewhere is shown', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('answered_meanwhile', 'You have given another answer.', 409))
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version, language: 'en', answer: { ...given, choice: 'declined' }, asked: true }, host: null })
		const { emitted } = show()
		await press('Accept')
		expect((await screen.findByRole('alert')).textContent).toContain('You have given another answer.')
		expect(screen.getByRole('status').textContent).toMatch(/^You declined the charter on /)
		expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull()
		await userEvent.click(screen.getByText('Close'))
		expect(emitted('closed')).toHaveLength(1)
		expect(putOff).not.toHaveBeenCalled()
	})

	it('is not asked for any more when there is no charter', async () => {
		vi.mocked(sendAnswer).mockRejectedValueOnce(new OcsError('unknown_version', 'There is no such version.', 404))
		vi.mocked(fetchCharter).mockResolvedValue({ association: null, host: null })
		const { emitted } = show()
		await press('Accept')
		await vi.waitFor(() => expect(emitted('closed')).toHaveLength(1))
	})
})

describe('leaving', () => {
	it('"later" closes at once and says so to the server', async () => {
		const { emitted } = show()
		await press('Later')
		expect(putOff).toHaveBeenCalledExactlyOnceWith(3)
		expect(emitted('closed')).toHaveLength(1)
	})

	it('works on a broken line', async () => {
		vi.mocked(putOff).mockRejectedValueOnce(new OcsError('network', 'x'))
		const { emitted } = show()
		await press('Later')
		expect(emitted('closed')).toHaveLength(1)
	})

	it('Escape and the cross mean "later"', async () => {
		const { emitted } = show()
		await userEvent.click(screen.getByRole('button', { name: 'Close' }))
		await vi.waitFor(() => expect(emitted('closed')).toHaveLength(1))
		expect(putOff).toHaveBeenCalledExactlyOnceWith(3)
	})
})

describe('the whole text', () => {
	it('is one step away, and so is the way back', async () => {
		show()
		await press('Read the whole text')
		expect(await screen.findByRole('heading', { level: 3, name: 'Our heading' })).toBeTruthy()
		await press('Back to the short version')
		expect(screen.getByText('Our one.')).toBeTruthy()
		await press('Read the whole text')
		expect(fetchCharter).toHaveBeenCalledTimes(1)
	})

	it('can be answered from there', async () => {
		show()
		await press('Read the whole text')
		await screen.findByRole('heading', { name: 'Our heading' })
		await press('Accept')
		expect(await screen.findByText(/^Thank you/)).toBeTruthy()
	})

	it('that does not come says so and can be tried again', async () => {
		vi.mocked(fetchCharter).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		show()
		await press('Read the whole text')
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		await press('Try again')
		expect(await screen.findByRole('heading', { name: 'Our heading' })).toBeTruthy()
	})

	it('of a newer charter says that it is newer', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version: newer, language: 'en', answer: null, asked: true }, host: null })
		show()
		await press('Read the whole text')
		expect((await screen.findByRole('alert')).textContent).toMatch(/replaced by a newer one/)
		expect(await screen.findByRole('heading', { name: 'New heading' })).toBeTruthy()
	})

	it('of a charter answered elsewhere shows that answer instead', async () => {
		vi.mocked(fetchCharter).mockResolvedValue({ association: { version, language: 'en', answer: given, asked: true }, host: null })
		show()
		await press('Read the whole text')
		expect(await screen.findByText(/^You accepted the charter on /)).toBeTruthy()
	})
})

describe('the language', () => {
	it('can be chosen; the answer is to the text in that language', async () => {
		const { container } = show()
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language of the text' }), 'fr')
		expect(await screen.findByText('Notre one.')).toBeTruthy()
		expect(screen.getByRole('dialog', { name: 'Notre charter' })).toBeTruthy()
		expect(container.ownerDocument.querySelector('ul[lang="fr"]')).not.toBeNull()
		await decline()
		expect(sendAnswer).toHaveBeenCalledExactlyOnceWith({ version: 3, language: 'fr', textHash: HASH.fr, choice: 'declined', after: 0 })
	})

	it('can be chosen while reading the whole text', async () => {
		show()
		await press('Read the whole text')
		await screen.findByRole('heading', { name: 'Our heading' })
		await userEvent.selectOptions(screen.getByRole('combobox'), 'fr')
		expect(await screen.findByRole('heading', { name: 'Notre heading' })).toBeTruthy()
	})

	it('stays as it was when the other text does not come', async () => {
		vi.mocked(fetchCharter).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		show()
		await userEvent.selectOptions(screen.getByRole('combobox'), 'fr')
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		expect((screen.getByRole('combobox') as HTMLSelectElement).value).toBe('en')
		expect(screen.getByText('Our one.')).toBeTruthy()
	})
})
