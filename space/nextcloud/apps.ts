// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Apps switched on and off, and given to groups; which ones open first; what is in the bar. Compare AppsController of provisioning_api, ApiController of appstore, NavigationController of core. */

import type { Route } from '../http/router.ts'
import type { Visit } from '../http/visit.ts'
import type { World } from '../world.ts'

import { appsOf, isFixedApp, isKnownApp } from '../bar.ts'
import { hasSentPassword, passesCsrf } from '../http/identify.ts'
import { json } from '../http/reply.ts'
import { textField } from '../http/visit.ts'
import { needsPassword } from './confirmation.ts'
import { OCS, ocs, OcsFailure } from './ocs.ts'

const CLOUD = '/ocs/v2.php/cloud/apps'
const STORE = '/ocs/v2.php/apps/appstore/api/v1/apps'

/**
 * The routes of apps.
 *
 * @param world the space
 */
export function appSwitchRoutes(world: World): Route[] {
	const { space, apps } = world
	const isOurs = (id: string) => apps.some(({ manifest }) => manifest.id === id)
	/** Switches an app on (for some groups, or everybody where none is named) or off. */
	const change = (id: string, on: boolean, groups: string[] = []) => {
		if (!isOurs(id) && !isKnownApp(id)) {
			throw new OcsFailure(OCS.notFound, 'Could not find app')
		}
		if (isFixedApp(id) && (!on || groups.length > 0)) {
			throw new OcsFailure(500, on ? 'could not enable app' : 'could not disable app')
		}
		const known = groups.filter((group) => space.groups.some((one) => one.id === group))
		if (isOurs(id)) {
			space.disabledApps[on ? 'delete' : 'add'](id)
		} else {
			space.setAppValue(id, 'enabled', on ? known.length > 0 ? known : 'yes' : 'no')
		}
		return { data: [] as unknown }
	}
	const strictly = (visit: Visit) => {
		if (!hasSentPassword(visit)) {
			throw new OcsFailure(403, 'Password confirmation is required')
		}
	}
	return [
		{ method: 'GET', path: CLOUD, handle: ocs('admin', () => ({ data: { apps: apps.map(({ manifest }) => manifest.id) } })) },
		{
			method: 'POST',
			path: `${CLOUD}/{app}`,
			handle: ocs('admin', ({ visit, params }) => {
				strictly(visit)
				return change(params.app!, true)
			}),
		},
		{
			method: 'DELETE',
			path: `${CLOUD}/{app}`,
			handle: ocs('admin', ({ visit, params }) => {
				needsPassword(world, visit)
				return change(params.app!, false)
			}),
		},
		{
			method: 'POST',
			path: `${STORE}/enable`,
			handle: ocs('admin', async ({ visit }) => {
				strictly(visit)
				const fields = await visit.fields()
				change(textField(fields, 'appId'), true, Array.isArray(fields.groups) ? fields.groups.map(String) : [])
				return { data: { update_required: false } }
			}),
		},
		{
			method: 'POST',
			path: `${STORE}/disable`,
			handle: ocs('admin', async ({ visit }) => {
				strictly(visit)
				return change(textField(await visit.fields(), 'appId'), false)
			}),
		},
		{
			method: 'GET',
			path: '/ocs/v2.php/core/navigation/apps',
			handle: ocs('member', ({ account }) => ({
				data: appsOf(space, account!).map(({ id, app, name, url }, order) => ({ id, order, href: url, icon: '/__space/logo.svg', type: 'link', name, active: false, classes: '', unread: 0, app, default: order === 0 })),
			})),
		},
		{ method: 'PUT', path: '/apps/theming/ajax/updateAppMenu', handle: (visit) => chooseStart(world, visit) },
	]
}

/** Which apps open first: a page's own address, not OCS. */
async function chooseStart({ space }: World, visit: Visit) {
	const { account } = visit.caller
	if (account === null) {
		return json(401, { message: 'Current user is not logged in' })
	}
	if (!account.admin) {
		return json(403, { message: 'Logged in account must be an admin' })
	}
	if (!await passesCsrf(visit)) {
		return json(412, { message: 'CSRF check failed' })
	}
	const { setting, value } = await visit.fields()
	const ids = Array.isArray(value) ? value.map(String) : null
	if (setting !== 'defaultApps' || ids === null || !ids.every(isKnownApp)) {
		return json(400, { data: { message: 'Invalid app given' }, status: 'error' })
	}
	space.setAppValue('core', 'defaultapp', ids.join(',') || undefined)
	return json(200, { data: { message: 'Saved' }, status: 'success' })
}
