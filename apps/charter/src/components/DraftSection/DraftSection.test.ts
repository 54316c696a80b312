// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Writing the next charter, through the screen. */

import type { Version } from '../../../contract.ts'
import type { StoredDraft } from '../../api/draft.ts'

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import DraftSection from './DraftSection.vue'
import { fetchCharter } from '../../api/charter.ts'
import { fetchDraft, saveDraft } from '../../api/draft.ts'
import { fetchVersion } from '../../api/versions.ts'

vi.mock('../../api/charter.ts')
vi.mock('../../api/draft.ts')
vi.mock('../../api/groups.ts')
vi.mock('../../api/versions.ts')
repairForDOMPurify()

const version: Version = {
	id: 3,
	owner: 'association',
	ownerName: '',
	number: 1,
	defaultLanguage: 'fr',
	texts: { fr: { title: 'Charte', summary: ['Un.', 'Deux.'], body: '## But\n\nAider.' }, en: { title: 'Charter', summary: ['One.'], body: '## Aim\n\nTo help.' } },
	hashes: {},
	publishedAt: 1,
	kind: 'substantive',
	mode: 'ask',
	deadline: null,
	audience: { who: 'everyone', groups: [] },
	changeNote: {},
	asks: 3,
}
const charter = { association: { version, language: 'fr', answer: null, asked: true }, host: null }
const none: StoredDraft = { revision: 0, draft: null, savedAt: null, savedBy: '' }
const stored: StoredDraft = { revision: 4, draft: { defaultLanguage: 'fr', texts: structuredClone(version.texts) }, savedAt: 1_760_000_000, savedBy: 'Yves' }

beforeEach(() => {
	document.documentElement.lang = 'en'
	localStorage.clear()
	vi.mocked(fetchCharter).mockReset().mockResolvedValue(charter)
	vi.mocked(fetchDraft).mockReset().mockResolvedValue(stored)
	vi.mocked(saveDraft).mockReset().mockResolvedValue({ revision: 5, savedAt: 1_770_000_000 })
	vi.mocked(fetchVersion).mockReset().mockResolvedValue(version)
})
afterEach(cleanup)

