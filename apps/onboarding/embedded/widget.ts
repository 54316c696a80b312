// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the dashboard shows while there is something to do. The sentences are those of src/steps.ts and of lib/. */

import type { Account, Space, Text, Widget } from '@ensemble/space/embedding'
import type { BuiltInStep } from '../contract.ts'
import type { OnboardingSettings } from './store.ts'

import { contract } from '../contract.ts'
import { opened } from './steps.ts'

/**
 * The open steps of somebody.
 *
 * @param space the space
 * @param account whose
 * @param settings the app's
 * @param text translates
 * @param address of the space
 * @return null once all is done, or the list was put away
 */
export function widget(space: Space, account: Account, settings: OnboardingSettings, text: Text, address: string): Widget | null {
	const closed = space.userValue(account.id, contract.app, 'closed') === '1'
	const open = closed ? [] : opened(space, account, settings).filter(({ state }) => state === 'open')
	if (open.length === 0) {
		return null
	}
	const link = `/apps/${contract.app}/`
	const items = open.map(({ id, texts }) => {
		const { title, sentence } = texts ?? builtInWords(id as BuiltInStep, text, address)
		return { title, subtitle: sentence, link }
	})
	return { title: text('First steps'), items, button: { label: text('Show all first steps'), link } }
}

function builtInWords(id: BuiltInStep, text: Text, address: string): { title: string, sentence: string } {
	switch (id) {
		case 'picture': return { title: text('Choose a profile picture'), sentence: text('Take a photo or a drawing that you like.') }
		case 'mail': return { title: text('Check your mail address'), sentence: text('Look in your profile whether your mail address is right; if you are asked to confirm it, follow the link in the mail.') }
		case 'upload': return { title: text('Bring in a first file'), sentence: text('Open your files and press “New”, or drop a file onto the page.') }
		case 'share': return { title: text('Share a file or a folder'), sentence: text('Beside a name in your files, press the sign for sharing and choose a person, a group or a link.') }
		case 'device': return { title: text('Connect your computer or phone'), sentence: text('Install the Nextcloud app on it and log in there with this address: {address}', { address }) }
		case 'calendar': return { title: text('Keep an eye on the calendar'), sentence: text('Open the calendar, and subscribe to one that matters to you or show it on your phone.') }
		case 'charter': return { title: text('Read the charter'), sentence: text('Read what your association stands for, and answer freely.') }
		case 'storage': return { title: text('See how much room you have'), sentence: text('Open “My storage” and look what takes the room.') }
	}
}
