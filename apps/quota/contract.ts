// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints and settings of the storage app. */

import { defineContract } from '@ensemble/shared/contract/define'
import { ascending, bytes, id, idInPath, language, seconds, text } from '@ensemble/shared/contract/fields'
import { settingsEndpoints } from '@ensemble/shared/contract/settings'
import { z } from 'zod'

/** Bytes by kind. Against the quota Nextcloud counts `files` only; trash and versions take room in the pool. */
const amounts = {
	files: bytes,
	trash: bytes,
	versions: bytes,
}

/** What one account keeps. */
const kept = {
	...amounts,
	/** Bytes; null = no limit. */
	quota: bytes.nullable(),
	/** files / quota in percent, not rounded; null without a limit. Above 100 where a quota was lowered. */
	percent: z.number().min(0).nullable(),
	/** The highest level passed, in percent; null below the first. */
	level: z.int().nullable(),
}

/** A day of the history: days since 1970-01-01 (UTC). */
const day = z.int().min(0)

/** What an account kept on a day. */
export const ownDay = z.strictObject({ day, ...amounts, quota: bytes.nullable() })
export type OwnDay = z.output<typeof ownDay>

/** What the whole space kept on a day. */
export const poolDay = z.strictObject({
	day,
	...amounts,
	/** Team folders: their files, deleted files and versions. */
	team: bytes,
	/** Previews, uploads under way, storages of accounts that are gone. */
	other: bytes,
	/** Sum of the quotas of enabled accounts; null where one of them had no limit. */
	promised: bytes.nullable(),
	/** Size of the space that day; null = not set. */
	pool: bytes.nullable(),
})
export type PoolDay = z.output<typeof poolDay>

/** Where a request for more room stands. `approved_less`: granted, but less than asked for. */
export const requestState = z.enum(['open', 'approved', 'approved_less', 'declined', 'withdrawn'])

/** A request for more room, as who made it sees it. */
export const ownRequest = z.strictObject({
	id,
	/** The quota that is wished for, in bytes: the whole of it, not what comes on top. */
	wanted: bytes,
	/** Why, in a sentence. */
	sentence: z.string(),
	at: seconds,
	state: requestState,
	/** The quota that was granted, bytes; null where none was. */
	granted: bytes.nullable(),
	/** A word from whoever decided; may be empty. */
	word: z.string(),
	decidedAt: seconds.nullable(),
})
export type OwnRequest = z.output<typeof ownRequest>

/** The same, as admins see it. */
export const request = z.strictObject({
	...ownRequest.shape,
	account: z.string(),
	name: z.string(),
	/** What the account keeps now, and may keep now; bytes, null = no limit. */
	files: bytes,
	quota: bytes.nullable(),
	/** Display name of who decided; empty for nobody. */
	decidedBy: z.string(),
})
export type Request = z.output<typeof request>

/** A member's own choices within what the admins allow. */
export const preferences = z.strictObject({
	/** Whether mails about the own storage are wanted. */
	mail: z.boolean(),
	/** Be told from this level on only; null = from the first. */
	from: z.int().min(1).max(100).nullable(),
})
export type Preferences = z.output<typeof preferences>

/** How full the space is, for everybody. */
export const poolState = z.strictObject({
	/** Bytes. */
	used: bytes,
	pool: bytes,
	percent: z.number().min(0),
	/** The highest level of the pool that is passed; null below the first. */
	level: z.int().nullable(),
})
export type PoolState = z.output<typeof poolState>

export const mine = z.strictObject({
	...kept,
	/** When the numbers were counted. */
	countedAt: seconds,
	/** The space as a whole; null where its size is not known. */
	space: poolState.nullable(),
	/** The newest request; null for none. */
	request: ownRequest.nullable(),
	/** Whether one may ask for more: there is a limit, and no open request. */
	mayAsk: z.boolean(),
	/** What the host or the association says about making room, in the reader's language; may be empty. */
	advice: z.string(),
	/** Whom to ask; may be empty. */
	contact: z.string(),
})
export type Mine = z.output<typeof mine>

/** A file or folder that takes room. */
export const item = z.strictObject({
	/** Nextcloud's file id, for a link into Files (/index.php/f/<id>). */
	id: z.int().min(1),
	name: z.string(),
	/** The folder it is in, below the account's files: `/Photos/2024`; `/` for the top. */
	folder: z.string(),
	size: bytes,
	/** When it was changed last. */
	changedAt: seconds,
})
export type Item = z.output<typeof item>

/** An old version of a file. */
export const oldVersion = z.strictObject({
	/** File id of the file it is a version of. */
	file: z.int().min(1),
	/** As Nextcloud's DAV names it: /remote.php/dav/versions/<account>/versions/<file>/<version>. */
	version: z.string(),
	name: z.string(),
	folder: z.string(),
	size: bytes,
	/** When this version was made. */
	at: seconds,
})
export type OldVersion = z.output<typeof oldVersion>

