// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The endpoints and settings of the storage app. */

import { defineContract } from '@ensemble/shared/contract/define'
import { ascending, bytes, seconds, text } from '@ensemble/shared/contract/fields'
import { settingsEndpoints } from '@ensemble/shared/contract/settings'
import { z } from 'zod'

/** What one account keeps. Against the quota Nextcloud counts `files` only; trash and versions take room in the pool. */
const kept = {
	files: bytes,
	trash: bytes,
	versions: bytes,
	/** Bytes; null = no limit. */
	quota: bytes.nullable(),
	/** files / quota in percent, not rounded; null without a limit. Above 100 where a quota was lowered. */
	percent: z.number().min(0).nullable(),
	/** The highest level passed, in percent; null below the first. */
	level: z.int().nullable(),
}

export const mine = z.strictObject({
	...kept,
	/** When the numbers were counted. */
	countedAt: seconds,
})
export type Mine = z.output<typeof mine>

export const member = z.strictObject({
	account: z.string(),
	name: z.string(),
	enabled: z.boolean(),
	...kept,
})
export type Member = z.output<typeof member>

export const settings = z.strictObject({
	/** Percentages at which a member is warned. */
	levels: ascending(z.int().min(1).max(100), 1, 5).default([80, 90, 95]),
	/** A banner that was closed comes back after so many days, or at the next level. */
	repeatDays: z.int().min(1).max(90).default(7),
	/** Size of the space in bytes; null = not known. */
	pool: bytes.nullable().default(null),
	/** Whom to ask for more room: a name, a mail address, a place. */
	contact: text(0, 200).default(''),
})

export const contract = defineContract({
	app: 'ensemble_quota',
	settings,
	endpoints: {
		'GET /api/v1/mine': {
			who: 'member',
			summary: 'What the caller keeps, counted now.',
			response: mine,
		},
		'POST /api/v1/dismissals': {
			who: 'member',
			summary: 'Closes the banner until the next level or for the days set.',
			body: z.strictObject({
				/** The level the banner spoke of. */
				level: z.int().min(1).max(100),
			}),
			response: z.strictObject({ until: seconds }),
			errors: {
				not_warned: { status: 409, message: 'There is no such warning any more.' },
			},
		},
		'GET /api/v1/usage': {
			who: 'admin',
			summary: 'What the space and each of its members keep, counted now.',
			response: z.strictObject({
				countedAt: seconds,
				total: z.strictObject({
					/** Size of the space; null = not set. */
					pool: bytes.nullable(),
					files: bytes,
					trash: bytes,
					versions: bytes,
					/** Sum of the quotas of enabled accounts; null where one of them has no limit. */
					promised: bytes.nullable(),
				}),
				members: z.array(member),
			}),
		},
		...settingsEndpoints(settings),
	},
})
export type QuotaContract = typeof contract

/** What the page carries (initial state `pending`) when a member is to be warned. Also the stored notice. */
export interface PendingQuota {
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
	/** Days a closed banner stays away. */
	repeatDays: number
	/** Whom to ask for more, may be empty. */
	contact: string
}