const show = (from?: number) => render(DraftSection, { props: { from } })
const button = (name: RegExp | string) => screen.getByRole('button', { name })
const press = async (name: RegExp | string) => userEvent.click(await screen.findByRole('button', { name }))
const field = (name: RegExp | string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const preview = () => within(screen.getByRole('region', { name: 'Preview' }))
/** What was saved last. */
const sent = () => vi.mocked(saveDraft).mock.lastCall![0].draft!
const articles = () => within(screen.getByRole('list', { name: 'Articles of the charter' })).getAllByRole('listitem').map((item) => item.querySelector('.piece-list__name')?.textContent)

describe('a first charter', () => {
	beforeEach(() => {
		vi.mocked(fetchCharter).mockResolvedValue({ association: null, host: null })
		vi.mocked(fetchDraft).mockResolvedValue(none)
	})

	it('can begin with ready articles, which make the short version and the whole text', async () => {
		show()
		await press('Begin with ready articles')
		const dialog = within(await screen.findByRole('dialog', { name: 'Ready articles' }))
		await userEvent.click(await dialog.findByRole('checkbox', { name: 'Mutual help' }))
		await userEvent.click(dialog.getByRole('checkbox', { name: 'Not for profit' }))
		await userEvent.click(dialog.getByText('Add 2 articles'))
		expect(await screen.findByText('2 articles were added.')).toBeTruthy()
		expect(articles()).toEqual(['Not for profit', 'Mutual help'])
		expect(field('Sentence 1').value).toMatch(/^Our money/)
		expect(await preview().findByRole('heading', { name: 'Mutual help' })).toBeTruthy()
		expect(preview().getByText(/^We help each other: a question/)).toBeTruthy()
		// On a slow machine the empty draft has been saved before.
		await vi.waitFor(() => expect(sent()).toMatchObject({ defaultLanguage: 'en', texts: { en: { summary: [expect.stringMatching(/^Our money/), expect.stringMatching(/^We help/)], body: expect.stringMatching(/^## Not for profit\n\n.*\n\n## Mutual help\n\n/s) } } }), 5000)
	})

	it('can begin empty', async () => {
		show()
		await press('Begin with an empty page')
		expect(screen.queryByRole('button', { name: 'Begin with the charter in force' })).toBeNull()
		expect(field('Sentence 3').value).toBe('')
		await userEvent.type(field('Title'), 'Our charter')
		expect(await screen.findByText('Not saved yet.')).toBeTruthy()
		await vi.waitFor(() => expect(saveDraft).toHaveBeenCalledExactlyOnceWith({ revision: 0, draft: { defaultLanguage: 'en', texts: { en: { title: 'Our charter', summary: ['', '', ''], body: '' } } } }), 3000)
		expect(await screen.findByText(/^Saved on/)).toBeTruthy()
		expect(screen.getByText('The draft is saved.').getAttribute('role')).toBe('status')
	})
})

describe('articles', () => {
	beforeEach(() => {
		const body = 'Opening.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.'
		vi.mocked(fetchDraft).mockResolvedValue({ ...stored, draft: { defaultLanguage: 'en', texts: { en: { title: 'T', summary: ['s'], body } } } })
	})

	it('are put in order by keyboard: announced, and the focus goes along', async () => {
		show()
		const up = await screen.findByRole('button', { name: 'Move “Two” up' })
		up.focus()
		await userEvent.keyboard('{Enter}')
		expect(articles()).toEqual(['Two', 'One'])
		expect(screen.getByText('“Two” is now article 1.').getAttribute('role')).toBe('status')
		await vi.waitFor(() => expect(document.activeElement).toBe(button('Move “Two” up')))
		expect(button('Move “Two” up').getAttribute('aria-disabled')).toBe('true')
		await userEvent.keyboard('{Enter}')
		expect(articles()).toEqual(['Two', 'One'])
		await press('Go on to publishing')
		expect(sent().texts.en!.body).toBe('Opening.\n\n## Two\n\nSecond.\n\n## One\n\nFirst.')
	})

	it('are changed, the focus at hand; a heading within one makes two', async () => {
		show()
		await press('Change “One”')
		expect(document.activeElement).toBe(field('Heading'))
		await userEvent.type(field('Heading'), '!')
		await userEvent.type(field('Text of the article'), '\n\n## New\n\nOwn.')
		expect(await preview().findByRole('heading', { name: 'New' })).toBeTruthy()
		expect(articles()).toHaveLength(2)
		await press('Done')
		expect(articles()).toEqual(['One!', 'New', 'Two'])
		expect(document.activeElement).toBe(button('Change “One!”'))
		await press('Change the beginning of the text')
		await userEvent.clear(field('Beginning of the text'))
		await press('Done')
		await press('As one text')
		expect(field('The whole text').value).toBe('## One!\n\nFirst.\n\n## New\n\nOwn.\n\n## Two\n\nSecond.')
	})

	it('of one\'s own can be added; an empty one does not stay', async () => {
		show()
		await press('Add an article of your own')
		await userEvent.type(field('Heading'), 'Ours')
		await userEvent.type(field('Text of the article'), 'Text.')
		await press('Done')
		expect(articles()).toEqual(['One', 'Two', 'Ours'])
		await press('Add an article of your own')
		await press('Done')
		expect(articles()).toEqual(['One', 'Two', 'Ours'])
	})

	it('can be removed, and brought back', async () => {
		show()
		await press('Remove “One”')
		expect(articles()).toEqual(['Two'])
		await vi.waitFor(() => expect(document.activeElement).toBe(button('Undo')))
		await press('Undo')
		expect(articles()).toEqual(['One', 'Two'])
	})

	it('that are ready come in each language, once', async () => {
		vi.mocked(fetchDraft).mockResolvedValue({ ...stored, draft: { defaultLanguage: 'de', texts: { de: { title: '', summary: [''], body: '' }, fr: { title: '', summary: [''], body: '' } } } })
		show()
		await press('Add ready articles')
		const dialog = within(await screen.findByRole('dialog', { name: 'Ready articles' }))
		expect(dialog.getByText(/^They are added in: Deutsch, Français\./)).toBeTruthy()
		await userEvent.click(await dialog.findByRole('checkbox', { name: 'Mutual help' }))
		await userEvent.click(dialog.getByText('Add 1 article'))
		await vi.waitFor(() => expect(articles()).toEqual(['Mutual help']))
		await press('Français')
		expect(articles()).toEqual(['L’entraide'])
		await press('Add ready articles')
		expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: 'L’entraide' })).disabled).toBe(true)
	})
})

describe('sentences', () => {
	it('are added, put in order and removed, the focus at hand', async () => {
		show()
		await press('Add a sentence')
		await vi.waitFor(() => expect(document.activeElement).toBe(field('Sentence 3')))
		await userEvent.keyboard('Trois.')
		await press('Move sentence 3 up')
		expect([1, 2, 3].map((number) => field(`Sentence ${number}`).value)).toEqual(['Un.', 'Trois.', 'Deux.'])
		expect(screen.getByText('Sentence 3 is now sentence 2.')).toBeTruthy()
		await vi.waitFor(() => expect(document.activeElement).toBe(button('Move sentence 2 up')))
		await press('Remove sentence 1')
		expect(field('Sentence 1').value).toBe('Trois.')
		await vi.waitFor(() => expect(document.activeElement).toBe(field('Sentence 1')))
	})
})

describe('languages', () => {
	it('are written one beside the other', async () => {
		show()
		await press('English')
		expect(field('Title').value).toBe('Charter')
		await userEvent.type(field('Title'), ' 2')
		await press('Français')
		expect(field('Title').value).toBe('Charte')
		await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Main language/ }), 'en')
		await press('Go on to publishing')
		expect(sent()).toMatchObject({ defaultLanguage: 'en', texts: { fr: { title: 'Charte' }, en: { title: 'Charter 2' } } })
	})

	it('can be added, removed, and brought back', async () => {
		show()
		await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Another language' }), 'eo')
		await press('Add this language')
		await userEvent.type(field('Title'), 'Ĉarto')
		await press('Remove the text in Esperanto')
		expect(screen.queryByRole('button', { name: 'Esperanto' })).toBeNull()
		expect(screen.getByText('The text in Esperanto was removed.')).toBeTruthy()
		await vi.waitFor(() => expect(document.activeElement).toBe(button('Undo')))
		await press('Undo')
		expect(field('Title').value).toBe('Ĉarto')
		await vi.waitFor(() => expect(document.activeElement).toBe(button('Esperanto')))
	})
})

