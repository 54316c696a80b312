// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Sets quotas by Nextcloud's own provisioning API, which wants the password once in a while. */

import type { RawAnswer } from '@ensemble/shared/ocs/error'

import { OcsError, toOcsError } from '@ensemble/shared/ocs/error'
import { t } from '../l10n.ts'

/** Code of the OcsError that says: ask for the password, then try again. */
export const PASSWORD_NEEDED = 'password_needed'

/** Longest wait for an answer, in milliseconds. */
const TIMEOUT = 30_000
const options = { timeout: TIMEOUT, headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' }, validateStatus: () => true }

/**
 * Sets an account's quota. Throws an OcsError, with the code PASSWORD_NEEDED before the password was confirmed.
 *
 * @param account login name
 * @param value as Nextcloud stores it: `default`, `none`, `5 GB`
 */
export async function storeQuota(account: string, value: string): Promise<void> {
	await send('put', 'cloud/users/{account}', { account }, { key: 'quota', value })
}

/**
 * Sets the quota of all accounts that have none of their own. Throws as storeQuota does.
 *
 * @param value `none`, `5 GB`
 */
export async function storeDefaultQuota(value: string): Promise<void> {
	await send('post', 'apps/provisioning_api/api/v1/config/apps/files/default_quota', {}, { value })
}

/**
 * Tells Nextcloud the password once more; good for half an hour. Throws an OcsError.
 *
 * @param password of the person who is logged in
 * @return whether it was the right one
 */
export async function confirmPassword(password: string): Promise<boolean> {
	const [{ default: axios }, { generateUrl }] = await load()
	const answer = await axios.post<unknown>(generateUrl('/login/confirm'), { password }, options).catch(() => undefined)
	if (answer?.status === 403) {
		return false
	}
	if (answer?.status !== 200) {
		throw toOcsError(answer, t)
	}
	return true
}

function load() {
	return Promise.all([import('@nextcloud/axios'), import('@nextcloud/router')])
}

async function send(method: 'post' | 'put', path: string, params: object, data: object): Promise<void> {
	const [{ default: axios }, { generateOcsUrl }] = await load()
	const answer = await axios.request<unknown>({ ...options, method, url: generateOcsUrl(path, params), data }).catch(() => undefined)
	if (answer?.status !== 200) {
		throw reason(answer)
	}
}

/** Nextcloud says in words why it refuses a quota, as when the host has set a greatest one: those words are better than ours. */
function reason(answer: RawAnswer | undefined): OcsError {
	const said = messageOf(answer?.data)
	if (answer?.status === 403 && ('x-nc-auth-notconfirmed' in (answer.headers ?? {}) || said === 'Password confirmation is required')) {
		return new OcsError(PASSWORD_NEEDED, t('Please confirm your password.'), 403)
	}
	if (answer && [400, 403].includes(answer.status) && said) {
		return new OcsError('refused', said, answer.status)
	}
	return toOcsError(answer, t)
}

/** Where the two kinds of answers keep their sentence. */
function messageOf(data: unknown): string {
	const body = data as { message?: unknown, ocs?: { meta?: { message?: unknown }, data?: { data?: { message?: unknown } } } } | null
	const found = [body?.ocs?.data?.data?.message, body?.ocs?.meta?.message, body?.message].find((message) => typeof message === 'string' && message !== '')
	return String(found ?? '')
}
