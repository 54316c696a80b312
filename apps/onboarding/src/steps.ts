// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a person reads for each first step, and where it is done. */

import type { StepId } from '../contract.ts'

import { generateUrl } from '@nextcloud/router'
import { t } from './l10n.ts'

/** The words of a step. */
export interface StepWords {
	title: string
	/** What to do, one sentence. */
	sentence: string
	/** What it is good for, one sentence. */
	reason: string
	/** Name of the link. */
	action: string
	/** Where the link leads. */
	url: string
}

/**
 * The words of a step, in the reader's language.
 *
 * @param id the step
 */
export function stepWords(id: StepId): StepWords {
	switch (id) {
		case 'picture': return {
			title: t('Choose a profile picture'),
			sentence: t('Take a photo or a drawing that you like.'),
			reason: t('The others then see at a glance who shares a file or writes a message.'),
			action: t('Go to my profile'),
			url: generateUrl('/settings/user'),
		}
		case 'upload': return {
			title: t('Bring in a first file'),
			sentence: t('Open your files and press “New”, or drop a file onto the page.'),
			reason: t('You can then open it on any device and share it with the others.'),
			action: t('Go to my files'),
			url: generateUrl('/apps/files/'),
		}
		case 'charter': return {
			title: t('Read the charter'),
			sentence: t('Read what your association stands for, and answer freely.'),
			reason: t('You then know how its people treat each other and each other\'s data.'),
			action: t('Go to the charter'),
			url: generateUrl('/apps/ensemble_charter/'),
		}
	}
}

/** The page of the first steps. */
export function pageUrl(): string {
	return generateUrl('/apps/ensemble_onboarding/')
}
