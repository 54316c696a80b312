// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** An admin writes a charter: from ready articles or with own words, saved while writing, and nothing is lost. */

import type { Page } from '@playwright/test'
import type { Space } from '../contract/support/space.ts'
import type { Visit } from './fixtures.ts'

import { articles } from '@ensemble/charter/src/articles/en'
import { articles as articlesInFrench } from '@ensemble/charter/src/articles/fr'
import { charterTexts } from '../contract/support/texts.ts'
import { ASSOCIATION, expect, test } from './fixtures.ts'
import { CharterAdmin } from './sections/charterAdmin.ts'
import { DraftEditor } from './sections/draftEditor.ts'
import { PublishForm } from './sections/publishForm.ts'
import { adminAtDesk, answerCharter, draftOf, saveDraft } from './support/people.ts'

const DRAFT = `${ASSOCIATION}#charter/draft`
const [profit, voice, software, data] = articles
const [, voix] = articlesInFrench

async function desk(space: Space, visit: Visit): Promise<{ page: Page, editor: DraftEditor }> {
	const page = await visit(await adminAtDesk(space), DRAFT)
	return { page, editor: new DraftEditor(page) }
}

async function pick(editor: DraftEditor, ...chosen: (typeof profit)[]): Promise<void> {
	for (const article of chosen) {
		await editor.picker.getByRole('checkbox', { name: article!.title, exact: true }).check()
	}
	await editor.picker.getByRole('button', { name: /^Add \d/ }).click()
	await expect(editor.picker).toHaveCount(0)
}

