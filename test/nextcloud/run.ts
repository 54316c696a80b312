// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * `npm run test:nextcloud`: installs our built apps in a real Nextcloud and runs the tests that need one.
 * NEXTCLOUD_DIR is the unpacked server to copy (default /var/www/nextcloud); database.ts tells about NEXTCLOUD_DB.
 * NEXTCLOUD_STORAGE=object keeps files as in an object store. ENSEMBLE_APPS_DIR takes other built apps than build/apps.
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

const none: Counts = { passed: 0, failed: 0, skipped: 0 }
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
	const server = await startNextcloud({ apps, say: (line) => console.log(line) })
	try {
		// A name of a test file may follow the command, to run only that.
		const tests = await runVitest(repository, toEnvironment(server), join(server.data, '..', 'report.json'), process.argv.slice(2))
		const browser = process.argv.length > 2 ? none : browserTests(server)
		return [tests, browser, logOf(server), await integrityOf(server)].reduce(add)
	} finally {
		await server.stop()
	}
}

/**
 * The browser tests, on one server for all: one after the other, since the charter in force is everybody's. One that
 * fails is tried once more, and said to be: Nextcloud on SQLite now and then refuses a request ("database is locked").
 */
function browserTests(server: RunningNextcloud): Counts {
	return playwright(findOrInstallChromium(), {
		...toEnvironment(server),
		...server.minimalOc === null ? {} : { ENSEMBLE_MINIMAL_OC: '1' },
	}, ['--workers=1', '--retries=1'])
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
