// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * `npm run test:nextcloud`: installs our built apps in a real Nextcloud and runs the tests that need one; the browser
 * tests beside the others, on a second server.
 * NEXTCLOUD_DIR is the unpacked server to copy (default /var/www/nextcloud); database.ts tells about NEXTCLOUD_DB.
 * NEXTCLOUD_STORAGE=object keeps files as in an object store. ENSEMBLE_APPS_DIR takes other built apps than build/apps.
 * ENSEMBLE_BROWSER_TESTS=all runs every browser test here, not only those that playwright.config.ts chooses.
 */

import type { Counts } from './counts.ts'
import type { RunningNextcloud } from './server.ts'

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findOrInstallChromium } from '../../scripts/test/chromium.ts'
import { playwright } from '../../scripts/test/steps.ts'
import { APPS, toEnvironment } from './connection.ts'
import { add, check, summary } from './counts.ts'
import { run } from './process.ts'
import { findServer, startNextcloud } from './server.ts'
import { countTests, runVitest } from './suites.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

async function main(): Promise<Counts> {
	const reason = await missing()
	if (reason !== null) {
		console.log(`Tests against a real Nextcloud are skipped: ${reason}`)
		return { passed: 0, failed: 0, skipped: await countTests(repository) }
	}
	const apps = process.env.ENSEMBLE_APPS_DIR || fileURLToPath(new URL('../../build/apps', import.meta.url))
	if (!existsSync(apps)) {
		console.log('build/apps is not there yet; building …')
		const built = await run('npx', ['vite', 'build'], { cwd: repository })
		if (built.code !== 0) {
			throw new Error(`vite build failed:\n${built.stdout}${built.stderr}`)
		}
	}
	// A name of a test file may follow the command, to run only that.
	const filters = process.argv.slice(2)
	const start = (name: string) => startNextcloud({ apps, say: (line) => console.log(`${name}: ${line}`) })
	const servers = [await start('server')]
	try {
		if (filters.length > 0) {
			return add(await vitest(servers[0]!, filters), await verdict(servers[0]!))
		}
		servers.push(await start('server for the browser tests'))
		const spoken = vitest(servers[0]!)
		const tests = await Promise.all([spoken, browserTests(servers[1]!, spoken.catch(() => undefined))])
		return [...tests, await verdict(servers[0]!), await verdict(servers[1]!)].reduce(add)
	} finally {
		await Promise.all(servers.map((server) => server.stop()))
	}
}

function vitest(server: RunningNextcloud, filters: readonly string[] = []): Promise<Counts> {
	return runVitest(repository, toEnvironment(server), join(server.data, '..', 'report.json'), filters)
}

/**
 * The browser tests, on a server of their own: they look at lists, and the other tests leave much in them. One after
 * the other, since the charter in force is everybody's. Nextcloud on SQLite now and then refuses a request ("database
 * is locked"): a test that fails is tried once more, and said to be.
 */
function browserTests(server: RunningNextcloud, quietUntil: Promise<unknown>): Promise<Counts> {
	return playwright(findOrInstallChromium(), {
		...toEnvironment(server),
		...server.minimalOc === null ? {} : { ENSEMBLE_MINIMAL_OC: '1' },
	}, [], quietUntil)
}

/** What the server itself says after the tests. */
async function verdict(server: RunningNextcloud): Promise<Counts> {
	return add(logOf(server), await integrityOf(server))
}

/** Why there is nothing to test against; null when there is. */
async function missing(): Promise<string | null> {
	if (findServer() === null) {
		return `no Nextcloud server at ${process.env.NEXTCLOUD_DIR || '/var/www/nextcloud'} (set NEXTCLOUD_DIR).`
	}
	const php = await run('php', ['-r', 'echo PHP_VERSION_ID;']).catch(() => null)
	return php?.code === 0 ? null : 'no PHP on this machine.'
}

/** Nextcloud's log must hold nothing of ours. */
function logOf(server: RunningNextcloud): Counts {
	return check('Nextcloud\'s log holds nothing of our apps', server.logProblems().map((entry) => entry.line))
}

/** `occ integrity:check-app` must have no complaint. */
async function integrityOf(server: RunningNextcloud): Promise<Counts> {
	const counts: Counts[] = []
	for (const app of APPS) {
		const { code, stdout, stderr } = await server.occ(['integrity:check-app', app])
		counts.push(check(`occ integrity:check-app ${app}`, code === 0 ? [] : [stdout + stderr]))
	}
	return counts.reduce(add)
}

const counts = await main()
console.log(summary(counts))
process.exitCode = counts.failed > 0 ? 1 : 0
