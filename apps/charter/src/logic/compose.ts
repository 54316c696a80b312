// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * A charter's text as a list of articles: split at its headings, put in another order, grown by ready articles. The
 * text itself stays plain Markdown; nothing beside it is stored.
 */

import type { CharterText } from '../../contract.ts'
import type { Article } from '../articles/ready.ts'

/** The most sentences a summary may have (contract.ts). */
export const MOST_SENTENCES = 20

const HEADING = /^ {0,3}#{1,2}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/

/**
 * Splits a text at its headings of the first two levels; headings within blocks of code are none.
 *
 * @param body Markdown
 * @return the opening, which may be empty, then one piece for each heading, each beginning with it; joined they are the text
 */
export function splitBody(body: string): [string, ...string[]] {
	const pieces: [string, ...string[]] = ['']
	let fence = ''
	// Each line with its end: joined again, not a character is missing.
	for (const line of body.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
		const written = line.replace(/\r?\n$/, '')
		const [, mark = '', info = ''] = FENCE.exec(written) ?? []
		if (fence !== '') {
			if (mark[0] === fence[0] && mark.length >= fence.length && info.trim() === '') {
				fence = ''
			}
		} else if (mark !== '' && !(mark[0] === '`' && info.includes('`'))) {
			fence = mark
		}
		if (fence === '' && HEADING.test(written)) {
			pieces.push(line)
		} else {
			pieces[pieces.length - 1] += line
		}
	}
	return pieces
}

/**
 * Joins pieces that were moved, added or changed: an empty line between them, one line end after the last.
 *
 * @param pieces as splitBody gives them
 */
export function joinBody(pieces: readonly string[]): string {
	return pieces.map((piece) => piece.trimEnd()).filter((piece) => piece !== '').join('\n\n')
}

/**
 * The heading of a piece.
 *
 * @param piece one piece of splitBody, not the opening
 */
export function headingOf(piece: string): string {
	return HEADING.exec(piece.split(/\r?\n/, 1)[0]!)?.[1] ?? ''
}

/**
 * What stands below the heading of a piece.
 *
 * @param piece one piece of splitBody, not the opening
 */
export function textOf(piece: string): string {
	return piece.replace(/^[^\n]*\n?/, '').trim()
}

/**
 * Writes a piece.
 *
 * @param heading one line
 * @param text what stands below it
 */
export function writePiece(heading: string, text: string): string {
	return `## ${heading.replace(/\s+/g, ' ').trim()}\n\n${text.trim()}`.trimEnd()
}

/**
 * Moves a piece; the sentences of ready articles come along, so that the summary keeps the order of the text.
 *
 * @param text is not changed
 * @param from place in splitBody, at least 1: the opening stays where it is
 * @param to place it gets
 * @param articles the ready ones in this language
 */
export function movePiece(text: CharterText, from: number, to: number, articles: readonly Article[]): CharterText {
	const [opening, ...pieces] = splitBody(text.body)
	const [moved] = pieces.splice(from - 1, 1)
	if (moved === undefined) {
		return text
	}
	pieces.splice(to - 1, 0, moved)
	return alignSentences({ ...text, body: joinBody([opening, ...pieces]) }, articles)
}

/**
 * Takes a piece away, and with it the sentence of a ready article, if nobody has changed it.
 *
 * @param text is not changed
 * @param index place in splitBody, at least 1
 * @param articles the ready ones in this language
 */
export function removePiece(text: CharterText, index: number, articles: readonly Article[]): CharterText {
	const pieces = splitBody(text.body)
	const [gone] = pieces.splice(index, 1)
	const sentence = gone === undefined ? undefined : articles.find(({ title }) => title === headingOf(gone))?.sentence
	const summary = text.summary.filter((one) => one !== sentence)
	return { ...text, summary: summary.length > 0 ? summary : [''], body: joinBody(pieces) }
}

/**
 * Adds ready articles at the end: their sentences to the summary, the rest to the whole text. What is there already is
 * not added twice.
 *
 * @param text is not changed
 * @param articles in the order in which they are added
 * @return the new text, and how many sentences found no room in the summary
 */
export function addArticles(text: CharterText, articles: readonly Article[]): { text: CharterText, left: number } {
	const present = presentTitles(text.body)
	const added = articles.filter(({ title }) => !present.has(title))
	const written = text.summary.filter((sentence) => sentence.trim() !== '')
	const sentences = added.map(({ sentence }) => sentence).filter((sentence) => !written.includes(sentence))
	const summary = [...written, ...sentences].slice(0, MOST_SENTENCES)
	return {
		text: {
			...text,
			summary: summary.length > 0 ? summary : text.summary,
			body: joinBody([text.body, ...added.map(({ title, paragraph }) => writePiece(title, paragraph))]),
		},
		left: written.length + sentences.length - summary.length,
	}
}

/**
 * The headings that stand in a text.
 *
 * @param body Markdown
 */
export function presentTitles(body: string): Set<string> {
	return new Set(splitBody(body).slice(1).map(headingOf))
}

/** Puts the sentences of ready articles in the order of the articles; sentences of one's own keep their places. */
function alignSentences(text: CharterText, articles: readonly Article[]): CharterText {
	const sentences = splitBody(text.body).slice(1).map((piece) => articles.find(({ title }) => title === headingOf(piece))?.sentence)
	const linked = new Set(sentences.filter((sentence) => sentence !== undefined && text.summary.includes(sentence)))
	const order = [...linked]
	// A sentence that stands there twice was written by somebody the second time.
	const summary = text.summary.map((sentence, index, all) => linked.has(sentence) && all.indexOf(sentence) === index ? order.shift() ?? sentence : sentence)
	return { ...text, summary }
}
