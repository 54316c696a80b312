// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The one line about an app at somebody's first visit. */

import type { Pending } from '../../contract.ts'

import catalog from '../../catalog/hints.json' with { type: 'json' }
import { anyWords, bestWords } from './words.ts'

/** What an account remembers of such lines. */
export interface StoredHints {
	/** Ids of the apps whose line was shown. */
	seen: readonly string[]
	/** The day on which the last one was shown, in the account's time zone, as `2026-11-22`; empty for never. */
	day: string
	/** Whether the person wants none. */
	off: boolean
}

/** What is remembered before the first line. */
export const noHints: StoredHints = { seen: [], day: '', off: false }

/** App → language → the association's own line; `{}` = none. */
export type HintTexts = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What decides about a line. */
export interface HintInput {
	/** Of the request, without webroot and index.php. */
	path: string
	value: StoredHints | null
	/** Today in the account's time zone. */
	day: string
	/** Nextcloud's code. */
	language: string
	/** Whether the association wants such lines. */
	wanted: boolean
	texts: HintTexts
	/** Whether a welcome is still to come. */
	waits: boolean
	/** An account of the guests app: it is left alone. */
	guest: boolean
}

/** Whether there is a line about an app: the association's own, or a built-in one. */
function hasLine(app: string, texts: HintTexts): boolean {
	return Object.hasOwn(texts, app) ? Object.keys(texts[app]!).length > 0 : catalog.apps.includes(app)
}

/**
 * The line that a page carries. PHP: Hints::due().
 *
 * @param input page, person and what is known
 * @return the app, and the association's own line (null = the built-in one); null for no line
 */
export function hintDue({ path, value, day, language, wanted, texts, waits, guest }: HintInput): Pending['hint'] {
	const app = /^\/apps\/([a-z][a-z0-9_]{0,63})(\/|$)/.exec(path)?.[1]
	const { seen, day: last, off } = value ?? noHints
	if (app === undefined || guest || waits || !wanted || off || last === day || seen.includes(app) || !hasLine(app, texts)) {
		return null
	}
	const own = Object.hasOwn(texts, app) ? texts[app]! : {}
	// A built-in line in the reader's language is better than a foreign one.
	return { app, text: catalog.apps.includes(app) ? bestWords(own, language) : anyWords(own, language) }
}

/**
 * What to remember once a line was shown. PHP: Hints::seen().
 *
 * @param value what was remembered
 * @param app which line
 * @param texts the association's own lines
 * @param day today in the account's time zone
 */
export function hintSeen(value: StoredHints | null, app: string, texts: HintTexts, day: string): StoredHints {
	const { seen, off, day: last } = value ?? noHints
	return hasLine(app, texts) ? { seen: seen.includes(app) ? seen : [...seen, app], day, off } : { seen, day: last, off }
}

/**
 * What to remember of the person's choice. PHP: Hints::choice().
 *
 * @param value what was remembered
 * @param wanted whether they want such lines
 */
export function hintsWanted(value: StoredHints | null, wanted: boolean): StoredHints {
	return { ...value ?? noHints, off: !wanted }
}

/**
 * The day of a moment where somebody lives. PHP: Hints::day().
 *
 * @param now seconds since 1970
 * @param timezone IANA name; one that is not known counts as UTC
 * @return as `2026-11-22`
 */
export function dayIn(now: number, timezone: string): string {
	const parts = formatter(timezone).formatToParts(new Date(now * 1000))
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
	return `${part('year')}-${part('month')}-${part('day')}`
}

function formatter(timezone: string): Intl.DateTimeFormat {
	const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory', numberingSystem: 'latn' }
	try {
		return new Intl.DateTimeFormat('en', { ...options, timeZone: timezone })
	} catch {
		return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
	}
}
