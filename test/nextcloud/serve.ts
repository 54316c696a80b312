// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Serves a folder with PHP's own web server, several requests at a time. */

import type { ChildProcess } from 'node:child_process'

import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** @return a port of this machine that nobody listens on */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer()
		probe.on('error', reject)
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address()
			const port = typeof address === 'object' && address ? address.port : 0
			probe.close(() => resolve(port))
		})
	})
}

/**
 * Starts the web server and waits until it answers.
 *
 * @param root the folder to serve
 * @param baseUrl http://127.0.0.1:<port>
 * @param log file for what PHP itself says
 * @return the process; it leads a group of its own, so that its workers end with it
 * @throws when it does not answer within 15 s
 */
export async function serve(root: string, baseUrl: string, log: string): Promise<ChildProcess> {
	const output = openSync(log, 'a')
	const router = fileURLToPath(new URL('./router.php', import.meta.url))
	const server = spawn('php', [
		'-d',
		'opcache.enable=1',
		'-d',
		'opcache.revalidate_freq=0',
		'-d',
		'memory_limit=512M',
		'-d',
		'upload_max_filesize=64M',
		'-d',
		'post_max_size=64M',
		'-d',
		'output_buffering=0',
		'-S',
		new URL(baseUrl).host,
		'-t',
		root,
		router,
	], { env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' }, stdio: ['ignore', output, output], detached: true })
	const until = Date.now() + 15_000
	for (;;) {
		try {
			await fetch(`${baseUrl}/robots.txt`)
			return server
		} catch (error) {
			if (server.exitCode !== null || Date.now() > until) {
				endGroup(server)
				throw new Error(`php -S does not answer; see ${log}`, { cause: error })
			}
			await new Promise((resolve) => setTimeout(resolve, 50))
		}
	}
}

/**
 * Ends a process that leads a group, and the group.
 *
 * @param leader as serve() returned it
 */
export function endGroup(leader: ChildProcess): void {
	if (leader.pid === undefined) {
		return
	}
	try {
		process.kill(-leader.pid, 'SIGTERM')
	} catch {
		// It has ended already.
	}
}
