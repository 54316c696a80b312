// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints and settings of the charter app. */

import { defineContract } from '@ensemble/shared/contract/define'
import { id, idInPath, language, seconds, sha256, text } from '@ensemble/shared/contract/fields'
import { settingsEndpoints } from '@ensemble/shared/contract/settings'
import { z } from 'zod'

/** A charter in one language. */
export const charterText = z.strictObject({
	title: text(1, 200),
	/** Plain sentences that say it all in short. */
	summary: z.array(text(1, 400)).min(1).max(20),
	/** The whole text, Markdown. */
	body: text(1, 60_000),
})
export type CharterText = z.output<typeof charterText>

/** Language → text. */
const texts = z.record(language, charterText)

/** A published charter. It never changes. */
export const version = z.strictObject({
	id,
	/** 1 for the first one published in this space, and so on. */
	number: z.int().min(1),
	/** The language to fall back on. */
	defaultLanguage: language,
	texts,
	/** Language → SHA-256 of the canonical text (src/logic/canonical.ts). */
	hashes: z.record(language, sha256),
	publishedAt: seconds,
})
export type Version = z.output<typeof version>

/** What a member answered. */
export const answer = z.strictObject({
	/** Row id; send it back as `after` when changing one's mind. */
	id,
	version: id,
	language,
	/** SHA-256 of the text that was shown. */
	textHash: sha256,
	choice: z.enum(['accepted', 'declined']),
	at: seconds,
	/** SHA-256 over this answer and the one before it in the space: the chain. */
	hash: sha256,
})
export type Answer = z.output<typeof answer>

export const settings = z.strictObject({
	/** After "later", the ask comes back on the n-th day. */
	laterDays: z.int().min(1).max(30).default(1),
})

const replaced = { status: 409, message: 'The charter has been replaced by a newer one in the meantime. Please read the new text.' } as const
const unknownVersion = { status: 404, message: 'There is no such version of the charter.' } as const

export const contract = defineContract({
	app: 'ensemble_charter',
	settings,
	endpoints: {
		'GET /api/v1/charter': {
			who: 'member',
			summary: 'The charter in force, the language to show it in, and the caller\'s own answer to it.',
			response: z.strictObject({
				version: version.nullable(),
				/** The best language for the reader; null where there is no charter. */
				language: language.nullable(),
				answer: answer.nullable(),
			}),
		},
		'GET /api/v1/versions/{id}': {
			who: 'member',
			summary: 'One published version, whole.',
			params: z.strictObject({ id: idInPath }),
			response: version,
			errors: { unknown_version: unknownVersion },
		},
		'GET /api/v1/versions': {
			who: 'admin',
			summary: 'All published versions, the newest first, with how many accepted and declined each.',
			response: z.strictObject({
				versions: z.array(z.strictObject({
					id,
					number: z.int().min(1),
					title: z.string(),
					publishedAt: seconds,
					accepted: z.int().min(0),
					declined: z.int().min(0),
				})),
			}),
		},
		'POST /api/v1/versions': {
			who: 'admin',
			summary: 'Publishes a charter. Everybody is asked from now on.',
			body: z.strictObject({
				defaultLanguage: language,
				texts,
				/** Id of the newest version the admin knew of, 0 for none: nobody overwrites a colleague unknowingly. */
				after: z.int().min(0),
			}),
			response: version,
			status: 201,
			errors: {
				no_default_text: { status: 400, message: 'There is no text in the main language.' },
				published_meanwhile: { status: 409, message: 'Somebody else has published a charter in the meantime. Please read it before you publish yours.' },
			},
		},
		'POST /api/v1/answers': {
			who: 'member',
			summary: 'Accepts or declines the charter in force. The same answer twice is one answer.',
			body: z.strictObject({
				version: id,
				language,
				/** The hash that came with the text that was shown. */
				textHash: sha256,
				choice: z.enum(['accepted', 'declined']),
				/** Id of the caller's answer to this version that this one replaces, 0 for none. */
				after: z.int().min(0),
			}),
			response: answer,
			errors: {
				unknown_version: unknownVersion,
				replaced,
				other_text: { status: 409, message: 'This is not the text of the charter. Please load the page again and read it once more.' },
				answered_meanwhile: { status: 409, message: 'You have given another answer in the meantime, perhaps in another window.' },
			},
		},
		'POST /api/v1/later': {
			who: 'member',
			summary: 'Puts the ask off.',
			body: z.strictObject({ version: id }),
			response: z.strictObject({
				/** When the ask comes back. */
				until: seconds,
			}),
			errors: { unknown_version: unknownVersion, replaced },
		},
		...settingsEndpoints(settings),
	},
})
export type CharterContract = typeof contract

/** What the page carries (initial state `pending`) when a member is to be asked: enough for the first paint. */
export interface PendingCharter {
	/** Name of the association. */
	association: string
	version: number
	language: string
	textHash: string
	title: string
	summary: string[]
	/** Languages the text can be read in. */
	languages: string[]
	/** Days until the ask comes back after "later". */
	laterDays: number
}
