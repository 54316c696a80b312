// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Runs a program to its end and gives back what it said. */

import { spawn } from 'node:child_process'

/** What a program said, and its exit code (-1 when it was ended by a signal). */
export interface Finished {
	stdout: string
	stderr: string
	code: number
}

export interface RunOptions {
	cwd?: string
	/** Added to the environment of this process. */
	env?: Record<string, string>
}

/**
 * Runs a program without a shell.
 *
 * @param command the program
 * @param args its arguments
 * @param options folder, environment
 * @throws when the program cannot be started at all; a failing program is no error here
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			stdio: ['ignore', 'pipe', 'pipe'],
		})
		const out: Buffer[] = []
		const err: Buffer[] = []
		child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
		child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
		child.on('error', reject)
		child.on('close', (code) => resolve({
			stdout: Buffer.concat(out).toString(),
			stderr: Buffer.concat(err).toString(),
			code: code ?? -1,
		}))
	})
}

/**
 * Runs a program that must succeed.
 *
 * @param command the program
 * @param args its arguments
 * @param options folder, environment
 * @return what it wrote to standard output
 * @throws with everything it said when it fails
 */
export async function must(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
	const { stdout, stderr, code } = await run(command, args, options)
	if (code !== 0) {
		throw new Error(`${command} ${args.join(' ')} failed (${code}):\n${stdout}${stderr}`)
	}
	return stdout
}
