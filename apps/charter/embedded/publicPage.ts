// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The association's charter as a page for anybody, from the same HTML as inside Nextcloud (lib/Public). */

import type { PublicPage, Space, Stranger } from '@ensemble/space/embedding'
import type { Version } from '../contract.ts'

import { readFileSync } from 'node:fs'
import { contract } from '../contract.ts'
import { fill } from './public/fill.ts'
import { accepted, direction, readerLanguage } from './public/readerLanguage.ts'
import { newest } from './store.ts'

const template = (name: string) => readFileSync(new URL(`../lib/Public/${name}.html`, import.meta.url), 'utf8')
/** As HTML names a language. */
const tag = (language: string) => language.replace('_', '-')

/**
 * The page at /apps/ensemble_charter/public.
 *
 * @param space the space
 * @param stranger who reads
 * @param settings the app's
 * @param settings.publicPage whether the admins want it
 */
export function publicPage(space: Space, stranger: Stranger, settings: { publicPage: boolean }): PublicPage {
	const version = settings.publicPage ? newest(space, 'association') : undefined
	return version === undefined ? absent(space, stranger) : { status: 200, html: page(space, stranger, version) }
}

function page(space: Space, stranger: Stranger, version: Version): string {
	const languages = Object.keys(version.texts)
	const language = readerLanguage(stranger.asked, stranger.accept, languages, version.defaultLanguage)
	const { title, summary, body } = version.texts[language]!
	const words = stranger.words([language])
	const others = languages.filter((other) => other !== language)
	const date = new Intl.DateTimeFormat(tag(words.language), { dateStyle: 'long', timeZone: 'UTC' }).format(version.publishedAt * 1000)
	return fill(template('page'), {
		...frame(space, stranger, words.language),
		lang: tag(language),
		dir: direction(language),
		script: stranger.asset(`js/${contract.app}-public.mjs`),
		choice: others.length > 0 ? [{ others: others.map((code) => ({ code, tag: tag(code), name: nameOf(code) })) }] : [],
		otherLanguages: words.text('Other languages'),
		title,
		note: words.text('Version {number}, published on {date}', { number: version.number, date }),
		inShort: words.text('In short'),
		summary: summary.map((sentence) => ({ sentence })),
		wholeText: words.text('The whole text'),
		body,
	})
}

function absent(space: Space, stranger: Stranger): PublicPage {
	const words = stranger.words(accepted(stranger.accept))
	return {
		status: 404,
		html: fill(template('absent'), {
			...frame(space, stranger, words.language),
			absent: words.text('There is nothing to read here'),
			why: words.text('This association has not made its charter public. Members can read it after they have logged in.'),
		}),
	}
}

function frame(space: Space, { asset }: Stranger, words: string) {
	return { association: space.name, style: asset('css/public.css'), wordsLang: tag(words), wordsDir: direction(words) }
}

/** A language in its own words. */
function nameOf(language: string): string {
	return new Intl.DisplayNames([tag(language)], { type: 'language' }).of(tag(language)) ?? language
}
