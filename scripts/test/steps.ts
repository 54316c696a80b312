// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Runs one kind of check and counts what passed. */

import { spawn, spawnSync } from 'node:child_process'
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
 * @param quietUntil its output waits for this, where something else speaks meanwhile
 */
export async function playwright(chromium: string, env: NodeJS.ProcessEnv = {}, args: string[] = [], quietUntil: Promise<unknown> = Promise.resolve()): Promise<Count> {
	const file = report('browser')
	const ok = await runBeside('npx', ['playwright', 'test', ...args], { CHROMIUM: chromium, ...env }, quietUntil)
	return counted(ok, () => {
		const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: Record<'expected' | 'flaky' | 'skipped' | 'unexpected', number> }
		if (stats.flaky > 0) {
			console.log(`${stats.flaky} of the browser tests passed only when tried again.`)
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

/** As run(), while this process goes on; what the command says is held back until then. */
async function runBeside(command: string, args: string[], env: NodeJS.ProcessEnv, quietUntil: Promise<unknown>): Promise<boolean> {
	const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
	let held: Buffer[] | null = []
	const say = (chunk: Buffer) => {
		if (held === null) {
			process.stdout.write(chunk)
		} else {
			held.push(chunk)
		}
	}
	child.stdout.on('data', say)
	child.stderr.on('data', say)
	const ended = new Promise<boolean>((resolve) => {
		child.on('error', () => resolve(false))
		child.on('close', (code) => resolve(code === 0))
	})
	await quietUntil
	process.stdout.write(Buffer.concat(held))
	held = null
	return ended
}
