// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Every screen of the pack. */

import type { Space } from '../../../contract/support/space.ts'
import type { Screen } from './screen.ts'

import { ASSOCIATION, DASHBOARD, FIRST_STEPS } from '../../fixtures.ts'
import { AssociationPage } from '../../sections/associationPage.ts'
import { FirstStepsPage } from '../../sections/firstStepsPage.ts'
import { WelcomeDialog } from '../../sections/welcomeDialog.ts'
import { settled } from '../people.ts'
import { askScreens } from './ask.ts'
import { charterAdminScreens } from './charterAdmin.ts'
import { charterPageScreens } from './charterPage.ts'
import { storageScreens } from './storage.ts'
import { storageAdminScreens } from './storageAdmin.ts'

const admin = (space: Space) => settled(space, { admin: true })

export const screens: Screen[] = [
	...askScreens,
	...charterPageScreens,
	...charterAdminScreens,
	...storageScreens,
	...storageAdminScreens,
	{
		name: 'the welcome',
		path: DASHBOARD,
		prepare: (space) => space.person(),
		reach: (page) => new WelcomeDialog(page).steps.first().waitFor(),
	},
	{
		name: 'Association, first steps',
		path: `${ASSOCIATION}#first-steps`,
		prepare: admin,
		reach: (page) => new AssociationPage(page).open('First steps'),
	},
	{
		name: 'the first steps',
		path: FIRST_STEPS,
		prepare: async (space) => {
			const person = await settled(space)
			await space.upload(person, 'minutes.md', 2048, 1_700_000_000)
			return person
		},
		reach: (page) => new FirstStepsPage(page).progress.waitFor(),
	},
]
