// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What is put on a member's page: the welcome, a line about an app, what changed. And that it was seen. */

import type { Account, Space } from '@ensemble/space/embedding'
import type { Pending, PendingWelcome } from '../contract.ts'
import type { News } from '../src/logic/news.ts'
import type { Handlers, OnboardingSettings } from './store.ts'

import { contract } from '../contract.ts'
import news from '../news.json' with { type: 'json' }
import { dayIn, hintDue, hintSeen, hintsWanted } from '../src/logic/hints.ts'
import { newsDue, newsRead } from '../src/logic/news.ts'
import { bestWords } from '../src/logic/words.ts'
import { helpOf } from './help.ts'
import { inForce, storedHints } from './store.ts'

/** The pack's news. */
const NEWS: News = news

/**
 * What a page tells its reader.
 *
 * @param space the space
 * @param account who reads
 * @param settings the app's
 * @param path of the page
 * @return null for nothing
 */
export function pending(space: Space, account: Account, settings: OnboardingSettings, path = ''): Pending | null {
	const waits = space.userValue(account.id, contract.app, 'welcome') === 'pending'
	const found: Pending = {
		welcome: waits ? welcomeFor(space, account, settings) : null,
		hint: hintDue({
			path,
			value: storedHints(space, account.id),
			day: dayIn(space.now(), account.timezone),
			language: account.language,
			wanted: settings.hints,
			texts: settings.hintTexts,
			waits,
			guest: account.guest,
		}),
		news: newsDue(NEWS, versionRead(space, account.id), account.language, account.guest),
	}
	return Object.values(found).every((part) => part === null) ? null : found
}

function welcomeFor(space: Space, { language }: Account, settings: OnboardingSettings): PendingWelcome {
	return {
		...helpOf(space, settings, inForce(space).host, language),
		welcome: bestWords(settings.welcome, language) ?? '',
		logo: space.appValue('theming', 'logoMime') === undefined ? '' : '/__space/logo.svg',
	}
}

/** The version that a person has read about; null for none. */
function versionRead(space: Space, account: string): string | null {
	return (space.userValue(account, contract.app, 'news') ?? null) as string | null
}

/** A newcomer is welcomed, once, and knows nothing of what was before. */
export function firstLogin(space: Space, { id }: Account): void {
	for (const [key, value] of [['welcome', 'pending'], ['news', NEWS.version]] as const) {
		if (space.userValue(id, contract.app, key) === undefined) {
			space.setUserValue(id, contract.app, key, value)
		}
	}
}

export const reading: Pick<Handlers, 'POST /api/v1/hints/{app}' | 'POST /api/v1/news' | 'POST /api/v1/welcome' | 'PUT /api/v1/hints'> = {
	'POST /api/v1/welcome': ({ space, account }) => {
		space.setUserValue(account.id, contract.app, 'welcome', 'seen')
		return { seen: true }
	},

	'POST /api/v1/hints/{app}': ({ space, account, params: { app }, settings }) => {
		const after = hintSeen(storedHints(space, account.id), app, settings.hintTexts, dayIn(space.now(), account.timezone))
		space.setUserValue(account.id, contract.app, 'hints', after)
		return { seen: true }
	},

	'PUT /api/v1/hints': ({ space, account, body: { wanted } }) => {
		space.setUserValue(account.id, contract.app, 'hints', hintsWanted(storedHints(space, account.id), wanted))
		return { wanted }
	},

	'POST /api/v1/news': ({ space, account, body: { version } }) => {
		const after = newsRead(versionRead(space, account.id), version, NEWS.version)
		space.setUserValue(account.id, contract.app, 'news', after ?? undefined)
		return { version: after ?? '' }
	},
}
