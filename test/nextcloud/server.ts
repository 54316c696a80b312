// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Installs a real Nextcloud with our apps into a temporary folder and serves it. */

import type { ChildProcess } from 'node:child_process'
import type { Connection } from './connection.ts'

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testConfig, writeConfig, writeObjectStore } from './configuration.ts'
import { APPS, connect } from './connection.ts'
import { copyApps, copyServer } from './copy.ts'
import { chooseDatabase } from './database.ts'
import { minimalOc } from './minimalOc.ts'
import { must } from './process.ts'
import { endGroup, freePort, serve } from './serve.ts'

/** Taken when NEXTCLOUD_DIR is not set. */
const USUAL_PLACE = '/var/www/nextcloud'
const ADMIN = 'admin'
const PASSWORD = 'ensemble-admin-1'

/** Apps of the server that open dialogs, call the internet or only cost time here. */
const NOT_NEEDED = ['app_api', 'firstrunwizard', 'nextcloud_announcements', 'office', 'recommendations', 'related_resources', 'support', 'survey_client', 'suspicious_login', 'updatenotification', 'weather_status']

export interface StartOptions {
	/** An unpacked Nextcloud server; default NEXTCLOUD_DIR or /var/www/nextcloud. */
	server?: string
	/** Our built apps; default build/apps of this repository. */
	apps?: string
	/** Which of our apps to enable; default all. */
	enable?: readonly string[]
	/** Says what is going on, a line at a time. */
	say?: (line: string) => void
}

export interface RunningNextcloud extends Connection {
	/** A script for pages that lack Nextcloud's own browser code; null when the server has it. */
	minimalOc: string | null
	/** Ends the server and removes everything of it. */
	stop(): Promise<void>
}

/**
 * Where the server is that can be copied.
 *
 * @return its folder, or null when there is none
 */
export function findServer(): string | null {
	const folder = process.env.NEXTCLOUD_DIR || USUAL_PLACE
	return existsSync(join(folder, 'occ')) && existsSync(join(folder, 'version.php')) ? resolve(folder) : null
}

/**
 * Copies, installs, configures and serves a Nextcloud. Ends with this process at the latest.
 *
 * @param options what differs from the usual
 * @throws when there is no server, no built app, or the installation fails
 */
export async function startNextcloud(options: StartOptions = {}): Promise<RunningNextcloud> {
	const source = options.server ?? findServer()
	const apps = options.apps ?? fileURLToPath(new URL('../../build/apps', import.meta.url))
	if (source === null) {
		throw new Error('There is no Nextcloud server; set NEXTCLOUD_DIR.')
	}
	const say = options.say ?? (() => undefined)
	const home = await mkdtemp(join(tmpdir(), 'ensemble-nextcloud-'))
	const database = chooseDatabase(process.env)
	let server: ChildProcess | undefined
	const end = () => {
		if (server) {
			endGroup(server)
		}
		removeLater(home)
		database.drop().catch(() => undefined)
	}
	const interrupted = () => process.exit(130)
	process.on('exit', end)
	process.on('SIGINT', interrupted)
	process.on('SIGTERM', interrupted)
	const stop = async () => {
		process.off('exit', end)
		process.off('SIGINT', interrupted)
		process.off('SIGTERM', interrupted)
		if (server) {
			endGroup(server)
		}
		await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
		await database.drop()
	}

	try {
		const root = join(home, 'server')
		const data = join(home, 'data')
		const baseUrl = `http://127.0.0.1:${await freePort()}`
		say(`Copying ${source} …`)
		await copyServer(source, root)
		await copyApps(apps, join(root, 'apps-ensemble'))
		await makeSkeleton(join(home, 'skeleton'))
		await writeConfig(root, 'ensemble', testConfig(root, data, baseUrl))
		if (process.env.NEXTCLOUD_STORAGE === 'object') {
			await writeObjectStore(root, join(home, 'objects'))
		}
		const connection = connect({ baseUrl, admin: `${ADMIN}:${PASSWORD}`, root, data, apps })
		const occ = (...args: string[]) => must('php', ['-d', 'memory_limit=512M', join(root, 'occ'), '--no-interaction', ...args])
		await database.create()
		say('Installing …')
		await occ('maintenance:install', ...database.installArguments, '--data-dir', data, '--admin-user', ADMIN, '--admin-pass', PASSWORD)
		await occ('app:disable', ...NOT_NEEDED.filter((app) => existsSync(join(root, 'apps', app))))
		await occ('background:cron')
		const enable = options.enable ?? APPS
		if (enable.length > 0) {
			await occ('app:enable', ...enable)
		}
		server = await serve(root, baseUrl, join(home, 'php.log'))
		say(`Nextcloud answers at ${baseUrl}`)
		const complete = existsSync(join(root, 'dist', 'core-common.js'))
		if (!complete) {
			say('This server lacks dist/core-common.js: browser tests give its pages a minimal window.OC.')
		}
		return { ...connection, minimalOc: complete ? null : minimalOc, stop }
	} catch (error) {
		await stop()
		throw error
	}
}

/** The example files of a new account: small, so that a test of a small quota has room. */
async function makeSkeleton(folder: string): Promise<void> {
	await mkdir(join(folder, 'Documents'), { recursive: true })
	await writeFile(join(folder, 'Readme.md'), '# Welcome\n\nThis is an example file.\n')
	await writeFile(join(folder, 'Documents', 'Example.md'), 'An example.\n')
}

/**
 * Removes a folder without waiting for it: who presses Ctrl-C may end us before 500 MB are gone, and a run of occ that
 * was under way may still write a file.
 */
function removeLater(folder: string): void {
	spawn('sh', ['-c', 'for try in 1 2 3 4 5; do rm -rf "$1" && break; sleep 1; done', 'sh', folder], { detached: true, stdio: 'ignore' }).unref()
}
