// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Calls Nextcloud's own endpoints, some of which want the password once in a while. */

import type { Translate } from '../l10n/translate.ts'
import type { RawAnswer } from './error.ts'

import { OcsError, toOcsError, unwrap } from './error.ts'

/** Code of the OcsError that says: ask for the password, then try again. */
export const PASSWORD_NEEDED = 'password_needed'

/** Longest wait for an answer, in milliseconds. */
const TIMEOUT = 60_000
const options = { timeout: TIMEOUT, headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' }, validateStatus: () => true }

/** One call. */
export interface NextcloudCall {
	method: 'delete' | 'get' | 'post' | 'put'
	/** Behind `/ocs/v2.php/`; with a slash first, a page's address behind index.php. */
	path: string
	/** For each `{name}` in the path. */
	params?: Record<string, string>
	data?: object
	/** For the few calls that want it each time. */
	password?: string
	/** Translator of the app. */
	t: Translate
}

/**
 * Calls one of Nextcloud's own endpoints. Throws an OcsError: with the code PASSWORD_NEEDED before the password was
 * confirmed, with the code `refused` and Nextcloud's own words where it says why it does not do it.
 *
 * @param call what to call
 * @return `ocs.data` of the answer, or the whole body where it has no envelope
 */
export async function callNextcloud({ method, path, params = {}, data, password, t }: NextcloudCall): Promise<unknown> {
	const [{ default: axios }, { generateOcsUrl, generateUrl }] = await load()
	const url = path.startsWith('/') ? generateUrl(path, params) : generateOcsUrl(path, params)
	const auth = password === undefined ? undefined : { username: document.head.dataset.user ?? '', password }
	const answer = await axios.request<unknown>({ ...options, method, url, data, auth }).catch(() => undefined)
	if (answer === undefined || answer.status < 200 || answer.status >= 300) {
		throw reason(answer, t)
	}
	return unwrap(answer.data) ?? answer.data
}

/**
 * Tells Nextcloud the password once more; good for half an hour. Throws an OcsError.
 *
 * @param password of the person who is logged in
 * @param t translator of the app
 * @return whether it was the right one
 */
export async function confirmPassword(password: string, t: Translate): Promise<boolean> {
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

/** Nextcloud says in words why it refuses something: those words are better than ours. */
function reason(answer: RawAnswer | undefined, t: Translate): OcsError {
	const said = messageOf(answer?.data)
	if (answer?.status === 403 && ('x-nc-auth-notconfirmed' in (answer.headers ?? {}) || said === 'Password confirmation is required')) {
		return new OcsError(PASSWORD_NEEDED, t('Please confirm your password.'), 403)
	}
	if (answer && [400, 403].includes(answer.status) && said) {
		return new OcsError('refused', said, answer.status)
	}
	return toOcsError(answer, t)
}

/** Where the kinds of answers keep their sentence. */
function messageOf(data: unknown): string {
	const body = data as { message?: unknown, ocs?: { meta?: { message?: unknown }, data?: { data?: { message?: unknown } } } } | null
	const found = [body?.ocs?.data?.data?.message, body?.ocs?.meta?.message, body?.message].find((message) => typeof message === 'string' && message !== '')
	return String(found ?? '')
}
