// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What admins and the host see: everybody's storage, the space day by day, counts without names. */

import type { Handlers } from './store.ts'

import { growthPerDay, pointOf } from '../src/logic/forecast.ts'
import { members, total } from './counting.ts'
import { openRequests } from './requests.ts'
import { poolDays, today } from './store.ts'

export const usage: Pick<Handlers, 'GET /api/v1/history' | 'GET /api/v1/metrics' | 'GET /api/v1/usage'> = {
	'GET /api/v1/usage': ({ space, settings }) => {
		const all = members(space, settings.levels)
		const used = new Set(all.flatMap(({ groups }) => groups))
		return {
			countedAt: space.now(),
			total: total(space, settings),
			members: all,
			groups: Object.fromEntries(space.groups.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name])),
			defaultQuota: space.defaultQuota,
			openRequests: openRequests(space),
		}
	},

	'GET /api/v1/history': ({ space }) => ({ days: [...poolDays(space)] }),

	'GET /api/v1/metrics': ({ space, settings }) => {
		const enabled = members(space, settings.levels).filter((member) => member.enabled)
		const at = (wanted: number) => enabled.filter(({ level }) => (level ?? 0) === wanted).length
		return {
			countedAt: space.now(),
			...total(space, settings),
			membersByLevel: Object.fromEntries([0, ...settings.levels].map((level) => [String(level), at(level)])),
			growthPerDay: growthPerDay(poolDays(space).map(pointOf), today(space)),
			openRequests: openRequests(space),
		}
	},
}
