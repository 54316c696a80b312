// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `npm start` as a process: what it says, a busy port, Ctrl-C. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './apps.ts'

function start(...args: string[]) {
	const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'space/cli.ts'), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
	let said = ''
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => {
			said += chunk.toString()
		})
	}
	return {
		child,
		said: () => said,
		async until(words: RegExp) {
			for (const end = Date.now() + 15_000; !words.test(said);) {
				if (Date.now() > end || child.exitCode !== null) {
					throw new Error(`It never said ${words}, but: ${said}`)
				}
				await new Promise((resolve) => {
					setTimeout(resolve, 50)
				})
			}
			return said.match(words)!
		},
		async end() {
			child.kill('SIGINT')
			const [code] = await once(child, 'exit') as [number | null]
			return code
		},
	}
}

it('uses the next port where one is busy, keeps the data, and ends with Ctrl-C', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'ensemble-cli-'))
	const busy = createServer().listen(0, '127.0.0.1')
	await once(busy, 'listening')
	const address = busy.address()
	const port = typeof address === 'object' && address !== null ? address.port : 0
	const running = start('--port', String(port), '--data', join(folder, 'space.json'))
	const [, url] = await running.until(/(http:\/\/localhost:\d+)[\s\S]*Ctrl-C ends/)
	expect(running.said()).toContain(`Port ${port} is busy`)
	expect(running.said()).toContain('maelle')
	expect(url).not.toBe(`http://localhost:${port}`)
	expect((await fetch(`${url}/status.php`)).status).toBe(200)
	expect(await running.end()).toBe(0)
	expect(running.said()).toContain('Good bye')
	expect(existsSync(join(folder, 'space.json'))).toBe(true)
	busy.close()
	rmSync(folder, { recursive: true })
})

it('says what is wrong in a sentence, without a stack', async () => {
	const running = start('--port', 'many')
	await once(running.child, 'close')
	expect(running.child.exitCode).toBe(1)
	expect(running.said()).toContain('"many" is no port')
	expect(running.said()).not.toContain('    at ')
})
