// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a person reads for each first step, and where it is done. */

import type { BuiltInStep, Step, StepTexts } from '../contract.ts'

import { generateUrl, getBaseUrl } from '@nextcloud/router'
import { t } from './l10n.ts'
import { isOwn } from './logic/plan.ts'

/** The words of a step, and where its link leads; empty = it has none. */
export interface StepWords extends StepTexts {
	url: string
}

/**
 * The built-in words of a step, in the reader's language.
 *
 * @param id the step
 */
export function builtInWords(id: BuiltInStep): StepWords {
	switch (id) {
		case 'picture': return {
			title: t('Choose a profile picture'),
			sentence: t('Take a photo or a drawing that you like.'),
			reason: t('The others then see at a glance who shares a file or writes a message.'),
			action: t('Go to my profile'),
			url: generateUrl('/settings/user'),
		}
		case 'mail': return {
			title: t('Check your mail address'),
			sentence: t('Look in your profile whether your mail address is right; if you are asked to confirm it, follow the link in the mail.'),
			reason: t('You then hear from the others, and can get back in if you ever forget your password.'),
			action: t('Go to my mail address'),
			url: generateUrl('/settings/user'),
		}
		case 'upload': return {
			title: t('Bring in a first file'),
			sentence: t('Open your files and press “New”, or drop a file onto the page.'),
			reason: t('You can then open it on any device and share it with the others.'),
			action: t('Go to my files'),
			url: generateUrl('/apps/files/'),
		}
		case 'share': return {
			title: t('Share a file or a folder'),
			sentence: t('Beside a name in your files, press the sign for sharing and choose a person, a group or a link.'),
			reason: t('All of you then work on the same file, instead of sending copies around by mail.'),
			action: t('Choose a file to share'),
			url: generateUrl('/apps/files/'),
		}
		case 'device': return {
			title: t('Connect your computer or phone'),
			sentence: t('Install the Nextcloud app on it and log in there with this address: {address}', { address: getBaseUrl() }),
			reason: t('Your files are then there too, without opening a web page.'),
			action: t('See my devices'),
			url: generateUrl('/settings/user/security'),
		}
		case 'calendar': return {
			title: t('Keep an eye on the calendar'),
			sentence: t('Open the calendar, and subscribe to one that matters to you or show it on your phone.'),
			reason: t('You then see the meetings where you look at your other appointments.'),
			action: t('Go to the calendar'),
			url: generateUrl('/apps/calendar/'),
		}
		case 'charter': return {
			title: t('Read the charter'),
			sentence: t('Read what your association stands for, and answer freely.'),
			reason: t('You then know how its people treat each other and each other\'s data.'),
			action: t('Go to the charter'),
			url: generateUrl('/apps/ensemble_charter/'),
		}
		case 'storage': return {
			title: t('See how much room you have'),
			sentence: t('Open “My storage” and look what takes the room.'),
			reason: t('You then know where to tidy up, long before it is full.'),
			action: t('Go to my storage'),
			url: generateUrl('/apps/ensemble_quota/'),
		}
	}
}

/**
 * The words of a step as somebody sees it: the association's or host's own where there are some.
 *
 * @param step the step
 */
export function stepWords({ id, texts, url }: Pick<Step, 'id' | 'texts' | 'url'>): StepWords {
	const builtIn = isOwn(id) ? { title: '', sentence: '', reason: '', action: '', url: '' } : builtInWords(id as BuiltInStep)
	const words = texts ?? builtIn
	return { ...words, action: words.action || builtIn.action || (url && t('Open')), url: url || builtIn.url }
}

/** The page of the first steps. */
export function pageUrl(): string {
	return generateUrl('/apps/ensemble_onboarding/')
}
