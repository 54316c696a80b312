// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The screens of the charter's part of the administration. */

import type { Page } from '@playwright/test'
import type { Person, Space } from '../../../contract/support/space.ts'
import type { Say, Tongue } from '../words.ts'
import type { Screen } from './screen.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { charterTexts } from '../../../contract/support/texts.ts'
import { ASSOCIATION } from '../../fixtures.ts'
import { AnswersSection } from '../../sections/answersSection.ts'
import { CharterAdmin } from '../../sections/charterAdmin.ts'
import { DraftEditor } from '../../sections/draftEditor.ts'
import { PublishForm } from '../../sections/publishForm.ts'
import { answerCharter, saveDraft, settled, withoutDraft } from '../people.ts'
import { LONG_WORD, renewedTexts } from './texts.ts'

/** An admin who has answered the charter in force; nobody is writing another. */
async function published(space: Space, language: Tongue): Promise<Person> {
	const person = await settled(space, { admin: true, language })
	await withoutDraft(space)
	await space.publish(charterTexts(LONG_WORD))
	await answerCharter(space, person)
	return person
}

/** A charter for a group of four that all answered otherwise. */
async function answers(space: Space, language: Tongue): Promise<Person> {
	const group = await space.group()
	const person = () => settled(space, { groups: [group] })
	const [accepted, declined, reminded] = [await person(), await person(), await person(), await person()]
	const { id } = await space.publish(charterTexts(), { mode: 'require', deadlineDays: 14, audience: { who: 'only', groups: [group] } })
	await answerCharter(space, accepted)
	await answerCharter(space, declined, 'declined', 'Rule 3 is too strict for the choir, and for everybody who cannot come on Fridays.')
	await space.answer(charter, 'POST /api/v1/reminders', { as: space.admin, body: { version: id, accounts: [reminded.id] } })
	return settled(space, { admin: true, language })
}

/** A draft in two languages that is ready to be published. */
async function drafted(space: Space, tongue: Tongue): Promise<Person> {
	const person = await published(space, tongue)
	await space.group()
	await saveDraft(space, { defaultLanguage: tongue, texts: renewedTexts() })
	return person
}

async function atTheForm(page: Page, say: Say): Promise<PublishForm> {
	const form = new PublishForm(page, say)
	await form.open()
	return form
}

/** To this page it looks as if a colleague had saved another title after it was opened. */
async function colleagueSaves(page: Page): Promise<void> {
	let saved = false
	await page.route(/\/api\/v1\/draft$/, async (route) => {
		if (route.request().method() === 'PUT') {
			saved = true
			const sent = route.request().postDataJSON() as { revision: number }
			await route.continue({ postData: JSON.stringify({ ...sent, revision: sent.revision - 1 }) })
		} else {
			const response = await route.fetch()
			const text = await response.text()
			await route.fulfill({ response, body: saved ? text.replaceAll('"title":"', '"title":"A colleague\'s: ') : text })
		}
	})
}

const screens: Screen[] = [
	{
		name: 'answers',
		path: '/answers',
		prepare: answers,
		reach: async (page, say) => {
			const section = new AnswersSection(page, say)
			await section.rows.first().waitFor()
			await section.button('Check the answers').click()
			await section.evidence.getByRole('code').waitFor()
		},
	},
	{
		name: 'a question before reminding',
		path: '/answers',
		prepare: answers,
		reach: async (page, say) => {
			await new AnswersSection(page, say).button('Remind all who have not answered').click()
			await new CharterAdmin(page, say).question('Remind all who have not answered?').waitFor()
		},
	},
	{
		name: 'what a draft begins with',
		path: '/draft',
		prepare: published,
		reach: (page, say) => new DraftEditor(page, say).button('Begin with the charter in force').waitFor(),
	},
	{
		name: 'ready articles',
		path: '/draft',
		prepare: published,
		reach: async (page, say) => {
			const { picker } = new DraftEditor(page, say)
			await new DraftEditor(page, say).button('Begin with ready articles').click()
			await picker.getByRole('checkbox').first().check()
			await picker.getByText(say('Read the whole article')).first().click()
		},
	},
	{
		name: 'the draft, article by article',
		path: '/draft',
		prepare: drafted,
		reach: async (page, say) => {
			const editor = new DraftEditor(page, say)
			await editor.preview.getByRole('heading').first().waitFor()
			await editor.button('Add ready articles').click()
			for (const index of [0, 3, 8]) {
				await editor.picker.getByRole('checkbox').nth(index).check()
			}
			await editor.picker.getByRole('button').last().click()
			await editor.articles.nth(1).getByRole('button').nth(2).click()
			await editor.field('Text of the article').waitFor()
			await editor.saved.waitFor()
		},
	},
	{
		name: 'the draft as one text, with something missing',
		path: '/draft',
		prepare: drafted,
		reach: async (page, say) => {
			const editor = new DraftEditor(page, say)
			await editor.button('As one text').click()
			await editor.field('Title').fill('')
			await editor.button('Go on to publishing').click()
			await editor.root.getByText(say('Please write something here.')).waitFor()
		},
	},
	{
		name: 'two texts for the draft',
		path: '/draft',
		prepare: drafted,
		look: {
			before: colleagueSaves,
		},
		reach: async (page, say) => {
			const editor = new DraftEditor(page, say)
			await editor.field('Title').fill('Another title')
			await editor.conflict.getByRole('radio').first().waitFor()
			await editor.button('Go on with what I have chosen').click()
		},
	},
	{
		name: 'the question before a draft is thrown away',
		path: '/draft',
		prepare: drafted,
		reach: async (page, say) => {
			await new DraftEditor(page, say).button('Throw the draft away').click()
			await new CharterAdmin(page, say).question('Throw the draft away?').waitFor()
		},
	},
	{
		name: 'publishing',
		path: '/draft',
		prepare: drafted,
		reach: async (page, say) => {
			const form = await atTheForm(page, say)
			await form.choice('Require an answer').check()
			await form.choice('Only some groups').check()
			await form.groups.getByRole('checkbox').first().waitFor()
			await form.root.getByText(say('Show what is different from the charter in force')).click()
			await form.root.getByRole('insertion').first().waitFor()
			await form.publish.click()
			await form.root.getByText(say('Please choose at least one group.')).waitFor()
		},
	},
	{
		name: 'the question before publishing',
		path: '/draft',
		prepare: drafted,
		reach: async (page, say) => {
			const form = await atTheForm(page, say)
			await form.publish.click()
			await form.confirmation.waitFor()
		},
	},
	{
		name: 'published charters',
		path: '/versions',
		prepare: published,
		reach: (page, say) => new CharterAdmin(page, say).panel('Published charters').getByRole('rowheader').first().waitFor(),
	},
	{
		name: 'a published charter',
		path: '/versions',
		prepare: published,
		reach: async (page, say) => {
			await new CharterAdmin(page, say).panel('Published charters').getByRole('row').nth(1).getByRole('button').first().click()
			await page.locator('.markdown-text li').first().waitFor()
		},
	},
	{
		name: 'settings',
		path: '/settings',
		prepare: published,
		reach: (page, say) => new CharterAdmin(page, say).panel('Settings').getByRole('button', { name: say('Save') }).waitFor(),
	},
]

export const charterAdminScreens: Screen[] = screens.map((screen) => ({
	...screen,
	name: `Association, charter: ${screen.name}`,
	path: `${ASSOCIATION}#charter${screen.path}`,
	tongues: ['en', 'fr'] as const,
}))
