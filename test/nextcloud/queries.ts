// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Counts the SQL queries that Nextcloud makes, with its own query log. */

import type { Place } from './connection.ts'

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withConfig } from './configuration.ts'

/** The queries of one request or one run of occ, in order. */
export type Queries = string[]

/**
 * Runs something while Nextcloud logs its queries.
 *
 * @param place the server
 * @param work what to run; gives the id of the request to count, or null for everything (one run of occ)
 * @return the queries
 */
export async function queriesOf(place: Place, work: () => Promise<string | null>): Promise<Queries> {
	const log = join(place.data, '..', 'queries.log')
	rmSync(log, { force: true })
	const request = await withConfig(place.root, { query_log_file: log, query_log_file_requestid: 'yes' }, work)
	const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter((line) => line.includes('\t')) : []
	return lines.map((line) => line.split('\t')).filter(([id]) => request === null || id === request)
		.map(([, query = '']) => query.replace(/^ +\w+ +\d+ +/, ''))
}
