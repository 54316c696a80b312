// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Real spaces behind a web server, and a client that keeps asking them. */

import type { RealHost } from './spaces.ts'

import { spawn } from 'node:child_process'
import { openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { endGroup, freePort } from '../../nextcloud/serve.ts'

/** A running web server. */
export interface Web {
	/** Address of a space. */
	url: (id: string) => string
	stop: () => void
}

/**
 * Serves the spaces as their owner, as a web server does.
 *
 * @param real the host
 */
export async function serveSpaces(real: RealHost): Promise<Web> {
	const port = await freePort()
	const log = openSync(join(real.root, 'web.log'), 'a')
	const router = fileURLToPath(new URL('./router.php', import.meta.url))
	const as = process.getuid?.() === real.owner.uid ? {} : { uid: real.owner.uid, gid: real.owner.gid }
	const settings = ['opcache.enable=1', 'opcache.revalidate_freq=0', 'memory_limit=512M'].flatMap((setting) => ['-d', setting])
	const server = spawn('php', [...settings, '-S', `127.0.0.1:${port}`, '-t', real.host.code, router], { env: { ...process.env, PHP_CLI_SERVER_WORKERS: '2', SPACES: real.root }, stdio: ['ignore', log, log], detached: true, ...as })
	// "localhost" is the one name that a fresh Nextcloud trusts.
	const url = (id: string) => `http://localhost:${port}/${id}`
	for (const until = Date.now() + 30_000; ;) {
		const answer = await fetch(`${url('none')}/`).catch(() => null)
		if (answer !== null) {
			return { url, stop: () => endGroup(server) }
		}
		if (Date.now() > until) {
			endGroup(server)
			throw new Error('php -S does not answer.')
		}
		await pause(100)
	}
}

/** What status.php says that concerns a member. */
async function isWell(url: string): Promise<boolean> {
	try {
		const answer = await fetch(`${url}/status.php`, { signal: AbortSignal.timeout(30_000) })
		const { installed, maintenance, needsDbUpgrade } = await answer.json() as { installed: boolean, maintenance: boolean, needsDbUpgrade: boolean }
		return answer.ok && installed && !maintenance && !needsDbUpgrade
	} catch {
		return false
	}
}

/** How long spaces were away. */
export interface Outages {
	/** By space: seconds from the moment its overlay changed until it answered well again, each time. */
	readonly seconds: ReadonlyMap<string, number[]>
	/** Bad answers of spaces whose overlay had not just changed: there must be none. */
	readonly unexplained: readonly string[]
	readonly asked: number
}

/** Keeps asking every space in turn; one whose overlay has just changed, without a pause until it is well again. */
export class Client {
	private readonly seconds = new Map<string, number[]>()
	private readonly unexplained: string[] = []
	/** Change time of each overlay, in milliseconds. */
	private readonly known = new Map<string, number>()
	/** Spaces that changed and were not well since, with the time of the change. */
	private readonly open = new Map<string, number>()
	private asked = 0
	private going = true
	private readonly loops: Promise<void>[]

	/**
	 * @param real the host
	 * @param web that serves it
	 */
	constructor(private readonly real: RealHost, private readonly web: Web) {
		this.look()
		this.open.clear()
		this.loops = [this.patrol(), this.follow()]
	}

	/** Ends it, once every space is well. */
	async end(): Promise<Outages> {
		for (const until = Date.now() + 60_000; this.look().size > 0 && Date.now() < until;) {
			await pause(20)
		}
		this.going = false
		await Promise.all(this.loops)
		return { seconds: this.seconds, unexplained: [...this.unexplained, ...[...this.open.keys()].map((id) => `${id} did not come back`)], asked: this.asked }
	}

	private look(): Map<string, number> {
		for (const { id, config } of this.real.spaces) {
			const changed = statSync(join(config, 'pack.config.php'), { throwIfNoEntry: false })?.mtimeMs ?? 0
			if (changed !== (this.known.get(id) ?? 0)) {
				this.known.set(id, changed)
				// Put back before it was well again: one outage.
				this.open.set(id, this.open.get(id) ?? changed)
			}
		}
		return this.open
	}

	private async patrol(): Promise<void> {
		while (this.going) {
			for (const { id } of this.real.spaces) {
				const well = await isWell(this.web.url(id))
				this.asked++
				// The overlay may have changed while it answered.
				if (!well && !this.look().has(id) && !await isWell(this.web.url(id)) && !this.look().has(id)) {
					this.unexplained.push(`${id} at ${new Date().toISOString()}`)
				}
				await pause(20)
			}
		}
	}

	private async follow(): Promise<void> {
		while (this.going) {
			for (const [id, changed] of [...this.look()]) {
				const began = Date.now()
				this.asked++
				// Only an answer to a question asked after the change tells that it is over.
				if (await isWell(this.web.url(id)) && began >= changed && this.known.get(id) === statSync(join(this.real.spaces.find((space) => space.id === id)!.config, 'pack.config.php')).mtimeMs) {
					this.seconds.set(id, [...this.seconds.get(id) ?? [], (Date.now() - changed) / 1000])
					this.open.delete(id)
				}
			}
			await pause(5)
		}
	}
}

/**
 * The value below which a share of the values lies.
 *
 * @param values at least one
 * @param share from 0 to 1
 */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b)
	return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
}