export const member = z.strictObject({
	account: z.string(),
	name: z.string(),
	enabled: z.boolean(),
	/** Ids of groups. */
	groups: z.array(z.string()),
	/** Whether the account has ever logged in. */
	seen: z.boolean(),
	...kept,
	/** The stored quota as Nextcloud writes it: `default`, `none`, `5 GB`. */
	stored: z.string(),
	/** When anything in the account's storage changed last; null for never. */
	changedAt: seconds.nullable(),
})
export type Member = z.output<typeof member>

/** The whole space in bytes. */
export const total = z.strictObject({
	/** Size of the space; null = not set. */
	pool: bytes.nullable(),
	...amounts,
	team: bytes,
	other: bytes,
	/** Sum of the quotas of enabled accounts; null where one of them has no limit. */
	promised: bytes.nullable(),
	/** Enabled accounts that count against the cap (guests do not). */
	accounts: z.int().min(0),
	/** How many accounts the host allows; null = not set. */
	accountCap: z.int().min(1).nullable(),
})
export type Total = z.output<typeof total>

const percentLevel = z.int().min(1).max(100)
/** No use reaches it: a channel that begins here is never used. Not null, with which a space takes its choice back. */
export const NEVER = 101
/** A channel is used at this level and every higher one. */
const from = z.int().min(1).max(NEVER)

export const settings = z.strictObject({
	/** Percentages of their quota at which a member is told. */
	levels: ascending(percentLevel, 1, 10).default([80, 90, 95]),
	bannerFrom: from.default(1),
	notificationFrom: from.default(90),
	mailFrom: from.default(95),
	/** Percentages of the space's size at which somebody is told about the space. */
	poolLevels: ascending(percentLevel, 1, 10).default([80, 90, 95]),
	/** From this level of the pool on, admins are told. */
	poolAdminsFrom: from.default(90),
	/** From this level of the pool on, everybody is told. */
	poolEveryoneFrom: from.default(95),
	/** A notice is given again after so many days while the level lasts, and a closed banner comes back; or at the next level. */
	repeatDays: z.int().min(1).max(90).default(7),
	/** A level is over only when use has fallen by so many percent points below it: nobody is told twice for going to and fro. */
	hysteresis: z.int().min(0).max(20).default(3),
	/** Hours of the reader's day in which no notification and no mail is sent, from (included) to (not included); null or twice the same = none. */
	quietHours: z.strictObject({ from: z.int().min(0).max(23), to: z.int().min(0).max(23) }).nullable().default({ from: 21, to: 7 }),
	/** Day of the weekly mail to admins, 1 = Monday … 7 = Sunday; 0 = none. */
	digestDay: z.int().min(0).max(7).default(1),
	/** Whether members may switch their mails off and be told from a higher level on only. */
	membersChoose: z.boolean().default(true),
	/** Whether members may ask for more room here. */
	requests: z.boolean().default(true),
	/** Size of the space in bytes; null = not known. */
	pool: bytes.nullable().default(null),
	/** How many accounts the host allows (guests do not count); null = not known. */
	accountCap: z.int().min(1).max(100_000).nullable().default(null),
	/** Whom to ask for more room: a name, a mail address, a place. */
	contact: text(0, 200).default(''),
	/** Language → what helps in this space, in a sentence or two. */
	advice: z.record(language, text(1, 500)).default({}),
})

const noRequest = { status: 404, message: 'There is no such request.' } as const

