// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Server } from 'node:http'

import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { probe } from './probe.ts'

const WELL = { installed: true, maintenance: false, needsDbUpgrade: false }
let server: Server | undefined
afterEach(() => new Promise((resolve) => server?.listening ? server.close(resolve) : resolve(undefined)))

/** A web server that answers so, and its address. */
async function answering(answer: (path: string) => { status?: number, body?: unknown, headers?: Record<string, string> } | null): Promise<string> {
	server = createServer(({ url }, response) => {
		const said = answer(url ?? '')
		if (said !== null) {
			response.writeHead(said.status ?? 200, said.headers).end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? ''))
		}
	})
	await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
	const address = server.address()
	return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/cloud/`
}
const once = { patience: 0, timeout: 1 }

describe('a look from outside', () => {
	it('finds a space well, also one whose members sign in elsewhere', async () => {
		const paths: string[] = []
		const url = await answering((path) => {
			paths.push(path)
			return path.endsWith('/status.php') ? { body: WELL } : { status: 303, headers: { Location: 'https://sso.example.org/' } }
		})
		expect(await probe(url, once)).toBeNull()
		expect(paths).toEqual(['/cloud/status.php', '/cloud/index.php/login'])
	})

	it.each([
		['an upgrade is needed', { body: { ...WELL, needsDbUpgrade: true } }],
		['in maintenance mode', { body: { ...WELL, maintenance: true } }],
		['not installed', { body: { ...WELL, installed: false } }],
		['not what Nextcloud says', { body: '<!DOCTYPE html>' }],
		['answers 500', { status: 500, body: WELL }],
	])('believes what status.php says and not its HTTP code: %s', async (sentence, answer) => {
		const url = await answering(() => answer)
		expect(await probe(url, once)).toEqual({ code: 'gate', message: expect.stringContaining(sentence) as string })
	})

	it('tells an app that breaks every page, a server that hangs, and none at all', async () => {
		const broken = await answering((path) => path.endsWith('/status.php') ? { body: WELL } : { status: 500 })
		expect((await probe(broken, once))?.message).toContain('login page answers 500')
		await new Promise((resolve) => server!.close(resolve))
		expect((await probe(broken, once))?.message).toContain('no answer')
		const hanging = await answering(() => null)
		expect((await probe(hanging, { patience: 0, timeout: 0.2 }))?.message).toContain('no answer within 0.2 s')
		server!.closeAllConnections()
	})

	it('tries again while web workers still believe what was true before', async () => {
		let asked = 0
		const url = await answering((path) => path.endsWith('/status.php') ? { body: { ...WELL, needsDbUpgrade: ++asked < 3 } } : {})
		expect(await probe(url, { gap: 0.01, patience: 5 })).toBeNull()
		expect(asked).toBe(3)
	})
})
