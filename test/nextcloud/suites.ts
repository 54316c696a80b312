// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Starts vitest with this folder's configuration and counts what it says. */

import type { Counts } from './counts.ts'

import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { run } from './process.ts'

const CONFIG = 'test/nextcloud/vitest.config.ts'

/** What we read of vitest's JSON report. */
interface Report {
	numPassedTests: number
	numFailedTests: number
	numPendingTests: number
	numTodoTests: number
	success: boolean
}

/**
 * Runs the tests; their output goes to the terminal.
 *
 * @param repository the repository's folder
 * @param env tells the tests about the server
 * @param file where vitest puts its report
 * @param filters names of test files; none = all
 * @throws when vitest did not get as far as a report
 */
export async function runVitest(repository: string, env: Record<string, string>, file: string, filters: readonly string[]): Promise<Counts> {
	await new Promise<void>((resolve, reject) => {
		const child = spawn('npx', ['vitest', 'run', '--config', CONFIG, '--reporter', 'default', '--reporter', 'json', '--outputFile.json', file, ...filters], {
			cwd: repository,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'inherit', 'inherit'],
		})
		child.on('error', reject)
		child.on('close', () => resolve())
	})
	const report = JSON.parse(await readFile(file, 'utf8')) as Report
	// A file that cannot be loaded fails without a failed test.
	const failed = report.numFailedTests || (report.success ? 0 : 1)
	return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests }
}

/**
 * How many tests there are, without running one.
 *
 * @param repository the repository's folder
 */
export async function countTests(repository: string): Promise<number> {
	const { stdout } = await run('npx', ['vitest', 'list', '--config', CONFIG, '--json'], { cwd: repository, env: { ENSEMBLE_TARGET: 'nextcloud' } })
	const start = stdout.indexOf('[')
	return start < 0 ? 0 : (JSON.parse(stdout.slice(start)) as unknown[]).length
}
