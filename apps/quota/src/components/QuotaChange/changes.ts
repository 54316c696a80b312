// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A change of a quota, and what became of it. */

import { readStored } from './stored.ts'

/** One quota to change. */
export interface QuotaChange {
	/** Login name; null = the default of all who have no quota of their own. */
	account: string | null
	/** Who it is, for people. */
	name: string
	/** As Nextcloud stores it: `default`, `none`, `5 GB`. */
	before: string
	after: string
}

/** What became of one. */
export interface QuotaResult {
	change: QuotaChange
	/** Why it was not changed; null where it is now as it should be. */
	error: string | null
	/** It was so already: nothing was sent, and there is nothing to put back. */
	already?: boolean
}

/**
 * Whether two stored quotas are the same: `5 GB` and `5.0 GB` are, `default` and `5 GB` are not, whatever the default.
 *
 * @param one as Nextcloud stores it; undefined where there is no such account
 * @param other the same
 */
export function same(one: string | undefined, other: string): boolean {
	const words = ['default', 'none']
	return one === other || (one !== undefined && !words.includes(one) && !words.includes(other) && readStored(one) === readStored(other))
}

/**
 * The way back.
 *
 * @param result a change that was done
 */
export function reverse({ change }: QuotaResult): QuotaChange {
	return { ...change, before: change.after, after: change.before }
}
