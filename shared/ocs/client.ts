// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Calls the endpoints of an app. Types come from its contract, of which nothing else gets into the bundle. */

import type { Answer, Contract, Keys, Params, SentBody } from '../contract/define.ts'

import { translator } from '../l10n/translate.ts'
import { OcsError, toOcsError, unwrap } from './error.ts'

/** `{ params }` where the path has parameters, `{ body }` where the endpoint takes one. */
type Sent<C extends Contract, K extends Keys<C>>
	= (C['endpoints'][K] extends { params: object } ? { params: Params<C, K> } : object)
		& (C['endpoints'][K] extends { body: object } ? { body: SentBody<C, K> } : object)

/** Calls one endpoint; throws an OcsError, and nothing else. */
export type Call<C extends Contract> = <K extends Keys<C>>(key: K, ...sent: object extends Sent<C, K> ? [] : [Sent<C, K>]) => Promise<Answer<C, K>>

/** Longest wait for an answer, in milliseconds. Whoever waits longer believes that nothing works. */
const TIMEOUT = 30_000

/**
 * A client for the endpoints of an app. What it needs from Nextcloud's packages (26 kB) is loaded with the first call, or by warmUp.
 *
 * @param app app id
 * @return the function to call endpoints with
 */
export function createClient<C extends Contract>(app: string): Call<C> {
	const { t } = translator(app)

	return async <K extends Keys<C>>(key: K, ...sent: [Partial<{ params: object, body: object }>?]) => {
		const [method, path] = key.split(' ', 2) as [string, string]
		const answer = await send(method, `apps/${app}${path}`, sent[0] ?? {}).catch(() => undefined)
		const data = answer && answer.status < 300 ? unwrap(answer.data) : undefined
		if (data === undefined) {
			throw toOcsError(answer, t)
		}
		// The contract suite holds both servers to this type.
		return data as Answer<C, K>
	}
}

/** Fetches beforehand what the first call needs, for a screen whose buttons are about to be pressed. */
export function warmUp(): void {
	load().catch(() => undefined)
}

function load() {
	return Promise.all([import('@nextcloud/axios'), import('@nextcloud/router')])
}

async function send(method: string, path: string, { params = {}, body }: { params?: object, body?: object }) {
	const [{ default: axios }, { generateOcsUrl }] = await load()
	return axios.request<unknown>({
		method,
		url: generateOcsUrl(path, params),
		data: body,
		timeout: TIMEOUT,
		// The OCS header stands for the request token, which is stale after a new login in another tab.
		headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' },
		validateStatus: () => true,
	})
}

/**
 * What to tell a person about any error: an OcsError's own sentence, one sentence for the unexpected.
 *
 * @param error whatever was caught
 * @param app app id, for the translation
 */
export function asOcsError(error: unknown, app: string): OcsError {
	return error instanceof OcsError ? error : toOcsError({ status: 500, data: null }, translator(app).t)
}
