// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Nextcloud's provisioning API: groups and app config. Apps: apps.ts. */

import type { Route } from '../http/router.ts'
import type { Visit } from '../http/visit.ts'
import type { World } from '../world.ts'

import { textField } from '../http/visit.ts'
import { setGroups } from './accounts.ts'
import { needsPassword } from './confirmation.ts'
import { ocs, OcsFailure } from './ocs.ts'

const CLOUD = '/ocs/v2.php/cloud'
const CONFIG = '/ocs/v2.php/apps/provisioning_api/api/v1/config/apps/{app}/{key}'

/**
 * The routes of groups and app config.
 *
 * @param world the space
 */
export function provisioningRoutes(world: World): Route[] {
	return [...groupRoutes(world), ...configRoutes(world)]
}

function groupRoutes(world: World): Route[] {
	const { space } = world
	const member = async (id: string | undefined, group: string, into: boolean) => {
		const account = space.account(id ?? '')
		if (!space.groups.some((known) => known.id === group)) {
			throw new OcsFailure(102)
		}
		if (account === undefined) {
			throw new OcsFailure(103)
		}
		const others = account.groups.filter((other) => other !== group)
		setGroups(account, into ? [...others, group] : others)
		return { data: [] }
	}
	/** The groups that are searched for, by id or name; `limit` and `offset` as in Nextcloud. */
	const found = ({ query }: Visit) => {
		const search = (query.get('search') ?? '').toLowerCase()
		const offset = Number(query.get('offset') ?? 0)
		const limit = query.get('limit')
		return space.groups
			.filter(({ id, name }) => `${id}\n${name}`.toLowerCase().includes(search))
			.slice(offset, limit === null ? undefined : offset + Number(limit))
	}
	return [
		{ method: 'GET', path: `${CLOUD}/groups`, handle: ocs('member', ({ visit }) => ({ data: { groups: found(visit).map(({ id }) => id) } })) },
		{
			method: 'GET',
			path: `${CLOUD}/groups/details`,
			handle: ocs('admin', ({ visit }) => ({
				data: {
					groups: found(visit).map(({ id, name }) => {
						const members = space.accounts().filter(({ groups }) => groups.includes(id))
						return { id, displayname: name, usercount: members.length, disabled: members.filter((member) => !member.enabled).length, canAdd: true, canRemove: true }
					}),
				},
			})),
		},
		{
			method: 'DELETE',
			path: `${CLOUD}/groups/{group}`,
			handle: ocs('admin', ({ params }) => {
				const at = space.groups.findIndex(({ id }) => id === params.group)
				if (at === -1) {
					throw new OcsFailure(101)
				}
				if (params.group === 'admin') {
					throw new OcsFailure(102)
				}
				space.groups.splice(at, 1)
				space.accounts().forEach((account) => setGroups(account, account.groups.filter((group) => group !== params.group)))
				return { data: [] }
			}),
		},
		{
			method: 'POST',
			path: `${CLOUD}/groups`,
			handle: ocs('admin', async ({ visit }) => {
				needsPassword(world, visit)
				const fields = await visit.fields()
				const id = textField(fields, 'groupid')
				if (id === '') {
					throw new OcsFailure(101, 'Invalid group name')
				}
				if (space.groups.some((group) => group.id === id)) {
					throw new OcsFailure(102, 'group exists')
				}
				space.groups.push({ id, name: textField(fields, 'displayname') || id })
				return { data: [] }
			}),
		},
		{ method: 'POST', path: `${CLOUD}/users/{id}/groups`, handle: ocs('admin', async ({ visit, params }) => member(params.id, textField(await visit.fields(), 'groupid'), true)) },
		{ method: 'DELETE', path: `${CLOUD}/users/{id}/groups`, handle: ocs('admin', async ({ visit, params }) => member(params.id, visit.query.get('groupid') ?? textField(await visit.fields(), 'groupid'), false)) },
	]
}

function configRoutes(world: World): Route[] {
	const { space } = world
	const refused = (key: string) => {
		if (['installed_version', 'enabled', 'types'].includes(key)) {
			throw new OcsFailure(403, '', { data: { message: 'The given key can not be set' } })
		}
	}
	return [
		{
			method: 'GET',
			path: CONFIG,
			handle: ocs('admin', ({ visit, params }) => {
				const value = space.appValue(params.app!, params.key!)
				return { data: { data: value === undefined ? visit.query.get('defaultValue') ?? '' : asText(value) } }
			}),
		},
		{
			method: 'POST',
			path: CONFIG,
			handle: ocs('member', async ({ visit, params, account }) => {
				if (!account?.admin) {
					throw new OcsFailure(403, 'Logged in account must be an administrator or have authorization to edit this setting.')
				}
				needsPassword(world, visit)
				refused(params.key!)
				const value = textField(await visit.fields(), 'value')
				if (params.app === 'files' && params.key === 'default_quota') {
					space.defaultQuota = value
				}
				if (params.app === 'theming' && params.key === 'name' && value !== '') {
					space.name = value
				}
				space.setAppValue(params.app!, params.key!, asJson(value))
				return { data: [] }
			}),
		},
		{
			method: 'DELETE',
			path: CONFIG,
			handle: ocs('admin', ({ visit, params }) => {
				needsPassword(world, visit)
				refused(params.key!)
				if (params.app === 'files' && params.key === 'default_quota') {
					space.defaultQuota = 'none'
				}
				space.setAppValue(params.app!, params.key!, undefined)
				return { data: [] }
			}),
		},
	]
}

/** Nextcloud keeps text; apps here get the JSON that it says, or the text where it is none. */
function asJson(value: string): unknown {
	try {
		return JSON.parse(value) as unknown
	} catch {
		return value
	}
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value)
}