describe('a colleague who has written too', () => {
	const changed = new OcsError('draft_changed', 'Somebody else has changed the draft.', 409)
	const theirs: StoredDraft = { revision: 9, draft: { defaultLanguage: 'fr', texts: { fr: { ...version.texts.fr!, title: 'Leur charte' }, en: { ...version.texts.en!, title: 'Their charter' } } }, savedAt: 1_760_000_000, savedBy: 'Yves' }

	async function clash() {
		vi.mocked(saveDraft).mockRejectedValueOnce(changed)
		show()
		await userEvent.type(await screen.findByRole('textbox', { name: 'Title' }), ' à moi')
		vi.mocked(fetchDraft).mockResolvedValue(theirs)
		await press('Go on to publishing')
		return within(await screen.findByRole('region', { name: 'Two texts for the draft' }))
	}

	it('is shown with both texts, language by language, and nothing goes on without a choice', async () => {
		const view = await clash()
		expect(view.getByRole('alert').textContent).toMatch(/^\s*Yves has saved it on/)
		await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H3'))
		const french = within(view.getByRole('region', { name: 'Français' }))
		expect(within(french.getByRole('region', { name: 'Mine, Français' })).getByText('Charte à moi')).toBeTruthy()
		expect(within(french.getByRole('region', { name: 'Theirs, Français' })).getByText('Leur charte')).toBeTruthy()
		expect(french.getByText('Both of you have changed this text.')).toBeTruthy()
		const english = within(view.getByRole('region', { name: 'English' }))
		expect(english.getByText('You have not changed this text, Yves has.')).toBeTruthy()
		expect(english.getByRole<HTMLInputElement>('radio', { name: 'Take theirs' }).checked).toBe(true)
		await press('Go on with what I have chosen')
		expect(view.getByText('Please choose one of the two.')).toBeTruthy()
		expect(saveDraft).toHaveBeenCalledTimes(1)
	})

	it('loses nothing: what was not chosen can be brought back', async () => {
		const view = await clash()
		await userEvent.click(within(view.getByRole('region', { name: 'Français' })).getByRole('radio', { name: 'Take theirs' }))
		await press('Go on with what I have chosen')
		expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Title' })).value).toBe('Leur charte')
		expect(saveDraft).toHaveBeenCalledTimes(1)
		await userEvent.click(screen.getByText('2 texts were set aside'))
		expect(screen.getByText(/^Charte à moi \(Français\)/)).toBeTruthy()
		await userEvent.click(screen.getAllByRole('button', { name: 'Bring back' })[1]!)
		await vi.waitFor(() => expect(field('Title').value).toBe('Charte à moi'))
		expect(screen.getByText(/^Leur charte \(Français\)/)).toBeTruthy()
	})

	it('is overwritten only knowingly', async () => {
		const view = await clash()
		await userEvent.click(within(view.getByRole('region', { name: 'Français' })).getByRole('radio', { name: 'Keep mine' }))
		await press('Go on with what I have chosen')
		expect(saveDraft).toHaveBeenLastCalledWith({ revision: 9, draft: expect.objectContaining({ texts: expect.objectContaining({ fr: expect.objectContaining({ title: 'Charte à moi' }), en: expect.objectContaining({ title: 'Their charter' }) }) }) })
	})
})