export const contract = defineContract({
	app: 'ensemble_quota',
	settings,
	endpoints: {
		'GET /api/v1/mine': {
			who: 'member',
			summary: 'What the caller keeps, counted now, and what becomes of their request.',
			response: mine,
		},
		'GET /api/v1/mine/history': {
			who: 'member',
			summary: 'What the caller kept day by day, the oldest first; older than 60 days, one day a week.',
			response: z.strictObject({ days: z.array(ownDay) }),
		},
		'GET /api/v1/mine/largest': {
			who: 'member',
			summary: 'The caller\'s twenty largest files and twenty largest folders, the largest first.',
			response: z.strictObject({ files: z.array(item), folders: z.array(item) }),
		},
		'GET /api/v1/mine/cleanup': {
			who: 'member',
			summary: 'What could be freed: the caller\'s deleted files in short, and their old versions, the oldest first.',
			response: z.strictObject({
				trash: z.strictObject({
					/** Entries of the trash, folders as one. */
					count: z.int().min(0),
					size: bytes,
					/** When the oldest one was deleted; null for none. */
					oldest: seconds.nullable(),
				}),
				/** At most 2,000. */
				versions: z.array(oldVersion),
				/** All of them. */
				versionCount: z.int().min(0),
			}),
		},
		'GET /api/v1/preferences': {
			who: 'member',
			summary: 'The caller\'s own choices about notices, and the levels they can choose from.',
			response: z.strictObject({ ...preferences.shape, levels: z.array(z.int()), mayChoose: z.boolean() }),
		},
		'PUT /api/v1/preferences': {
			who: 'member',
			summary: 'Changes the caller\'s own choices.',
			body: preferences,
			response: z.strictObject({ ...preferences.shape, levels: z.array(z.int()), mayChoose: z.boolean() }),
			errors: {
				not_allowed: { status: 403, message: 'Those who look after this space have decided this for everybody.' },
			},
		},
		'POST /api/v1/dismissals': {
			who: 'member',
			summary: 'Closes the banner until the next level or for the days set.',
			body: z.strictObject({
				/** The level the banner spoke of. */
				level: z.int().min(1).max(100),
				/** Whose storage it spoke of. */
				about: z.enum(['mine', 'space']).default('mine'),
			}),
			response: z.strictObject({ until: seconds }),
			errors: {
				not_warned: { status: 409, message: 'There is no such warning any more.' },
			},
		},
		'POST /api/v1/requests': {
			who: 'member',
			summary: 'Asks for more room. One request at a time.',
			body: z.strictObject({
				/** The quota that is wished for, in bytes: the whole of it. */
				wanted: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
				sentence: text(1, 500),
			}),
			response: ownRequest,
			status: 201,
			errors: {
				requests_off: { status: 403, message: 'Requests for more room are not taken here. Please ask those who look after this space.' },
				no_limit: { status: 409, message: 'Your storage has no limit, so there is nothing to ask for.' },
				not_more: { status: 400, message: 'That is not more than you have now.' },
				already_asked: { status: 409, message: 'You have asked already. You can take that request back and ask anew.' },
			},
		},
		'DELETE /api/v1/requests/{id}': {
			who: 'member',
			summary: 'Takes the caller\'s own open request back.',
			params: z.strictObject({ id: idInPath }),
			response: ownRequest,
			errors: {
				no_request: noRequest,
				decided: { status: 409, message: 'This request has been decided in the meantime.' },
			},
		},
		'GET /api/v1/requests': {
			who: 'admin',
			summary: 'Open requests, the oldest first, then those decided in the last 90 days, the newest first.',
			response: z.strictObject({ requests: z.array(request) }),
		},
		'POST /api/v1/requests/{id}/decision': {
			who: 'admin',
			summary: 'Keeps what was decided and tells who asked. The quota itself is set before, by Nextcloud\'s own provisioning API.',
			params: z.strictObject({ id: idInPath }),
			body: z.strictObject({
				/** Approved: the account must have a greater quota than when it asked; less than wished for is told as such. */
				decision: z.enum(['approved', 'declined']),
				/** A word for who asked. */
				word: text(0, 500).default(''),
			}),
			response: request,
			errors: {
				no_request: noRequest,
				decided: { status: 409, message: 'Somebody else has decided this request in the meantime, or it was taken back.' },
				not_granted: { status: 409, message: 'The quota has not been raised yet, so this request cannot be marked as approved.' },
			},
		},
		'GET /api/v1/usage': {
			who: 'admin',
			summary: 'What the space and each of its members keep, counted now.',
			response: z.strictObject({
				countedAt: seconds,
				total,
				members: z.array(member),
				/** Groups that members are in: id → name. */
				groups: z.record(z.string(), z.string()),
				/** Nextcloud's default quota as it is stored: `none`, `5 GB`. */
				defaultQuota: z.string(),
				/** How many requests are open. */
				openRequests: z.int().min(0),
			}),
		},
		'GET /api/v1/history': {
			who: 'admin',
			summary: 'What the space kept day by day, the oldest first; older than 60 days, one day a week.',
			response: z.strictObject({ days: z.array(poolDay) }),
		},
		'GET /api/v1/metrics': {
			who: 'admin',
			summary: 'Counts without names, for the host.',
			response: z.strictObject({
				countedAt: seconds,
				...total.shape,
				/** Enabled accounts that have passed this level and no higher one, by level; `0` = below the first or without a limit. */
				membersByLevel: z.record(z.string(), z.int().min(0)),
				/** Bytes per day over the last 30 days (Theil-Sen); null below 7 days of history. */
				growthPerDay: z.number().nullable(),
				openRequests: z.int().min(0),
			}),
		},
		...settingsEndpoints(settings),
	},
})
export type QuotaContract = typeof contract

/** What a notice about the reader's own storage says. */
export interface OwnNotice {
	/** The level passed, percent. */
	level: number
	/** Bytes in files. */
	files: number
	/** Bytes in deleted files. */
	trash: number
	/** Bytes in old versions. */
	versions: number
	/** Bytes. */
	quota: number
}

/** What a notice about the space says. */
export interface SpaceNotice {
	/** The level of the pool that is passed, percent. */
	level: number
	/** Bytes. */
	used: number
	pool: number
}

/** What the page carries (initial state `pending`) when there is something to tell: at least one of the two. */
export interface PendingQuota {
	mine: OwnNotice | null
	space: SpaceNotice | null
	/** Days a closed banner stays away. */
	repeatDays: number
	/** Whom to ask for more, may be empty. */
	contact: string
	/** What helps here, in the reader's language, may be empty. */
	advice: string
}
