// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A running Nextcloud as tests use it; built from plain values, so that another process can have it too. */

import type { LogEntry } from './log.ts'
import type { Finished } from './process.ts'

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ourProblems } from './log.ts'
import { run } from './process.ts'

/** The apps of the pack. */
export const APPS = ['ensemble_charter', 'ensemble_onboarding', 'ensemble_quota'] as const

/** What it takes to speak to a test server. */
export interface Place {
	/** http://127.0.0.1:<port>, without a slash at the end. */
	baseUrl: string
	/** `name:password` of the first administrator. */
	admin: string
	/** The server's folder; its copy of our apps is in apps-ensemble/. */
	root: string
	/** Its data folder. */
	data: string
	/** build/apps, where our apps were copied from. */
	apps: string
}

export interface Connection extends Place {
	/** Runs Nextcloud's command line. */
	occ(args: readonly string[]): Promise<Finished>
	/** Runs our background jobs now, due or not. Throws when one fails. */
	runJobs(): Promise<void>
	/** What our apps left in Nextcloud's log: warnings and worse. */
	logProblems(): LogEntry[]
	/** The shell command that does what runJobs() does. */
	runJobsCommand: string
	/** A shell command that prints the rows of a table of ours as JSON; the table's name (without prefix) comes behind it. */
	rowsCommand: string
}

const php = (script: string, root: string) => `php -d memory_limit=512M '${fileURLToPath(new URL(script, import.meta.url))}' '${root}'`

/** Names of the environment variables a Place travels in. ENSEMBLE_RUN_JOBS and ENSEMBLE_ROWS are the shell commands. */
const VARIABLES = { baseUrl: 'ENSEMBLE_BASE_URL', admin: 'ENSEMBLE_ADMIN', root: 'ENSEMBLE_ROOT', data: 'ENSEMBLE_DATA', apps: 'ENSEMBLE_APPS' } as const

/**
 * Speaks to a running test server.
 *
 * @param place where it is
 */
export function connect(place: Place): Connection {
	const runJobsCommand = php('./jobs.php', place.root)
	return {
		...place,
		occ: (args) => run('php', ['-d', 'memory_limit=512M', join(place.root, 'occ'), '--no-interaction', ...args]),
		runJobs: async () => {
			const { code, stdout, stderr } = await run('sh', ['-c', runJobsCommand])
			if (code !== 0) {
				throw new Error(`background jobs failed (${code}):\n${stdout}${stderr}`)
			}
		},
		logProblems: () => ourProblems(join(place.data, 'nextcloud.log')),
		runJobsCommand,
		rowsCommand: php('./rows.php', place.root),
	}
}

/**
 * The environment that tells a child process about a server.
 *
 * @param server the server
 */
export function toEnvironment(server: Connection): Record<string, string> {
	return {
		...Object.fromEntries(Object.entries(VARIABLES).map(([key, name]) => [name, server[key as keyof Place]])),
		ENSEMBLE_TARGET: 'nextcloud',
		ENSEMBLE_RUN_JOBS: server.runJobsCommand,
		ENSEMBLE_ROWS: server.rowsCommand,
	}
}

/**
 * The server that the environment tells of.
 *
 * @throws when a variable is missing: the tests here are only started by run.ts
 */
export function fromEnvironment(): Connection {
	const entries = Object.entries(VARIABLES).map(([key, name]) => {
		const value = process.env[name]
		if (!value) {
			throw new Error(`${name} is not set; start these tests with npm run test:nextcloud`)
		}
		return [key, value]
	})
	return connect(Object.fromEntries(entries) as Place)
}
