// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the tests of the space share: a running space, and clients that keep cookies or send a name and password. */

import type { Log } from '../log.ts'
import type { RunningSpace, SpaceServerOptions } from '../server.ts'

import { afterAll, beforeAll, expect } from 'vitest'
import { z } from 'zod'
import { startSpace } from '../server.ts'

/** A running space for all tests of a file; every error of the server fails the last of them. */
export function useSpace(options: Partial<SpaceServerOptions> = {}): { readonly current: RunningSpace, readonly errors: string[] } {
	let running: RunningSpace | undefined
	const errors: string[] = []
	const log: Log = { error: (message, error) => errors.push(`${message}: ${String(error)}`) }
	beforeAll(async () => {
		running = await startSpace({ port: 0, seed: 'demo', log, ...options })
	})
	afterAll(async () => {
		await running?.close()
		expect(errors).toEqual([])
	})
	return {
		get current() {
			return running!
		},
		errors,
	}
}

/** A request as somebody, by name and password. */
export function as(url: string, id: string, password = 'demo') {
	const authorization = `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`
	return (method: string, path: string, init: { body?: BodyInit, headers?: Record<string, string> } = {}) => fetch(url + path, {
		method,
		body: init.body,
		redirect: 'manual',
		headers: { Authorization: authorization, 'OCS-APIRequest': 'true', Accept: 'application/json', ...init.headers },
	})
}

/** A browser without scripts: it keeps cookies and follows nothing by itself. */
export class Browser {
	readonly cookies = new Map<string, string>()
	constructor(readonly url: string) {}

	async send(method: string, path: string, init: { body?: BodyInit, headers?: Record<string, string> } = {}): Promise<Response> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
		const response = await fetch(this.url + path, { method, body: init.body, redirect: 'manual', headers: { Accept: 'text/html', ...cookie && { Cookie: cookie }, ...init.headers } })
		for (const line of response.headers.getSetCookie()) {
			const [name = '', value = ''] = line.split(';')[0]!.split('=', 2)
			this.cookies.set(name, value)
		}
		return response
	}

	/** A page as text. */
	async page(path: string): Promise<string> {
		return (await this.send('GET', path)).text()
	}

	/** Becomes a person of the demo. */
	async be(account: string): Promise<this> {
		expect((await this.send('POST', '/__space/switch', { body: new URLSearchParams({ account }) })).status).toBe(303)
		return this
	}
}

/** The request token of a page. */
export function tokenOf(page: string): string {
	return page.match(/data-requesttoken="([^"]+)"/)![1]!
}

/** The decoded initial state of a page: id → value. */
export function statesOf(page: string): Record<string, unknown> {
	return Object.fromEntries([...page.matchAll(/id="initial-state-([\w-]+)" value="([^"]*)"/g)].map(([, id, value]) => [id!, JSON.parse(atob(value!))]))
}

/** `ocs.data` of an answer, and its meta. */
export async function ocsOf(response: Response): Promise<{ meta: { status: string, statuscode: number, message: string }, data: Record<string, unknown> }> {
	return (await response.json() as { ocs: Awaited<ReturnType<typeof ocsOf>> }).ocs
}

const list = z.object({ ocs: z.object({ data: z.array(z.record(z.string(), z.unknown())) }) })

/**
 * `ocs.data` of an answer that is a list.
 *
 * @param response the answer
 * @throws when it is none
 */
export async function ocsListOf(response: Response): Promise<Record<string, unknown>[]> {
	return list.parse(await response.json()).ocs.data
}
