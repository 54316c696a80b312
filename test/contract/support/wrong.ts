// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Makes wrong inputs out of a right one: for each field everything that it cannot be. */

import type { Keyword } from '@ensemble/shared/contract/messages'
import type { JsonSchema, Wrong } from '@ensemble/shared/contract/schema'

import { check, isObject } from '@ensemble/shared/contract/schema'
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

/** Wrong texts of a charter: why, and what is changed. */
const PARTS: Readonly<Record<string, [Keyword, (text: ReturnType<typeof french>) => object]>> = {
	'texts: a body of 1 MB': ['maxLength', (text) => ({ ...text, body: MEGABYTE })],
	'texts: an empty title': ['minLength', (text) => ({ ...text, title: '' })],
	'texts: NUL in the body': ['pattern', (text) => ({ ...text, body: 'a\u0000' })],
	'texts: a list as title': ['type', (text) => ({ ...text, title: ['a'] })],
	'texts: no sentence': ['minItems', (text) => ({ ...text, summary: [] })],
	'texts: too many sentences': ['maxItems', (text) => ({ ...text, summary: Array.from({ length: 21 }, () => 'a') })],
	'texts: an empty sentence': ['minLength', (text) => ({ ...text, summary: ['a', ''] })],
	'texts: a sentence that is an object': ['type', (text) => ({ ...text, summary: ['a', { b: 1 }] })],
	'texts: an unknown field': ['additionalProperties', (text) => ({ ...text, html: '<b>a</b>' })],
	'texts: a missing body': ['required', ({ title, summary }) => ({ title, summary })],
}

/** Whom a charter is for: what each part of it cannot be. */
const AUDIENCES: Readonly<Record<string, unknown>> = {
	'somebody unknown': { who: 'nobody', groups: [] },
	'nobody named': { groups: [] },
	'no list of groups': { who: 'only' },
	'a group that is a number': { who: 'only', groups: [1] },
	'a group without a name': { who: 'only', groups: ['admin', ''] },
	'a group with a name of 1 MB': { who: 'only', groups: [MEGABYTE] },
	'NUL in a group': { who: 'only', groups: ['a\u0000'] },
	'too many groups': { who: 'except', groups: Array.from({ length: 51 }, () => 'admin') },
	'an unknown field': { who: 'everyone', groups: [], guests: true },
}

/** What changed, in languages: what it cannot be. */
const NOTES: Readonly<Record<string, unknown>> = {
	'nothing said': { fr: '' },
	'too much said': { fr: 'x'.repeat(1001) },
	'a language that is none': { French: 'Un point' },
	'a list in a language': { fr: ['Un point'] },
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
	for (const [field, cases] of Object.entries({ audience: AUDIENCES, changeNote: NOTES })) {
		if (field in right) {
			raws.push(...Object.entries(cases).map(([name, wrong]): [string, string] => [`${field}: ${name}`, JSON.stringify({ ...right, [field]: wrong })]))
		}
	}
	if (isObject(right.draft)) {
		const { draft } = right
		// A draft may lack everything but be nothing else: the parts that are too large, of another kind or unknown.
		raws.push(...Object.entries(PARTS).map(([name, [, change]]): [string, string] => [`draft, ${name}`, JSON.stringify({ ...right, draft: { ...draft, texts: { fr: change(french()) } } })]))
		raws.push(...['defaultLanguage', 'texts'].flatMap((name) => Object.entries(VALUES).map(([value, wrong]): [string, string] => [`draft.${name}: ${value}`, JSON.stringify({ ...right, draft: { ...draft, [name]: wrong } })])))
		raws.push(['draft: an unknown field', JSON.stringify({ ...right, draft: { ...draft, kind: 'editorial' } })])
	}
	const inputs = raws.flatMap(([name, raw]) => {
		// A setting may be null or absent: what is right after all is no wrong input.
		const wrong = judge(schema, raw)
		return wrong === null ? [] : [{ name, raw, wrong }]
	})
	return 'texts' in right ? [...inputs, ...wrongTexts(schema, right)] : inputs
}

/** Wrong texts; each must be refused for the reason that the table has. */
function wrongTexts(schema: JsonSchema, right: Record<string, unknown>): WrongInput[] {
	const given = Object.entries(PARTS).map(([name, [keyword, change]]) => ({ name, keyword, texts: { fr: change(french()) } as object }))
	given.push({ name: 'texts: a language that is none', keyword: 'pattern', texts: { French: french() } })
	return given.map(({ name, keyword, texts }) => {
		const raw = JSON.stringify({ ...right, texts })
		const wrong = judge(schema, raw)
		if (wrong?.keyword !== keyword) {
			throw new Error(`"${name}" is to be refused with ${keyword}, not ${wrong?.keyword}`)
		}
		return { name, raw, wrong }
	})
}

function judge(schema: JsonSchema, raw: string): Wrong | null {
	return check(schema, readBody(new TextEncoder().encode(raw)))
}
