// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests what Nextcloud is told about the three choices, and what a person is told when it refuses. */

import axios from '@nextcloud/axios'
import { beforeEach, expect, it, vi } from 'vitest'
import { saveFont, saveLanguage, saveMails, saveTheme } from './nextcloud.ts'

vi.mock('@nextcloud/axios', () => ({ default: { request: vi.fn() } }))

beforeEach(() => {
	vi.mocked(axios.request).mockReset().mockResolvedValue({ status: 200, data: {} })
	document.head.dataset.user = 'odile m'
	document.body.replaceChildren()
})

/** The last request: its method, where to, what. */
function sent() {
	const { method, url = '', data } = vi.mocked(axios.request).mock.lastCall![0]
	return [method, url.replace(/^.*\/ocs\/v2\.php\//, ''), data]
}

it('sets the language of the person at the page', async () => {
	await saveLanguage('pt_BR')
	expect(sent()).toEqual(['PUT', 'cloud/users/odile%20m', { key: 'language', value: 'pt_BR' }])
})

it('sets the theme, and the font beside it', async () => {
	await saveTheme('dark-highcontrast')
	expect(sent()).toEqual(['PUT', 'apps/theming/api/v1/theme/dark-highcontrast/enable', undefined])
	await saveFont(true)
	expect(sent()).toEqual(['PUT', 'apps/theming/api/v1/theme/opendyslexic/enable', undefined])
	await saveFont(false)
	expect(sent()).toEqual(['DELETE', 'apps/theming/api/v1/theme/opendyslexic', undefined])
})

it('sets how often mails come, and leaves the sounds as they are', async () => {
	document.body.innerHTML = `<input type="hidden" id="initial-state-notifications-sound_notification" value="${btoa('true')}"><input type="hidden" id="initial-state-notifications-sound_talk" value="${btoa('false')}">`
	await saveMails('daily')
	expect(sent()).toEqual(['POST', 'apps/notifications/api/v2/settings', { batchSetting: 3, soundNotification: 'yes', soundTalk: 'no' }])
})

it.each([
	['the password is wanted once more', 403, 'refused'],
	['the app is switched off', 404, 'refused'],
	['the host has decided it', 400, 'refused'],
	['too much at once', 429, 'too_many'],
	['logged out', 401, 'unauthorized'],
	['a failure', 500, 'server'],
])('says it in words: %s', async (_, status, code) => {
	vi.mocked(axios.request).mockResolvedValue({ status, data: {} })
	await expect(saveTheme('dark')).rejects.toMatchObject({ code })
})

it('says it in words: no connection', async () => {
	vi.mocked(axios.request).mockRejectedValue(new Error('Network Error'))
	await expect(saveTheme('dark')).rejects.toMatchObject({ code: 'network' })
})
