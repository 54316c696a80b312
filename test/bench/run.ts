// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * `npm run bench`: measures what our apps cost beside their peers, in one run on one machine, and prints ratios.
 * NEXTCLOUD_DIR is the unpacked server to copy (default /var/www/nextcloud), PEERS_DIR a folder with checkouts of the
 * peers (PEERS_DIR/quota_warning …), ENSEMBLE_APPS_DIR other built apps than build/apps. Ends with 1 where a goal is missed.
 */

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from '../nextcloud/process.ts'
import { findServer, startNextcloud } from '../nextcloud/server.ts'
import { benchStorage } from './storage.ts'

const apps = process.env.ENSEMBLE_APPS_DIR || fileURLToPath(new URL('../../build/apps', import.meta.url))

/** What a measurement needs and is not there; null when all is there. */
async function missing(): Promise<string | null> {
	if (findServer() === null) {
		return `there is no Nextcloud server at ${process.env.NEXTCLOUD_DIR || '/var/www/nextcloud'} (set NEXTCLOUD_DIR).`
	}
	if (!existsSync(apps)) {
		return `there are no built apps at ${apps} (npm run build).`
	}
	const php = await run('php', ['-v']).catch(() => null)
	return php?.code === 0 ? null : 'there is no PHP on this machine.'
}

const reason = await missing()
if (reason !== null) {
	console.log(`Skipped: ${reason}`)
} else {
	const server = await startNextcloud({ apps, enable: ['ensemble_quota'], say: (line) => console.log(line) })
	try {
		const reached = await benchStorage(server, process.env.PEERS_DIR || null)
		console.log(reached === null ? '1 measurement, nothing to compare it with' : reached ? 'The goal is reached.' : 'The goal is missed.')
		process.exitCode = reached === false ? 1 : 0
	} finally {
		await server.stop()
	}
}
