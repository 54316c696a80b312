// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The three choices of the welcome, saved where Nextcloud keeps them itself. */

import type { Theme } from './themes.ts'

import { OcsError, toOcsError } from '@ensemble/shared/ocs/error'
import { readState } from '@ensemble/shared/state'
import { t } from '../../l10n.ts'

/** Longest wait for an answer, in milliseconds. */
const TIMEOUT = 30_000

/** How often mails about missed notifications are sent; Nextcloud's numbers. */
export const mails = { off: 0, hourly: 1, daily: 3, weekly: 4 } as const

/**
 * Sets the language of the person at the page. Throws an OcsError.
 *
 * @param language as Nextcloud names it
 */
export async function saveLanguage(language: string): Promise<void> {
	await send('PUT', 'cloud/users/{account}', { account: document.head.dataset.user ?? '' }, { key: 'language', value: language })
}

/**
 * Sets the colours. Nextcloud keeps one of them at a time. Throws an OcsError.
 *
 * @param theme which
 */
export async function saveTheme(theme: Theme): Promise<void> {
	await send('PUT', 'apps/theming/api/v1/theme/{theme}/enable', { theme })
}

/**
 * Sets whether letters are those that are easier to tell apart. Throws an OcsError.
 *
 * @param wanted whether they are
 */
export async function saveFont(wanted: boolean): Promise<void> {
	await send(wanted ? 'PUT' : 'DELETE', `apps/theming/api/v1/theme/{theme}${wanted ? '/enable' : ''}`, { theme: 'opendyslexic' })
}

/**
 * Sets how often mails about missed notifications are sent. Throws an OcsError.
 *
 * @param often how often
 */
export async function saveMails(often: keyof typeof mails): Promise<void> {
	// The sounds are saved along with it: they stay as they are.
	const sound = (name: string) => readState<boolean>('notifications', name) ? 'yes' : 'no'
	await send('POST', 'apps/notifications/api/v2/settings', {}, {
		batchSetting: mails[often],
		soundNotification: sound('sound_notification'),
		soundTalk: sound('sound_talk'),
	})
}

async function send(method: string, path: string, params: object, data?: object): Promise<void> {
	const answer = await request(method, path, params, data).catch(() => undefined)
	if (answer === undefined || answer.status >= 400) {
		// 403: the host has decided this, or the password is wanted once more. 404: the app is switched off.
		throw answer && answer.status < 500 && ![401, 412, 429].includes(answer.status)
			? new OcsError('refused', t('This cannot be changed from here. You can look in your settings, at any time.'), answer.status)
			: toOcsError(answer, t)
	}
}

async function request(method: string, path: string, params: object, data?: object) {
	const [{ default: axios }, { generateOcsUrl }] = await Promise.all([import('@nextcloud/axios'), import('@nextcloud/router')])
	return axios.request<unknown>({
		method,
		url: generateOcsUrl(path, params),
		data,
		timeout: TIMEOUT,
		headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' },
		validateStatus: () => true,
	})
}
