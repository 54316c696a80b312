// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Sets quotas by Nextcloud's own provisioning API, which wants the password once in a while. */

import { callNextcloud } from '@ensemble/shared/ocs/nextcloud'
import { t } from '../l10n.ts'

/**
 * Sets an account's quota. Throws as callNextcloud does: Nextcloud says in words why it refuses one, as when the host has set a greatest one.
 *
 * @param account login name
 * @param value as Nextcloud stores it: `default`, `none`, `5 GB`
 */
export async function storeQuota(account: string, value: string): Promise<void> {
	await callNextcloud({ method: 'put', path: 'cloud/users/{account}', params: { account }, data: { key: 'quota', value }, t })
}

/**
 * Sets the quota of all accounts that have none of their own. Throws as storeQuota does.
 *
 * @param value `none`, `5 GB`
 */
export async function storeDefaultQuota(value: string): Promise<void> {
	await callNextcloud({ method: 'post', path: 'apps/provisioning_api/api/v1/config/apps/files/default_quota', data: { value }, t })
}
