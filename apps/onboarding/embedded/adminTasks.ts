// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What admins set up, and the bar at the top. */

import type { Space } from '@ensemble/space/embedding'
import type { Icon, Task } from '../contract.ts'
import type { SpaceFacts } from '../src/logic/tasks.ts'
import type { Handlers } from './store.ts'

import { barApps, pinnedApps } from '@ensemble/space/bar'
import { contract } from '../contract.ts'
import { markedTasks, tasksOf } from '../src/logic/tasks.ts'
import { charterInForce } from './facts.ts'
import { marks } from './store.ts'

/** What an admin may have set of the space's look. */
const LOOK = ['name', 'logoMime', 'primary_color', 'background_color', 'color', 'backgroundMime']

/** Groups that nobody has made. */
const NOT_MADE = ['admin', 'guest_app']

/** Whether the space can send mails: a mail for a trial has come through. */
export function sendsMails(space: Space): boolean {
	return String(space.appValue('core', 'emailTestSuccessful') ?? '') === '1'
}

/** Whether somebody has thought about who may have how much: the default, any account's, or the pool that the storage app knows. */
function storageShared(space: Space): boolean {
	const quota = 'ensemble_quota'
	const policy = (space.appValue(quota, 'fleet_policy') || {}) as Record<string, Record<string, unknown> | undefined>
	const choice = space.appValue(quota, 'settings') as Record<string, unknown> | undefined
	return space.defaultQuota !== 'none'
		|| space.accounts().some((account) => !account.guest && !['default', 'none'].includes(account.quota))
		|| (policy.locked?.pool ?? choice?.pool ?? policy.defaults?.pool ?? null) !== null
}

function factsOfSpace(space: Space): SpaceFacts {
	const accounts = space.accounts()
	return {
		look: LOOK.some((key) => (space.appValue('theming', key) ?? '') !== ''),
		mail: sendsMails(space),
		admins: accounts.filter(({ admin, enabled }) => admin && enabled).length,
		people: accounts.filter(({ enabled, guest }) => enabled && !guest).length,
		waiting: accounts.filter(({ enabled, firstLogin, guest }) => !enabled && firstLogin === null && !guest).length,
		groups: space.groups.filter(({ id }) => !NOT_MADE.includes(id)).length,
		charter: space.appEnabled('ensemble_charter') ? charterInForce(space) > 0 : null,
		storage: space.appEnabled('ensemble_quota') ? storageShared(space) : null,
		start: (space.appValue('core', 'defaultapp') ?? '') !== '',
	}
}

/** The tasks as they are now. */
export function tasksNow(space: Space): Task[] {
	return tasksOf(factsOfSpace(space), marks(space))
}

export const adminTasks: Pick<Handlers, 'GET /api/v1/icons' | 'GET /api/v1/tasks' | 'PUT /api/v1/tasks/{id}'> = {
	'GET /api/v1/tasks': ({ space }) => ({ tasks: tasksNow(space) }),

	'PUT /api/v1/tasks/{id}': ({ space, params: { id }, body: { state }, fail }) => {
		const after = markedTasks(id, state, marks(space))
		if (after === null) {
			throw fail('ticks_itself')
		}
		space.setAppValue(contract.app, 'tasks', after)
		return { tasks: tasksNow(space) }
	},

	'GET /api/v1/icons': ({ space, account }) => {
		const pinned = space.accounts().map(({ id }) => pinnedApps(space, id))
		return {
			icons: barApps(space, account.language).map(({ id, app, name, url, removable, groups }): Icon => ({
				id,
				name,
				url,
				app,
				pinned: pinned.filter((ids) => ids.includes(id)).length,
				removable,
				groups: [...groups],
			})),
		}
	},
}
