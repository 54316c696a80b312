// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Publishing what was written, through the screen. */

import type { Version } from '../../../contract.ts'
import type { StoredDraft } from '../../api/draft.ts'

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import DraftSection from '../DraftSection/DraftSection.vue'
import { fetchCharter } from '../../api/charter.ts'
import { fetchDraft, saveDraft } from '../../api/draft.ts'
import { fetchGroups } from '../../api/groups.ts'
import { fetchVersions, publish } from '../../api/versions.ts'

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
	texts: { fr: { title: 'Charte', summary: ['Un.'], body: 'Le but.' }, en: { title: 'Charter', summary: ['One.'], body: 'The aim.' } },
	hashes: {},
	publishedAt: 1,
	kind: 'substantive',
	mode: 'ask',
	deadline: null,
	audience: { who: 'everyone', groups: [] },
	changeNote: {},
	asks: 3,
}
const stored: StoredDraft = { revision: 4, draft: { defaultLanguage: 'fr', texts: { ...version.texts, en: { title: 'Charter', summary: ['One.'], body: 'The new aim.' } } }, savedAt: 1, savedBy: '' }
const none: StoredDraft = { revision: 5, draft: null, savedAt: null, savedBy: '' }
const groups = [{ id: 'bureau', name: 'Le bureau' }, { id: 'g2', name: 'Jardins' }, { id: 'g3', name: 'Atelier' }]

beforeEach(() => {
	document.documentElement.lang = 'en'
	localStorage.clear()
	vi.mocked(fetchCharter).mockReset().mockResolvedValue({ association: { version, language: 'fr', answer: null, asked: true }, host: null })
	vi.mocked(fetchDraft).mockReset().mockResolvedValueOnce(stored).mockResolvedValue(none)
	vi.mocked(saveDraft).mockReset().mockResolvedValue({ revision: 5, savedAt: 1 })
	vi.mocked(fetchGroups).mockReset().mockResolvedValue(groups)
	vi.mocked(publish).mockReset().mockResolvedValue({ ...version, id: 4, number: 2 })
	vi.mocked(fetchVersions).mockReset()
})
afterEach(cleanup)

const button = (name: RegExp | string) => screen.getByRole('button', { name })
const press = async (name: RegExp | string) => userEvent.click(await screen.findByRole('button', { name }))
const field = (name: RegExp | string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
const sent = () => vi.mocked(publish).mock.lastCall![0]

async function show() {
	const result = render(DraftSection, { props: { from: undefined } })
	await press('Go on to publishing')
	await screen.findByRole('heading', { name: 'Step 2 of 2: the publication' })
	return result
}

async function confirm() {
	await userEvent.click(within(await screen.findByRole('dialog')).getByText('Publish now'))
}

it('asks everyone anew, after one sentence has said so; then the draft is gone', async () => {
	const { emitted } = await show()
	await press('Publish')
	const dialog = within(await screen.findByRole('dialog', { name: 'Publish “Charte”?' }))
	expect(dialog.getByText('On their next page, “Charte” asks all members to accept or to decline, as often as they choose “Later”.')).toBeTruthy()
	expect(publish).not.toHaveBeenCalled()
	await confirm()
	expect(sent()).toEqual({ defaultLanguage: 'fr', texts: stored.draft!.texts, after: 3, kind: 'substantive', mode: 'ask', deadlineDays: null, audience: { who: 'everyone', groups: [] }, changeNote: {} })
	expect((await screen.findByText('Published as version 2.')).getAttribute('role')).toBe('status')
	await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByText('Published as version 2.')))
	expect(emitted('published')).toHaveLength(1)
	expect(await screen.findByRole('button', { name: 'Begin with the charter in force' })).toBeTruthy()
})

it('can be called off, and one can go back to the text', async () => {
	await show()
	await press('Publish')
	await userEvent.click(within(await screen.findByRole('dialog')).getByText('Cancel'))
	expect(screen.queryByRole('dialog')).toBeNull()
	await press('Back to the text')
	expect(field('Title').value).toBe('Charte')
	expect(publish).not.toHaveBeenCalled()
})

it('may require an answer of some groups until a day, with a note in each language', async () => {
	await show()
	await choose('Require an answer')
	expect(field('Days for an answer').value).toBe('14')
	await userEvent.clear(field('Days for an answer'))
	await userEvent.type(field('Days for an answer'), '30')
	await choose('Only some groups')
	await userEvent.type(await screen.findByRole('searchbox', { name: 'Search for a group' }), 'JARD')
	expect(screen.queryByRole('checkbox', { name: 'Le bureau' })).toBeNull()
	await userEvent.click(screen.getByRole('checkbox', { name: 'Jardins' }))
	expect(screen.getByText(/1 group is chosen\./)).toBeTruthy()
	await userEvent.type(field('What has changed, in Français'), 'Du neuf.')
	await press('Publish')
	expect(within(await screen.findByRole('dialog')).getByText('On their next page, “Charte” asks the members of Jardins to accept or to decline; after 30 days it cannot be put off any more.')).toBeTruthy()
	await confirm()
	expect(sent()).toMatchObject({ mode: 'require', deadlineDays: 30, audience: { who: 'only', groups: ['g2'] }, changeNote: { fr: 'Du neuf.' } })
})

