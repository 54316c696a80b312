// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Switches apps off and on by Nextcloud's own means. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { callNextcloud } from '@ensemble/shared/ocs/nextcloud'
import { t } from '../l10n.ts'

/**
 * Switches an app off for everybody. Its data stays. Throws an OcsError, with the code PASSWORD_NEEDED before the
 * password was confirmed.
 *
 * @param app its id
 */
export async function switchOff(app: string): Promise<void> {
	await callNextcloud({ method: 'delete', path: 'cloud/apps/{app}', params: { app }, t })
}

/**
 * Switches an app on. Throws as switchOff does.
 *
 * @param app its id
 * @param groups ids of the groups that have it; none = everybody
 * @param password of who asks: newer Nextclouds want it each time
 */
export async function switchOn(app: string, groups: readonly string[], password: string): Promise<void> {
	try {
		await callNextcloud({ method: 'post', path: 'apps/appstore/api/v1/apps/enable', data: { appId: app, groups }, password, t })
	} catch (error) {
		if (!(error instanceof OcsError) || error.status !== 404) {
			throw error
		}
		// As far as Nextcloud 33 this was a page of the settings.
		await callNextcloud({ method: 'post', path: '/settings/apps/enable', data: { appIds: [app], groups }, password, t })
	}
}
