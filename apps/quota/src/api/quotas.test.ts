// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Setting quotas by Nextcloud's provisioning API: what is sent, and that its refusals arrive in its words. */

import axios from '@nextcloud/axios'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { storeDefaultQuota, storeQuota } from './quotas.ts'

vi.mock('@nextcloud/axios', () => ({ default: { request: vi.fn() } }))

beforeEach(() => {
	vi.mocked(axios.request).mockReset().mockResolvedValue({ status: 200, data: { ocs: { meta: { status: 'ok', message: 'OK' }, data: [] } }, headers: {} })
})

describe('quotas', () => {
	it('of one account are sent to its address', async () => {
		await storeQuota('a b/c', '5 GB')
		expect(vi.mocked(axios.request).mock.lastCall![0]).toMatchObject({ method: 'put', url: expect.stringMatching(/\/ocs\/v2\.php\/cloud\/users\/a%20b%2Fc$/), data: { key: 'quota', value: '5 GB' } })
	})

	it('of all who have none of their own are one value', async () => {
		await storeDefaultQuota('none')
		expect(vi.mocked(axios.request).mock.lastCall![0]).toMatchObject({ method: 'post', url: expect.stringMatching(/\/ocs\/v2\.php\/apps\/provisioning_api\/api\/v1\/config\/apps\/files\/default_quota$/), data: { value: 'none' } })
	})

	it('are refused in Nextcloud\'s words', async () => {
		const message = 'Invalid quota value. 90 GB is exceeding the maximum quota'
		vi.mocked(axios.request).mockResolvedValue({ status: 400, headers: {}, data: { ocs: { meta: { status: 'failure', message }, data: [] } } })
		await expect(storeQuota('amina', '90 GB')).rejects.toMatchObject({ code: 'refused', message })
	})
})
