// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The screens of the ask. */

import type { Person, Space } from '../../../contract/support/space.ts'
import type { Tongue } from '../words.ts'
import type { Screen } from './screen.ts'

import { charterTexts } from '../../../contract/support/texts.ts'
import { DASHBOARD } from '../../fixtures.ts'
import { AskDialog } from '../../sections/askDialog.ts'
import { answerCharter, settled } from '../people.ts'
import { afterTheDeadline } from '../time.ts'
import { renewedTexts } from './texts.ts'

async function asked(space: Space, language: Tongue): Promise<Person> {
	const person = await settled(space, { language })
	await space.publish()
	return person
}

const screens: Omit<Screen, 'path'>[] = [
	{
		name: 'the ask, in short',
		prepare: asked,
		reach: (page, say) => new AskDialog(page, undefined, say).sentences.first().waitFor(),
	},
	{
		name: 'the ask, whole text',
		prepare: asked,
		reach: async (page, say) => {
			await new AskDialog(page, undefined, say).button('Read the whole text').click()
			await page.locator('.markdown-text li').first().waitFor()
		},
	},
	{
		name: 'the ask, why it is declined',
		prepare: asked,
		reach: async (page, say) => {
			await new AskDialog(page, undefined, say).button('Decline').click()
			await new AskDialog(page, undefined, say).reason.fill('Rule 3 is too strict for the choir.')
		},
	},
	{
		name: 'the ask, answered',
		prepare: asked,
		reach: async (page, say) => {
			await new AskDialog(page, undefined, say).button('Accept').click()
			await new AskDialog(page, undefined, say).button('Close').waitFor()
		},
	},
	{
		name: 'the ask, what has changed',
		prepare: async (space, tongue) => {
			const person = await asked(space, tongue)
			await answerCharter(space, person)
			await space.publish(renewedTexts(), { mode: 'require', deadlineDays: 14, changeNote: { fr: 'Chaque voix est entendue, et la charte est plus courte.', en: 'Every voice is heard, and the charter is shorter.' } })
			return person
		},
		reach: (page, say) => new AskDialog(page, undefined, say).root.getByRole('insertion').first().waitFor(),
	},
	{
		name: 'the ask, after the deadline',
		prepare: async (space, language) => {
			const person = await settled(space, { language })
			await space.publish(charterTexts(), { mode: 'require', deadlineDays: 1 })
			return person
		},
		look: afterTheDeadline(2, DASHBOARD),
		reach: (page, say) => new AskDialog(page, undefined, say).button('Decline and log out').waitFor(),
	},
]

export const askScreens: Screen[] = screens.map((screen) => ({ ...screen, path: DASHBOARD, tongues: ['en', 'fr'] as const }))