test('ready articles are picked, put in order, changed and taken away, with a live preview', async ({ space, visit }) => {
	const { editor } = await desk(space, visit)
	await editor.button('Begin with ready articles').click()
	await expect(editor.picker.getByRole('checkbox')).toHaveCount(articles.length)
	await editor.picker.getByText('Read the whole article').first().click()
	await expect(editor.picker.getByText(profit!.paragraph)).toBeVisible()
	await pick(editor, software, profit, data)

	// In the order of the list, whatever was pressed first; the short version comes along.
	const headings = editor.preview.getByRole('heading')
	await expect(headings).toHaveText([profit!.title, software!.title, data!.title])
	await expect(editor.sentence(1)).toHaveValue(profit!.sentence)
	await expect(editor.sentence(3)).toHaveValue(data!.sentence)

	await editor.act('Move “{title}” up', { title: data!.title }).click()
	await expect(editor.act('Move “{title}” up', { title: data!.title })).toBeFocused()
	await expect(headings).toHaveText([profit!.title, data!.title, software!.title])
	await expect(editor.sentence(2)).toHaveValue(data!.sentence)

	await editor.act('Change “{title}”', { title: data!.title }).click()
	await editor.field('Heading').fill('Our data')
	await editor.field('Text of the article').fill('Stays **here**.')
	await expect(headings).toHaveText([profit!.title, 'Our data', software!.title])
	await expect(editor.preview.getByText('Stays here.')).toBeVisible()
	await editor.button('Done').click()
	await expect(editor.act('Change “{title}”', { title: 'Our data' })).toBeFocused()

	await editor.act('Remove “{title}”', { title: software!.title }).click()
	await expect(headings).toHaveText([profit!.title, 'Our data'])
	await expect(editor.preview).not.toContainText(software!.sentence)
	await editor.button('Undo').click()
	await expect(headings).toHaveText([profit!.title, 'Our data', software!.title])

	await editor.button('Add an article of your own').click()
	await editor.field('Heading').fill('Cake')
	await editor.field('Text of the article').fill('On Fridays.')
	await editor.button('Done').click()
	await expect(editor.articles.filter({ hasText: 'Cake' })).toHaveCount(1)
	await editor.button('As one text').click()
	await expect(editor.field('The whole text')).toHaveValue(/## Our data\n\nStays \*\*here\*\*\.\n\n## [^#]+## Cake\n\nOn Fridays\.$/)

	// What is there already is not offered again.
	await editor.button('Article by article').click()
	await editor.button('Add ready articles').click()
	await expect(editor.picker.getByRole('checkbox', { name: profit!.title, exact: true })).toBeDisabled()
	await expect(editor.picker.getByRole('checkbox', { name: voice!.title, exact: true })).toBeEnabled()
})

test('sentences are added, moved and removed', async ({ space, visit }) => {
	const { editor } = await desk(space, visit)
	await editor.begin()
	await editor.write({ ...charterTexts().en!, summary: ['One.', 'Two.', 'Three.'] })
	await editor.button('Add a sentence').click()
	await expect(editor.sentence(4)).toBeFocused()
	await editor.sentence(4).fill('Four.')
	await editor.act('Move sentence {number} up', { number: 4 }).click()
	await editor.act('Remove sentence {number}', { number: 1 }).click()
	await expect(editor.preview.getByRole('list').first().getByRole('listitem')).toHaveText(['Two.', 'Four.', 'Three.'])
})

test('the draft is saved while one writes, and is there after a reload and for a colleague', async ({ space, visit }) => {
	const { page, editor } = await desk(space, visit)
	const text = charterTexts('that stays').en!
	await editor.begin()
	await editor.write(text)
	await expect(editor.saved).toBeVisible()
	expect((await draftOf(space)).draft).toEqual({ defaultLanguage: 'en', texts: { en: text } })
	await page.reload()
	await expect(editor.field('Title')).toHaveValue(text.title)
	await expect(editor.sentence(3)).toHaveValue(text.summary[2]!)
	await expect(editor.preview.getByRole('heading', { name: 'Our charter' })).toBeVisible()

	const colleague = new DraftEditor(await visit(await adminAtDesk(space), DRAFT))
	await expect(colleague.field('Title')).toHaveValue(text.title)
	await expect(colleague.saved).toContainText('by Test ')
})

test('what is written stays while one looks at another section', async ({ space, visit }) => {
	const { page, editor } = await desk(space, visit)
	await editor.begin()
	await editor.field('Title').fill('Half a tit')
	const section = new CharterAdmin(page)
	await section.open('Settings')
	await section.open('Draft')
	await expect(editor.field('Title')).toHaveValue('Half a tit')
	await expect(editor.saved).toBeVisible()
	expect((await draftOf(space)).draft?.texts.en?.title).toBe('Half a tit')
})

test('a charter in two languages: added, articles in both, removed and brought back', async ({ space, visit }) => {
	const { editor } = await desk(space, visit)
	await editor.begin()
	await editor.field('Title').fill('Our charter')
	await editor.root.getByRole('combobox', { name: 'Another language' }).selectOption('fr')
	await editor.button('Add this language').click()
	await expect(editor.root.getByRole('region', { name: 'Text in français' })).toBeVisible()
	await editor.field('Title').fill('Notre charte')
	// Chosen in the language in front, added in both.
	await editor.button('Add ready articles').click()
	await pick(editor, voix)
	await expect(editor.preview.getByRole('heading')).toHaveText([voix!.title])
	const languages = editor.root.getByRole('group', { name: 'Languages of the charter' })
	await languages.getByRole('button', { name: 'English' }).click()
	await expect(editor.preview.getByRole('heading')).toHaveText([voice!.title])

	await languages.getByRole('button', { name: /^fran/i }).click()
	await editor.root.getByRole('button', { name: /^Remove the text in / }).click()
	await expect(languages.getByRole('button')).toHaveCount(1)
	await editor.button('Undo').click()
	await expect(editor.field('Title')).toHaveValue('Notre charte')
	await expect.poll(async () => Object.keys((await draftOf(space)).draft?.texts ?? {})).toEqual(['en', 'fr'])
})

test('a draft that is thrown away can be brought back', async ({ space, visit }) => {
	await saveDraft(space, { defaultLanguage: 'en', texts: { en: charterTexts('in the bin').en! } })
	const { page, editor } = await desk(space, visit)
	await editor.button('Throw the draft away').click()
	await new CharterAdmin(page).question('Throw the draft away?').getByRole('button', { name: 'Throw away', exact: true }).click()
	await expect(editor.message).toHaveText('The draft was thrown away. Its texts are set aside.')
	await expect(editor.button('Begin with an empty page')).toBeVisible()
	expect((await draftOf(space)).draft).toBeNull()
	await editor.root.getByText('One text was set aside').click()
	await editor.button('Bring back').click()
	await expect(editor.field('Title')).toHaveValue('Our charter in the bin')
	await expect(editor.root.getByText('One text was set aside')).toHaveCount(0)
	await expect.poll(async () => (await draftOf(space)).draft?.texts.en?.title).toBe('Our charter in the bin')
})

test('a draft begins with any published charter; what was written is set aside', async ({ space, visit }) => {
	const admin = await adminAtDesk(space)
	const old = `of old ${admin.id}`
	await space.publish(charterTexts(old))
	await space.publish(charterTexts(`of today ${admin.id}`))
	await answerCharter(space, admin)
	await saveDraft(space, { defaultLanguage: 'en', texts: { en: charterTexts('half written').en! } })
	const page = await visit(admin, `${ASSOCIATION}#charter/versions`)
	const section = new CharterAdmin(page)
	await section.row(old).getByRole('button', { name: /^Read/ }).click()
	const reader = section.reader(`Our charter ${old}`)
	await expect(reader).toContainText('New content')
	await expect(reader.getByRole('region', { name: 'Text of the charter' })).toContainText('Freedom, mutual help, sobriety.')
	await reader.getByRole('button', { name: 'Start a draft from this' }).click()
	const editor = new DraftEditor(page)
	await expect(editor.message).toHaveText(/^The draft now begins with version \d+\.$/)
	await editor.root.getByRole('group', { name: 'Languages of the charter' }).getByRole('button', { name: 'English' }).click()
	await expect(editor.field('Title')).toHaveValue(`Our charter ${old}`)
	await editor.root.getByText('One text was set aside').click()
	await expect(editor.root.getByRole('listitem').filter({ hasText: 'Our charter half written' })).toBeVisible()
})

test('the form of publishing is not reached with a text that lacks something', async ({ space, visit }) => {
	const { page, editor } = await desk(space, visit)
	await editor.begin()
	await editor.write({ ...charterTexts().en!, summary: ['', '  ', ''] })
	await editor.button('Go on to publishing').click()
	await expect(editor.sentence(1)).toBeFocused()
	await expect(editor.sentence(1)).toHaveAccessibleDescription('Please write something here.')
	await expect(new PublishForm(page).root).toHaveCount(0)
})
