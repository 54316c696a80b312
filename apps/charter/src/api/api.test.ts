// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Each function calls the endpoint it is named after, with what it was given. */

import axios from '@nextcloud/axios'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchCharter, putOff, sendAnswer } from './charter.ts'
import { fetchDraft, saveDraft } from './draft.ts'
import { fetchGroups } from './groups.ts'
import { fetchSettings, saveSettings } from './settings.ts'
import { fetchExport, fetchStatus, remind, verify } from './status.ts'
import { fetchVersion, fetchVersions, publish } from './versions.ts'

const request = vi.spyOn(axios, 'request')

beforeEach(() => {
	request.mockReset().mockResolvedValue({ status: 200, headers: {}, data: { ocs: { data: { versions: ['them'], is: 'whole' } } } })
})

const answer = { version: 3, language: 'fr', textHash: 'a'.repeat(64), choice: 'accepted', after: 0 } as const
const publication = { defaultLanguage: 'fr', texts: {}, after: 0 }

it.each([
	['GET', '/charter', () => fetchCharter(), undefined],
	['POST', '/answers', () => sendAnswer(answer), answer],
	['POST', '/later', () => putOff(3), { version: 3 }],
	['GET', '/versions', () => fetchVersions(), undefined],
	['GET', '/versions/3', () => fetchVersion(3), undefined],
	['POST', '/versions', () => publish(publication), publication],
	['GET', '/draft', () => fetchDraft(), undefined],
	['PUT', '/draft', () => saveDraft({ revision: 2, draft: null }), { revision: 2, draft: null }],
	['GET', '/status/association', () => fetchStatus('association'), undefined],
	['GET', '/status/host', () => fetchStatus('host'), undefined],
	['POST', '/reminders', () => remind(3), { version: 3, accounts: [] }],
	['POST', '/reminders', () => remind(3, ['odile']), { version: 3, accounts: ['odile'] }],
	['GET', '/verification', () => verify(), undefined],
	['GET', '/export', () => fetchExport(), undefined],
	['GET', '/settings', () => fetchSettings(), undefined],
	['PUT', '/settings', () => saveSettings({ laterDays: null }), { laterDays: null }],
])('%s %s', async (method, path, call, body) => {
	const result = await call()
	expect(request).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ method, data: body }))
	expect(request.mock.calls[0]![0].url).toMatch(new RegExp(`/ocs/v2\\.php/apps/ensemble_charter/api/v1${path}$`))
	if (path === '/versions' && method === 'GET') {
		expect(result).toEqual(['them'])
	} else if (path === '/later') {
		expect(result).toBeUndefined()
	} else {
		expect(result).toMatchObject({ is: 'whole' })
	}
})

describe('the groups', () => {
	it('come from Nextcloud itself', async () => {
		request.mockResolvedValue({ status: 200, headers: {}, data: { ocs: { data: { groups: [{ id: 'bureau', displayname: 'Le bureau', usercount: 3 }, { id: 'jardins', displayname: '' }, 7] } } } })
		expect(await fetchGroups()).toEqual([{ id: 'bureau', name: 'Le bureau' }, { id: 'jardins', name: 'jardins' }])
		expect(request.mock.calls[0]![0].url).toMatch(/\/ocs\/v2\.php\/cloud\/groups\/details$/)
	})

	it.each([
		[403, { ocs: { data: [] } }, 'forbidden'],
		[200, '<html>', 'unreadable'],
		[200, { ocs: { data: [] } }, 'unreadable'],
	])('which may answer %s %j', async (status, data, code) => {
		request.mockResolvedValue({ status, headers: {}, data })
		await expect(fetchGroups()).rejects.toMatchObject({ name: 'OcsError', code })
	})

	it('may not be reached', async () => {
		request.mockRejectedValue(new Error('network'))
		await expect(fetchGroups()).rejects.toMatchObject({ code: 'network' })
	})
})
