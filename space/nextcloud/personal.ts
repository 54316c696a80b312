// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What accounts choose for themselves: appearance, mails about notifications, order of the apps, passwords for apps. */

import type { Route } from '../http/router.ts'
import type { World } from '../world.ts'

import { randomBytes } from 'node:crypto'
import { textField } from '../http/visit.ts'
import { themesOf } from '../pages/themes.ts'
import { needsPassword } from './confirmation.ts'
import { ocs, OcsFailure } from './ocs.ts'
import { appTokens } from './traces.ts'

const THEME = '/ocs/v2.php/apps/theming/api/v1/theme/{theme}'
const PREFERENCE = '/ocs/v2.php/apps/provisioning_api/api/v1/config/users/core/apporder'

/**
 * The routes of what accounts choose for themselves.
 *
 * @param world the space
 */
export function personalRoutes(world: World): Route[] {
	return [...themeRoutes(world), ...notificationSettings(world), ...orderRoutes(world), ...passwordRoutes(world)]
}

/** Compare UserThemeController and ThemesService of theming. */
function themeRoutes({ space }: World): Route[] {
	return ([['PUT', `${THEME}/enable`, true], ['DELETE', THEME, false]] as const).map(([method, path, on]): Route => ({
		method,
		path,
		handle: ocs('member', ({ params, account }) => {
			const themes = themesOf(space, account!.id)
			const wanted = themes.known(params.theme ?? '')
			if (wanted === undefined) {
				throw new OcsFailure(400, `Invalid theme id: ${params.theme}`)
			}
			themes.set(wanted, on)
			return { data: [] }
		}),
	}))
}

/** Compare SettingsController of notifications: how often mails are sent; 0 = never, 4 = weekly. */
function notificationSettings({ space }: World): Route[] {
	return [{
		method: 'POST',
		path: '/ocs/v2.php/apps/notifications/api/v2/settings',
		handle: ocs('member', async ({ visit, account }) => {
			const fields = await visit.fields()
			const batch = Number(fields.batchSetting ?? Number.NaN)
			if (!Number.isInteger(batch) || batch < 0 || batch > 4 || ['soundNotification', 'soundTalk'].some((name) => textField(fields, name) === '')) {
				throw new OcsFailure(400)
			}
			space.setUserValue(account!.id, 'notifications', 'batchSetting', batch)
			return { data: [] }
		}),
	}]
}

/** Compare PreferencesController of provisioning_api, which takes what an app has declared: theming, the order of the apps. */
function orderRoutes({ space }: World): Route[] {
	return [
		{
			method: 'POST',
			path: PREFERENCE,
			handle: ocs('member', async ({ visit, account }) => {
				const order = parsed(textField(await visit.fields(), 'configValue'))
				if (order === null) {
					throw new OcsFailure(400)
				}
				space.setUserValue(account!.id, 'core', 'apporder', order)
				return { data: [] }
			}),
		},
		{
			method: 'DELETE',
			path: PREFERENCE,
			handle: ocs('member', ({ account }) => {
				space.setUserValue(account!.id, 'core', 'apporder', undefined)
				return { data: [] }
			}),
		},
	]
}

/** An order of apps: entry → `{ order }`; null where the text is none. */
function parsed(text: string): object | null {
	try {
		const value = JSON.parse(text) as unknown
		return typeof value === 'object' && value !== null && Object.values(value).every((entry) => typeof (entry as { order?: unknown } | null)?.order === 'number') ? value : null
	} catch {
		return null
	}
}

/** Compare AppPasswordController of core. */
function passwordRoutes(world: World): Route[] {
	return [{
		method: 'GET',
		path: '/ocs/v2.php/core/getapppassword',
		handle: ocs('member', ({ visit, account }) => {
			needsPassword(world, visit)
			if (visit.caller.by === 'device') {
				throw new OcsFailure(403, 'You cannot request an new apppassword with an apppassword')
			}
			const password = randomBytes(36).toString('hex')
			appTokens(world.space).push({ account: account!.id, name: visit.header('User-Agent'), password })
			return { data: { apppassword: password } }
		}),
	}]
}
