// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The groups of the space, from Nextcloud's own endpoint. */

import { translator } from '@ensemble/shared/l10n/translate'
import { toOcsError, unwrap } from '@ensemble/shared/ocs/error'

/** A group. */
export interface Group {
	id: string
	/** What people know it by. */
	name: string
}

/** Longest wait, in milliseconds. */
const TIMEOUT = 30_000

/**
 * All groups.
 *
 * @throws OcsError
 */
export async function fetchGroups(): Promise<Group[]> {
	const answer = await request().catch(() => undefined)
	const data = answer && answer.status < 300 ? unwrap(answer.data) : undefined
	const groups = typeof data === 'object' && data !== null && 'groups' in data ? data.groups : undefined
	if (!Array.isArray(groups)) {
		throw toOcsError(answer, translator('ensemble_charter').t)
	}
	return groups.flatMap(toGroup)
}

async function request() {
	const [{ default: axios }, { generateOcsUrl }] = await Promise.all([import('@nextcloud/axios'), import('@nextcloud/router')])
	return axios.request<unknown>({
		url: generateOcsUrl('cloud/groups/details'),
		headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' },
		timeout: TIMEOUT,
		validateStatus: () => true,
	})
}

function toGroup(group: unknown): Group[] {
	const { id, displayname } = (group ?? {}) as { id?: unknown, displayname?: unknown }
	return typeof id === 'string' ? [{ id, name: typeof displayname === 'string' && displayname !== '' ? displayname : id }] : []
}