describe('saving', () => {
	it('that fails is said, with a way to try again, and before the page is left', async () => {
		show()
		const leave = () => {
			const event = new Event('beforeunload', { cancelable: true })
			window.dispatchEvent(event)
			return event.defaultPrevented
		}
		await screen.findByRole('textbox', { name: 'Title' })
		expect(screen.getByText(/^Saved on .* by Yves\.$/)).toBeTruthy()
		expect(leave()).toBe(false)
		vi.mocked(saveDraft).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		await userEvent.type(field('Title'), '!')
		expect(leave()).toBe(true)
		await press('Go on to publishing')
		expect(await screen.findByText('The server cannot be reached.')).toBeTruthy()
		expect(screen.getByText('The draft is not saved.').getAttribute('role')).toBe('status')
		await press('Try again')
		expect(await screen.findByText('The draft is saved.')).toBeTruthy()
		expect(leave()).toBe(false)
	})

	it('that finds fault with a field says so there', async () => {
		vi.mocked(saveDraft).mockRejectedValueOnce(new OcsError('invalid_request', 'This text is too long: 200 characters at most.', 400, 'draft.texts.en.title'))
		show()
		await userEvent.type(await screen.findByRole('textbox', { name: 'Title' }), '!')
		await press('Go on to publishing')
		await vi.waitFor(() => expect(button('English').getAttribute('aria-pressed')).toBe('true'))
		await vi.waitFor(() => expect(document.activeElement).toBe(field('Title')))
		expect(field('Title').getAttribute('aria-invalid')).toBe('true')
	})
})

it('leads to what is missing before it goes on', async () => {
	vi.mocked(fetchDraft).mockResolvedValue({ ...stored, draft: { defaultLanguage: 'fr', texts: { ...version.texts, en: { title: 'T', summary: [''], body: 'b' } } } })
	show()
	await press('Go on to publishing')
	expect(await screen.findByText('Please write something here.')).toBeTruthy()
	expect(button('English').getAttribute('aria-pressed')).toBe('true')
	await vi.waitFor(() => expect(document.activeElement).toBe(field('Sentence 1')))
})

it('can be thrown away, and its texts come back', async () => {
	show()
	await press('Throw the draft away')
	await userEvent.click(within(await screen.findByRole('dialog')).getByText('Throw away'))
	expect(saveDraft).toHaveBeenCalledExactlyOnceWith({ revision: 4, draft: null })
	expect(await screen.findByRole('button', { name: 'Begin with the charter in force' })).toBeTruthy()
	await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('The draft was thrown away.'))
	await userEvent.click(screen.getByText('2 texts were set aside'))
	await userEvent.click(screen.getAllByRole('button', { name: 'Delete for good' })[0]!)
	await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByText('One text was set aside')))
	await userEvent.click(screen.getByRole('button', { name: 'Bring back' }))
	expect(await screen.findByRole('textbox', { name: 'Title' })).toBeTruthy()
	await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Step 1 of 2: the text' })))
})

it('begins with a published version; the draft that was there is set aside', async () => {
	vi.mocked(fetchVersion).mockResolvedValue({ ...version, number: 7, texts: { fr: { title: 'Ancienne', summary: ['a'], body: 'b' } } })
	const { emitted } = show(2)
	expect(await screen.findByText('The draft now begins with version 7.')).toBeTruthy()
	expect(field('Title').value).toBe('Ancienne')
	expect(emitted('taken')).toHaveLength(1)
	expect(sent().texts).toEqual({ fr: { title: 'Ancienne', summary: ['a'], body: 'b' } })
	expect(screen.getByText('2 texts were set aside')).toBeTruthy()
	expect(document.activeElement?.textContent?.trim()).toBe('The draft now begins with version 7.')
})

it('begins with a version of the host', async () => {
	vi.mocked(fetchVersion).mockResolvedValue({ ...version, owner: 'host', ownerName: 'Libre Toit', number: 2 })
	show(9)
	expect(await screen.findByText('The draft now begins with version 2 of the charter of Libre Toit.')).toBeTruthy()
})

it('says what could not be loaded, and tries again', async () => {
	vi.mocked(fetchDraft).mockRejectedValueOnce(new OcsError('server', 'Something went wrong.'))
	show()
	expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong.')
	await press('Try again')
	expect(await screen.findByRole('textbox', { name: 'Title' })).toBeTruthy()
})
