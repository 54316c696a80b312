// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Writing and publishing a charter, through the screen. */

import type { Version } from '../../../contract.ts'

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PublishForm from './PublishForm.vue'
import { fetchVersions, publish } from '../../api/versions.ts'

vi.mock('../../api/versions.ts')
repairForDOMPurify()

const version: Version = {
	id: 3,
	number: 1,
	defaultLanguage: 'fr',
	texts: {
		fr: { title: 'Charte', summary: ['Un.', 'Deux.'], body: '# But' },
		en: { title: 'Charter', summary: ['One.'], body: '# Aim' },
	},
	hashes: {},
	publishedAt: 1,
}

beforeEach(() => {
	vi.mocked(publish).mockReset().mockResolvedValue({ ...version, id: 4 })
	vi.mocked(fetchVersions).mockReset()
	document.documentElement.lang = 'en'
})
afterEach(cleanup)

const button = (name: RegExp | string) => screen.getByRole('button', { name })
const press = (name: RegExp | string) => userEvent.click(button(name))
const field = (name: RegExp | string) => screen.getByRole<HTMLInputElement>('textbox', { name })

async function submit(name = 'Publish') {
	await press(name)
	await userEvent.click(within(screen.getByRole('dialog')).getByText('Publish and ask everybody'))
}

describe('writing', () => {
	it('begins with three empty sentences, and publishes what was written', async () => {
		const { emitted } = render(PublishForm, { props: { inForce: null } })
		await userEvent.type(field('Title'), 'Our charter')
		await userEvent.type(field('Sentence 2'), 'We help each other.')
		await userEvent.type(field('The whole text'), '# Aim')
		expect(await within(screen.getByRole('region', { name: 'Preview of the whole text' })).findByRole('heading', { name: 'Aim' })).toBeTruthy()
		await press('Publish')
		expect(screen.getByRole('dialog', { name: 'Publish “Our charter”?' })).toBeTruthy()
		expect(publish).not.toHaveBeenCalled()
		await userEvent.click(screen.getByText('Publish and ask everybody'))
		expect(publish).toHaveBeenCalledExactlyOnceWith({
			defaultLanguage: 'en',
			texts: { en: { title: 'Our charter', summary: ['We help each other.'], body: '# Aim' } },
			after: 0,
		})
		expect(await screen.findByText(/^Published\./)).toBeTruthy()
		expect(emitted('published')).toHaveLength(1)
		expect(field('Title').value).toBe('Our charter')
	})

	it('can be called off', async () => {
		render(PublishForm, { props: { inForce: version } })
		await press('Publish')
		await userEvent.click(screen.getByText('Cancel'))
		expect(screen.queryByRole('dialog')).toBeNull()
		expect(publish).not.toHaveBeenCalled()
		await vi.waitFor(() => expect(document.activeElement).toBe(button('Publish')))
	})

	it('adds and removes sentences, the focus at hand', async () => {
		render(PublishForm, { props: { inForce: version } })
		await press('Add a sentence')
		await vi.waitFor(() => expect(document.activeElement).toBe(field('Sentence 3')))
		await press('Remove sentence 1')
		expect(field('Sentence 1').value).toBe('Deux.')
		await vi.waitFor(() => expect(document.activeElement).toBe(field('Sentence 1')))
	})

	it('asks before the page is left with something unsaved, and only then', async () => {
		render(PublishForm, { props: { inForce: version } })
		const leave = () => {
			const event = new Event('beforeunload', { cancelable: true })
			window.dispatchEvent(event)
			return event.defaultPrevented
		}
		expect(leave()).toBe(false)
		await userEvent.type(field('Title'), '!')
		expect(leave()).toBe(true)
		await submit()
		await screen.findByText(/^Published\./)
		expect(leave()).toBe(false)
	})
})

describe('languages', () => {
	it('are written one beside the other', async () => {
		render(PublishForm, { props: { inForce: version } })
		expect(button('Français').getAttribute('aria-pressed')).toBe('true')
		await press('English')
		expect(field('Title').value).toBe('Charter')
		await userEvent.type(field('Title'), ' 2')
		await press('Français')
		expect(field('Title').value).toBe('Charte')
		await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Main language/ }), 'en')
		await submit()
		expect(vi.mocked(publish).mock.calls[0]![0]).toMatchObject({ defaultLanguage: 'en', texts: { fr: { title: 'Charte' }, en: { title: 'Charter 2' } }, after: 3 })
	})

	it('can be added, removed, and brought back', async () => {
		render(PublishForm, { props: { inForce: version } })
		await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Another language' }), 'eo')
		await press('Add this language')
		expect(button('Esperanto').getAttribute('aria-pressed')).toBe('true')
		await userEvent.type(field('Title'), 'Ĉarto')
		await press('Remove the text in Esperanto')
		expect(screen.queryByRole('button', { name: 'Esperanto' })).toBeNull()
		expect(screen.getByText('The text in Esperanto was removed.')).toBeTruthy()
		await press('Undo')
		expect(field('Title').value).toBe('Ĉarto')
	})
})

