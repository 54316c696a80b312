// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Runs one kind of check and counts what passed. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../apps.ts'

/** How many checks went which way. */
export interface Count {
	passed: number
	failed: number
	skipped: number
}

/**
 * A command that says yes or no.
 *
 * @param command program
 * @param args its arguments
 */
export function check(command: string, args: string[]): Count {
	return run(command, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * Vitest; counts single tests.
 *
 * @param args arguments of vitest
 * @param env more environment variables
 */
export function vitest(args: string[], env: NodeJS.ProcessEnv = {}): Count {
	const file = report('vitest')
	const ok = run('npx', ['vitest', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env)
	return counted(ok, () => {
		const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, numTotalTests } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
		// A file that cannot even be loaded has no tests to fail.
		const broken = (numFailedTests === 0 && numFailedTestSuites! > 0) || numTotalTests === 0 ? 1 : 0
		return { passed: numPassedTests!, failed: numFailedTests! + broken, skipped: numPendingTests! }
	})
}

/**
 * Playwright; counts single tests.
 *
 * @param chromium path of the browser
 * @param env more environment variables
 * @param args more arguments of playwright
 */
export function playwright(chromium: string, env: NodeJS.ProcessEnv = {}, args: string[] = []): Count {
	const file = report('browser')
	const ok = run('npx', ['playwright', 'test', ...args], { CHROMIUM: chromium, ...env })
	return counted(ok, () => {
		const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: Record<'expected' | 'flaky' | 'skipped' | 'unexpected', number> }
		if (stats.flaky > 0) {
			console.log(`${stats.flaky} of the tests passed only when tried again.`)
		}
		return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
	})
}

function report(name: string): string {
	const file = join(root, 'test-results', `${name}.json`)
	mkdirSync(dirname(file), { recursive: true })
	rmSync(file, { force: true })
	return file
}

/** A runner that ended badly counts as a failure, whatever its report says. */
function counted(ok: boolean, read: () => Count): Count {
	try {
		const count = read()
		return ok || count.failed > 0 ? count : { ...count, failed: 1 }
	} catch {
		return { passed: 0, failed: 1, skipped: 0 }
	}
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
	return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}
