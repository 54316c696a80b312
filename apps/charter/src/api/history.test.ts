// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Each function calls the endpoint it is named after. */

import axios from '@nextcloud/axios'
import { expect, it, vi } from 'vitest'
import { fetchHistory, fetchMyAnswers } from './history.ts'

const request = vi.spyOn(axios, 'request')

it.each([
	['/history', fetchHistory, { versions: ['them'] }, ['them']],
	['/answers', fetchMyAnswers, { answers: ['them'], brought: [] }, { answers: ['them'], brought: [] }],
] as const)('%s', async (path, call, data, result) => {
	request.mockReset().mockResolvedValue({ status: 200, headers: {}, data: { ocs: { data } } })
	expect(await call()).toEqual(result)
	expect(request).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ method: 'GET', data: undefined }))
	expect(request.mock.calls[0]![0].url).toMatch(new RegExp(`/ocs/v2\\.php/apps/ensemble_charter/api/v1${path}$`))
})