it('asks nobody again where only the wording changes', async () => {
	await show()
	await choose('Only the wording')
	expect(screen.queryByRole('radio', { name: 'Ask' })).toBeNull()
	await press('Publish')
	expect(within(await screen.findByRole('dialog')).getByText(/^Nobody is asked again/)).toBeTruthy()
	await confirm()
	expect(sent().kind).toBe('editorial')
	expect(sent()).not.toHaveProperty('mode')
})

it('a first charter follows none', async () => {
	vi.mocked(fetchCharter).mockResolvedValue({ association: null, host: null })
	await show()
	expect(screen.queryByRole('radio', { name: 'Only the wording' })).toBeNull()
	expect(screen.queryByRole('textbox', { name: /^What has changed/ })).toBeNull()
	await press('Publish')
	await confirm()
	expect(sent().after).toBe(0)
})

it('shows what is different from the charter in force, as it will be published', async () => {
	const { fr, en } = version.texts
	vi.mocked(fetchDraft).mockReset().mockResolvedValue({ ...stored, draft: { defaultLanguage: 'fr', texts: { fr: { ...fr!, body: 'Le but.\n\n' }, en: { ...en!, body: 'The new aim.\n' } } } })
	await show()
	await userEvent.click(screen.getByText('Show what is different from the charter in force'))
	expect(await screen.findAllByText(/added:/, undefined, { timeout: 10_000 })).toHaveLength(1)
})

describe('what is missing', () => {
	it('in the deadline is said there', async () => {
		await show()
		await choose('Require an answer')
		await userEvent.clear(field('Days for an answer'))
		await press('Publish')
		expect(screen.queryByRole('dialog')).toBeNull()
		expect(screen.getByText('Please say how many days there are for an answer.')).toBeTruthy()
		await vi.waitFor(() => expect(document.activeElement).toBe(field('Days for an answer')))
	})

	it('in the groups is said there', async () => {
		await show()
		await choose('Everyone but some groups')
		await press('Publish')
		expect(await screen.findByText('Please choose at least one group.')).toBeTruthy()
		await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Groups' })))
	})
})

it('groups that cannot be loaded are tried again', async () => {
	vi.mocked(fetchGroups).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
	await show()
	await choose('Only some groups')
	expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
	await press('Try again')
	expect(await screen.findByRole('checkbox', { name: 'Le bureau' })).toBeTruthy()
})

describe('a refusal', () => {
	it.each([
		['invalid_request', 'deadlineDays', 'Days for an answer'],
		['invalid_request', 'changeNote.en', 'What has changed, in English'],
	])('%s of %s is said at the field', async (code, at, name) => {
		vi.mocked(publish).mockRejectedValueOnce(new OcsError(code, 'Not like this.', 400, at))
		await show()
		await press('Publish')
		await confirm()
		await vi.waitFor(() => expect(field(name).getAttribute('aria-invalid')).toBe('true'))
		await vi.waitFor(() => expect(document.activeElement).toBe(field(name)))
		expect(screen.queryByRole('alert')).toBeNull()
	})

	it('of a group is said at the groups', async () => {
		vi.mocked(publish).mockRejectedValueOnce(new OcsError('unknown_group', 'There is no such group.', 400, 'audience.groups.0'))
		await show()
		await choose('Only some groups')
		await userEvent.click(await screen.findByRole('checkbox', { name: 'Atelier' }))
		await press('Publish')
		await confirm()
		expect(await screen.findByText('There is no such group.')).toBeTruthy()
	})

	it('of the text leads back to it', async () => {
		vi.mocked(publish).mockRejectedValueOnce(new OcsError('invalid_request', 'This text is too long.', 400, 'texts.en.body'))
		await show()
		await press('Publish')
		await confirm()
		expect(await screen.findByText('This text is too long.')).toBeTruthy()
		expect(button('English').getAttribute('aria-pressed')).toBe('true')
		await vi.waitFor(() => expect(document.activeElement).toBe(field('The whole text')))
	})

	it('without a field is said, and nothing is lost', async () => {
		vi.mocked(publish).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
		await show()
		await choose('Inform')
		await press('Publish')
		await confirm()
		expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
		expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Inform' }).checked).toBe(true)
	})

	it('because a colleague was faster shows the colleague\'s charter; then one may publish all the same', async () => {
		vi.mocked(publish).mockRejectedValueOnce(new OcsError('published_meanwhile', 'Somebody else has published a charter.', 409))
		vi.mocked(fetchVersions).mockResolvedValue([{ id: 12, owner: 'host', ownerName: 'Libre Toit', inForce: true, number: 5, title: 'Promise', publishedAt: 1_760_000_000, accepted: 0, declined: 0 }, { id: 9, owner: 'association', ownerName: '', inForce: true, number: 2, title: 'Theirs', publishedAt: 1_760_000_000, accepted: 0, declined: 0 }])
		const { emitted } = await show()
		await press('Publish')
		await confirm()
		expect((await screen.findByRole('alert')).textContent).toContain('Somebody else')
		expect(await screen.findByText(/^“Theirs” was published on .*still here/)).toBeTruthy()
		await press('Read it')
		expect(emitted('read')).toEqual([[9]])
		await press('Publish mine all the same')
		await confirm()
		expect(sent().after).toBe(9)
		expect(await screen.findByText('Published as version 2.')).toBeTruthy()
	})
})
