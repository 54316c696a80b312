// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Makes wrong inputs out of a right one: for each field everything that it cannot be. */

import type { JsonSchema, Wrong } from '@ensemble/shared/contract/schema'

import { check } from '@ensemble/shared/contract/schema'
import { readBody } from '@ensemble/shared/contract/validate'
import { charterTexts } from './texts.ts'

/** A body that must be refused, and why. */
export interface WrongInput {
	name: string
	/** The request's body, as it is sent. */
	raw: string
	/** What the contract finds wrong first. */
	wrong: Wrong
}

const MEGABYTE = 'x'.repeat(1024 ** 2)

/** Values of every kind; each field is given those that it cannot have. */
const VALUES: Readonly<Record<string, unknown>> = {
	null: null,
	true: true,
	false: false,
	zero: 0,
	'minus one': -1,
	'a fraction': 1.5,
	'a huge number': 1e30,
	'a number as text': '1',
	'an empty text': '',
	'a text with NUL': 'a\u0000b',
	'a text of 1 MB': MEGABYTE,
	'an empty list': [],
	'a list': [1, 'a'],
	'a list of lists': [[]],
	'numbers that fall': [90, 80],
	'ten numbers': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
	'an object': { a: 1 },
	'an object with a language': { fr: 1 },
}

const PARTS: Readonly<Record<string, (text: ReturnType<typeof french>) => object>> = {
	'texts: a body of 1 MB': (text) => ({ ...text, body: MEGABYTE }),
	'texts: an empty title': (text) => ({ ...text, title: '' }),
	'texts: NUL in the body': (text) => ({ ...text, body: 'a\u0000' }),
	'texts: a list as title': (text) => ({ ...text, title: ['a'] }),
	'texts: no sentence': (text) => ({ ...text, summary: [] }),
	'texts: too many sentences': (text) => ({ ...text, summary: Array.from({ length: 21 }, () => 'a') }),
	'texts: an empty sentence': (text) => ({ ...text, summary: ['a', ''] }),
	'texts: a sentence that is an object': (text) => ({ ...text, summary: ['a', { b: 1 }] }),
	'texts: an unknown field': (text) => ({ ...text, html: '<b>a</b>' }),
	'texts: a missing body': ({ title, summary }) => ({ title, summary }),
}

function french() {
	return charterTexts().fr!
}

/**
 * All wrong inputs of an endpoint.
 *
 * @param schema of the endpoint's body
 * @param right a body that the endpoint takes
 */
export function wrongInputs(schema: JsonSchema, right: Record<string, unknown>): WrongInput[] {
	const raws: Array<[string, string]> = [
		['no body', ''],
		['half a body', JSON.stringify(right).slice(0, -1)],
		['a list', '[1, 2]'],
		['a text', '"text"'],
		['null', 'null'],
		['half a surrogate pair', `{"${Object.keys(right)[0]}": "\\ud800"}`],
		['an unknown field', JSON.stringify({ ...right, unknown: 1 })],
		['an unknown field of 1 MB', JSON.stringify({ ...right, unknown: MEGABYTE })],
	]
	for (const name of Object.keys(right)) {
		raws.push([`${name}: missing`, JSON.stringify({ ...right, [name]: undefined })])
		raws.push(...Object.entries(VALUES).map(([value, wrong]): [string, string] => [`${name}: ${value}`, JSON.stringify({ ...right, [name]: wrong })]))
	}
	if ('texts' in right) {
		raws.push(...Object.entries(PARTS).map(([name, change]): [string, string] => [name, JSON.stringify({ ...right, texts: { fr: change(french()) } })]))
		raws.push(['texts: a language that is none', JSON.stringify({ ...right, texts: { French: french() } })])
	}
	return raws.flatMap(([name, raw]) => {
		// A setting may be null or absent: what is right after all is no wrong input.
		const wrong = check(schema, readBody(new TextEncoder().encode(raw)))
		return wrong === null ? [] : [{ name, raw, wrong }]
	})
}