it('is not published with something missing: the focus goes there', async () => {
	render(PublishForm, { props: { inForce: { ...version, texts: { ...version.texts, en: { ...version.texts.en!, summary: [''] } } } } })
	await press('Publish')
	expect(screen.queryByRole('dialog')).toBeNull()
	expect(await screen.findByText(/Please write something here/)).toBeTruthy()
	expect(button('English').getAttribute('aria-pressed')).toBe('true')
	await vi.waitFor(() => expect(document.activeElement).toBe(field('Sentence 1')))
	await userEvent.type(field('Sentence 1'), 'One.')
	await submit()
	expect(await screen.findByText(/^Published\./)).toBeTruthy()
})

describe('a refusal', () => {
	it('is said at the field, in its language, and the focus goes there', async () => {
		vi.mocked(publish).mockRejectedValueOnce(new OcsError('invalid_request', 'This text is too short. Smallest number of characters: 1.', 400, 'texts.en.title'))
		render(PublishForm, { props: { inForce: version } })
		await submit()
		expect(await screen.findByText(/too short/)).toBeTruthy()
		expect(button('English').getAttribute('aria-pressed')).toBe('true')
		await vi.waitFor(() => expect(document.activeElement).toBe(field('Title')))
		expect(field('Title').getAttribute('aria-invalid')).toBe('true')
		expect(screen.queryByRole('alert')).toBeNull()
	})

	it('of a sentence is said at that sentence, even after empty ones', async () => {
		vi.mocked(publish).mockRejectedValueOnce(new OcsError('invalid_request', 'This text is too long: 400 characters at most.', 400, 'texts.fr.summary.1'))
		render(PublishForm, { props: { inForce: { ...version, texts: { fr: { title: 'T', summary: ['a', '', 'b'], body: 'c' } } } } })
		await submit()
		await screen.findByText(/too long/)
		expect(vi.mocked(publish).mock.calls[0]![0].texts.fr!.summary).toEqual(['a', 'b'])
		expect(field('Sentence 2').getAttribute('aria-invalid')).toBe('true')
		expect(field('Sentence 2').value).toBe('b')
	})

	it('of the sentences as a whole is said there', async () => {
		vi.mocked(publish).mockRejectedValueOnce(new OcsError('invalid_request', 'There are too many entries: 20 at most.', 400, 'texts.fr.summary'))
		render(PublishForm, { props: { inForce: version } })
		await submit()
		await screen.findByText(/too many entries/)
		await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('group', { name: 'In short' })))
	})

	it('without a field is said at the end, and nothing is lost', async () => {
		vi.mocked(publish).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		const { emitted } = render(PublishForm, { props: { inForce: version } })
		await userEvent.type(field('Title'), '!')
		await submit()
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		expect(field('Title').value).toBe('Charte!')
		expect(emitted('published')).toBeUndefined()
		await submit()
		expect(await screen.findByText(/^Published\./)).toBeTruthy()
		expect(screen.queryByRole('alert')).toBeNull()
	})

	it('because a colleague was faster shows the colleague\'s charter; then one may publish all the same', async () => {
		vi.mocked(publish).mockRejectedValueOnce(new OcsError('published_meanwhile', 'Somebody else has published a charter.', 409))
		vi.mocked(fetchVersions).mockResolvedValue([{ id: 9, number: 2, title: 'Theirs', publishedAt: 1_760_000_000, accepted: 0, declined: 0 }])
		const { emitted } = render(PublishForm, { props: { inForce: version } })
		await submit()
		expect((await screen.findByRole('alert')).textContent).toContain('Somebody else')
		expect(await screen.findByText(/^“Theirs” was published on .*still here/)).toBeTruthy()
		await press('Read it')
		expect(emitted('read')).toEqual([[9]])
		expect(field('Title').value).toBe('Charte')
		await submit('Publish mine all the same')
		expect(vi.mocked(publish).mock.lastCall![0].after).toBe(9)
		expect(await screen.findByText(/^Published\./)).toBeTruthy()
		expect(screen.queryByText(/Theirs/)).toBeNull()
	})
})
