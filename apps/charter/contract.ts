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

/** A charter that is still being written: anything may be missing. */
const unfinished = z.strictObject({
	title: text(0, 200),
	summary: z.array(text(0, 400)).max(20),
	body: text(0, 60_000),
})

/** Whose charter it is: the association's own, or that of the host who runs its space. Each has its own versions. */
export const owner = z.enum(['association', 'host'])
export type Owner = z.output<typeof owner>

/** Whether everybody is asked again: `editorial` only mends the wording of the version before, whose answers go on counting. */
export const kind = z.enum(['substantive', 'editorial'])
/** `inform`: a notification and the page. `ask`: a dialog. `require`: after the deadline "later" is gone. Nobody is ever locked out. */
export const mode = z.enum(['inform', 'ask', 'require'])
/** Whom a charter is for. Guests are never asked. */
export const audience = z.strictObject({
	who: z.enum(['everyone', 'only', 'except']),
	/** Ids of groups; empty for everyone. */
	groups: z.array(text(1, 64)).max(50),
})
export type Audience = z.output<typeof audience>
/** Language → what has changed, in a sentence or two. */
const changeNote = z.record(language, text(1, 1000))

/** A published charter. It never changes. */
export const version = z.strictObject({
	id,
	owner,
	/** Name of the host at the time of publishing; empty for the association's own charter. */
	ownerName: z.string(),
	/** 1 for the owner's first one in this space, and so on. */
	number: z.int().min(1),
	/** The language to fall back on. */
	defaultLanguage: language,
	texts,
	/** Language → SHA-256 of the canonical text (src/logic/canonical.ts). */
	hashes: z.record(language, sha256),
	publishedAt: seconds,
	kind,
	mode,
	/** From then on an answer is overdue; null = no deadline. */
	deadline: seconds.nullable(),
	audience,
	changeNote,
	/** Id of the version whose answers count for this one: itself, or what an editorial version mends. */
	asks: id,
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

/** One of the caller's own answers, with what it was given to. */
export const ownAnswer = z.strictObject({
	...answer.shape,
	owner,
	/** Name of the host; empty for the association. */
	ownerName: z.string(),
	/** Number and title (in the language shown) of the version. */
	number: z.int().min(1),
	title: z.string(),
	/** Why it was declined; only admins see it. Empty where nothing was said. */
	reason: z.string(),
})
export type OwnAnswer = z.output<typeof ownAnswer>

/** An answer that somebody gave in another space and brought along with their account. It counts for nothing here. */
export const broughtAnswer = z.strictObject({
	/** Address of the space where it was given. */
	space: text(1, 255),
	/** Name of the association there. */
	association: text(0, 255),
	owner,
	ownerName: text(0, 100),
	number: z.int().min(1),
	title: text(0, 200),
	language,
	textHash: sha256,
	choice: z.enum(['accepted', 'declined']),
	reason: text(0, 500),
	at: seconds,
	/** Its link in the chain of that space. */
	hash: sha256,
})
export type BroughtAnswer = z.output<typeof broughtAnswer>

/** What goes along when somebody moves to another space (Nextcloud's user_migration): `ensemble_charter/answers.json`. */
export const migratedAnswers = z.strictObject({
	format: z.literal('ensemble-charter-answers 1'),
	answers: z.array(broughtAnswer).max(1000),
})

/** Where a member stands: `waiting` before the deadline, `overdue` after it. */
export const standing = z.enum(['accepted', 'declined', 'waiting', 'overdue'])

/** One line of the list of who answered what. */
export const memberStatus = z.strictObject({
	account: z.string(),
	name: z.string(),
	standing,
	/** When the answer was given; null for none. */
	at: seconds.nullable(),
	/** Language of the text that was answered; null for none. */
	language: language.nullable(),
	/** Why it was declined, may be empty. */
	reason: z.string(),
	/** When the last reminder was sent; null for never. */
	remindedAt: seconds.nullable(),
})
export type MemberStatus = z.output<typeof memberStatus>

/** One link of the chain, as it is exported. */
export const link = z.strictObject({
	number: z.int().min(1),
	previous: sha256,
	version: id,
	language,
	textHash: sha256,
	choice: z.enum(['accepted', 'declined']),
	at: seconds,
	/** The random token that stands for the account. */
	person: z.string().regex(/^[0-9a-f]{32}$/),
	hash: sha256,
	/** The account, null where it was deleted. */
	account: z.string().nullable(),
	reason: z.string(),
})
export type Link = z.output<typeof link>

/** How many stand where. */
export const counts = z.strictObject({ accepted: z.int().min(0), declined: z.int().min(0), waiting: z.int().min(0), overdue: z.int().min(0) })

/** A charter in force as one member meets it. */
export const met = z.strictObject({
	version,
	/** The best language for the reader. */
	language,
	/** The caller's own answer. */
	answer: answer.nullable(),
	/** Whether the caller belongs to those the charter is for. */
	asked: z.boolean(),
})
export type Met = z.output<typeof met>

/** A charter in figures, without names. */
export const figures = z.strictObject({ number: z.int().min(1), publishedAt: seconds, mode, deadline: seconds.nullable(), counts })

export const settings = z.strictObject({
	/** After "later", the ask comes back on the n-th day. */
	laterDays: z.int().min(1).max(30).default(1),
	/** Whether anybody may read the association's charter without an account. */
	publicPage: z.boolean().default(false),
	/** Whether the host's charter is shown and asked here; a host that wants it everywhere locks this. */
	hostCharter: z.boolean().default(true),
})

/**
 * What the host decides alone (`host` in the fleet's policy): its own charter. A text that differs from the newest one
 * is a publication; without any text there is no charter of the host.
 */
export const host = z.strictObject({
	charter: z.strictObject({
		/** Name of the host, as members read it. */
		name: text(1, 100),
		defaultLanguage: language,
		texts,
		kind: kind.default('substantive'),
		mode: mode.default('ask'),
		/** Days from the publication in the space until an answer is overdue; null = no deadline. */
		deadlineDays: z.int().min(1).max(365).nullable().default(null),
		changeNote: changeNote.default({}),
	}).nullable().default(null),
})
export type HostPolicy = z.output<typeof host>

const draftChanged = { status: 409, message: 'Somebody else has changed the draft in the meantime. Both texts are kept: please compare them.' } as const
const withdrawn = { status: 409, message: 'This charter is no longer in force. Nobody is asked for an answer to it any more.' } as const
const replaced = { status: 409, message: 'The charter has been replaced by a newer one in the meantime. Please read the new text.' } as const
const unknownVersion = { status: 404, message: 'There is no such version of the charter.' } as const

export const contract = defineContract({
	app: 'ensemble_charter',
	settings,
	host,
	files: { migratedAnswers },
	endpoints: {
		'GET /api/v1/charter': {
			who: 'member',
			summary: 'The charters in force, the language to show each in, and the caller\'s own answers to them.',
			response: z.strictObject({
				/** null where there is none. */
				association: met.nullable(),
				host: met.nullable(),
			}),
		},
		'GET /api/v1/history': {
			who: 'member',
			summary: 'All published versions in short, the newest first.',
			response: z.strictObject({
				versions: z.array(z.strictObject({
					id,
					owner,
					ownerName: z.string(),
					/** Whether it is in force. */
					inForce: z.boolean(),
					number: z.int().min(1),
					/** In the caller's language. */
					title: z.string(),
					publishedAt: seconds,
					kind,
					/** What has changed, in the caller's language; may be empty. */
					changeNote: z.string(),
				})),
			}),
		},
		'GET /api/v1/answers': {
			who: 'member',
			summary: 'All answers the caller has given, the newest first.',
			response: z.strictObject({
				answers: z.array(ownAnswer),
				/** What the caller answered in other spaces, as far as it came along with the account. */
				brought: z.array(broughtAnswer),
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
					owner,
					ownerName: z.string(),
					inForce: z.boolean(),
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
			summary: 'Publishes a charter of the association. Everybody is asked from now on.',
			body: z.strictObject({
				defaultLanguage: language,
				texts,
				/** Id of the association's newest version the admin knew of, 0 for none: nobody overwrites a colleague unknowingly. */
				after: z.int().min(0),
				kind: kind.default('substantive'),
				mode: mode.default('ask'),
				/** Days until an answer is overdue; null = no deadline. */
				deadlineDays: z.int().min(1).max(365).nullable().default(null),
				audience: audience.default({ who: 'everyone', groups: [] }),
				changeNote: changeNote.default({}),
			}),
			response: version,
			status: 201,
			errors: {
				nothing_to_mend: { status: 409, message: 'There is no charter yet whose wording could be mended.' },
				no_groups: { status: 400, message: 'Please choose at least one group.' },
				unknown_group: { status: 400, message: 'There is no such group.' },
				no_default_text: { status: 400, message: 'There is no text in the main language.' },
				published_meanwhile: { status: 409, message: 'Somebody else has published a charter in the meantime. Please read it before you publish yours.' },
			},
		},
		'POST /api/v1/answers': {
			who: 'member',
			summary: 'Accepts or declines a charter in force. The same answer twice is one answer.',
			body: z.strictObject({
				version: id,
				language,
				/** The hash that came with the text that was shown. */
				textHash: sha256,
				choice: z.enum(['accepted', 'declined']),
				/** Id of the caller's answer to this version that this one replaces, 0 for none. */
				after: z.int().min(0),
				/** Why it is declined; only admins see it. Counts for nothing when accepting. */
				reason: text(0, 500).default(''),
			}),
			response: answer,
			errors: {
				unknown_version: unknownVersion,
				replaced,
				withdrawn,
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
			errors: {
				unknown_version: unknownVersion,
				replaced,
				withdrawn,
				deadline_passed: { status: 409, message: 'The time for an answer is over, so it cannot be put off any more. You are still free to accept or to decline.' },
			},
		},
		'GET /api/v1/draft': {
			who: 'admin',
			summary: 'The draft that all admins share.',
			response: z.strictObject({
				/** Rises with each save; 0 for no draft. */
				revision: z.int().min(0),
				draft: z.strictObject({ defaultLanguage: language, texts: z.record(language, unfinished) }).nullable(),
				savedAt: seconds.nullable(),
				/** Display name of who saved it last; empty for nobody. */
				savedBy: z.string(),
			}),
		},
		'PUT /api/v1/draft': {
			who: 'admin',
			summary: 'Saves the draft; refused if somebody else has saved it since.',
			body: z.strictObject({
				/** The revision that was read. */
				revision: z.int().min(0),
				/** null throws the draft away. */
				draft: z.strictObject({ defaultLanguage: language, texts: z.record(language, unfinished) }).nullable(),
			}),
			response: z.strictObject({ revision: z.int().min(0), savedAt: seconds.nullable() }),
			errors: { draft_changed: draftChanged },
		},
		'GET /api/v1/status/{owner}': {
			who: 'admin',
			summary: 'Who has answered the charter in force of the association or of the host, and how.',
			params: z.strictObject({ owner }),
			response: z.strictObject({
				/** The version in force; null for none. */
				version: version.nullable(),
				counts,
				members: z.array(memberStatus),
			}),
		},
		'POST /api/v1/reminders': {
			who: 'admin',
			summary: 'Reminds members who have not answered: one notification and, where mail is set up, one mail; nobody twice within a day.',
			body: z.strictObject({
				version: id,
				/** Accounts to remind; empty = all who have not answered. */
				accounts: z.array(text(1, 64)).max(5000),
			}),
			response: z.strictObject({
				/** How many were reminded. */
				sent: z.int().min(0),
				/** How many were not: they have answered, are not asked, or were reminded within a day. */
				skipped: z.int().min(0),
			}),
			errors: { unknown_version: unknownVersion, replaced, withdrawn },
		},
		'GET /api/v1/metrics': {
			who: 'admin',
			summary: 'Counts without names, for the host.',
			response: z.strictObject({
				association: figures.nullable(),
				host: figures.nullable(),
				/** Length of the chain. */
				answers: z.int().min(0),
			}),
		},
		'GET /api/v1/verification': {
			who: 'admin',
			summary: 'Checks the chain of answers and the hashes of the texts.',
			response: z.strictObject({
				valid: z.boolean(),
				/** How many answers were checked. */
				answers: z.int().min(0),
				/** Number of the first answer that does not fit; null if all fit. */
				broken: z.int().min(1).nullable(),
				/** Hash of the last answer: note it down to notice a chain that was cut short. 64 zeros for none. */
				head: sha256,
			}),
		},
		'GET /api/v1/export': {
			who: 'admin',
			summary: 'All versions and the whole chain of answers, to keep and to check elsewhere (docs/charter.md).',
			response: z.strictObject({
				format: z.literal('ensemble-charter-export 1'),
				exportedAt: seconds,
				versions: z.array(version),
				answers: z.array(link),
			}),
		},
		...settingsEndpoints(settings),
	},
})
export type CharterContract = typeof contract

/** What the page carries (initial state `pending`) when a member is to be asked: enough for the first paint. */
export interface PendingCharter {
	/** Name of the association. */
	association: string
	owner: Owner
	/** Name of the host; empty for the association's own charter. */
	ownerName: string
	version: number
	language: string
	textHash: string
	title: string
	summary: string[]
	/** Languages the text can be read in. */
	languages: string[]
	/** Days until the ask comes back after "later". */
	laterDays: number
	/** Whether "later" is still possible. */
	canWait: boolean
	/** When an answer becomes overdue, seconds since 1970; null = no deadline. */
	deadline: number | null
	/** What has changed since the last version, in the reader's language; empty for a first charter. */
	changeNote: string
	/** Id of the version the reader answered last, to show what changed; null for none. */
	before: number | null
	/** The other charter that is pending: asked after this one, in the same dialog. */
	next: PendingCharter | null
}
