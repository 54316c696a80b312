// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Looks at a space from outside, as its members do: over HTTP, through the web server. */

import type { KeptFailure } from '../journal/records.ts'

import { z } from 'zod'

/** What status.php tells; its HTTP code is 200 whatever is wrong. */
const status = z.object({ installed: z.boolean(), maintenance: z.boolean(), needsDbUpgrade: z.boolean() })

/** How to look. */
export interface ProbeOptions {
	/** Seconds until an answer is given up. */
	readonly timeout?: number
	/** How long to try, in seconds: web workers believe values of the database for 3 s, and PHP looks at changed files only every few. */
	readonly patience?: number
	/** Seconds between two attempts. */
	readonly gap?: number
	readonly fetch?: typeof fetch
	readonly sleep?: (milliseconds: number) => Promise<void>
}

/**
 * Asks for status.php, whose JSON must say that all is well, and for the login page, which starts every app that is on.
 * Tries again for some seconds before it says no.
 *
 * @param url address of the space
 * @param options how
 * @return null where it is well
 */
export async function probe(url: string, { timeout = 10, patience = 12, gap = 1.5, fetch: get = fetch, sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) }: ProbeOptions = {}): Promise<KeptFailure | null> {
	const until = performance.now() + patience * 1000
	for (;;) {
		const wrong = await look(url.replace(/\/+$/, ''), timeout, get)
		if (wrong === null || performance.now() + gap * 1000 > until) {
			return wrong === null ? null : { code: 'gate', message: `From outside: ${wrong}` }
		}
		await sleep(gap * 1000)
	}
}

async function look(url: string, timeout: number, get: typeof fetch): Promise<string | null> {
	const ask = (path: string) => get(`${url}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(timeout * 1000), headers: { 'User-Agent': 'ensemble' } })
	try {
		const answer = await ask('/status.php')
		const said = status.safeParse(parse(await answer.text())).data
		if (!answer.ok || said === undefined) {
			return `status.php answers ${answer.status} and not what Nextcloud says.`
		}
		if (!said.installed || said.maintenance || said.needsDbUpgrade) {
			return `status.php says: ${said.installed ? said.maintenance ? 'in maintenance mode' : 'an upgrade is needed' : 'not installed'}.`
		}
		// Where people sign in elsewhere, it sends them there: that is fine.
		const page = await ask('/index.php/login')
		await page.body?.cancel()
		return page.status < 400 ? null : `The login page answers ${page.status}.`
	} catch (error) {
		return `${(error as Error).name === 'TimeoutError' ? `no answer within ${timeout} s` : 'no answer'} (${shortCause(error)}).`
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return null
	}
}

function shortCause(error: unknown): string {
	const { message, cause } = error as Error
	return ((cause instanceof Error ? cause.message : '') || message).split('\n')[0]!.slice(0, 200)
}
