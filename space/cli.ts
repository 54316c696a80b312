// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `npm start`: serves the built apps in the embedded space until Ctrl-C. */

import type { Options } from './options.ts'
import type { RunningSpace } from './server.ts'

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './apps.ts'
import { DataFileError } from './datafile.ts'
import { people } from './demo/people.ts'
import { HELP, isLoopback, readOptions, UsageError } from './options.ts'
import { startSpace } from './server.ts'

/** How many ports to try after a busy one. */
const TRIES = 20

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2), process.env)
	if (options.help) {
		process.stdout.write(HELP)
		return
	}
	if (!existsSync(join(root, 'build/apps'))) {
		console.warn('The apps are not built yet: pages will come without them. "npm run build" builds them.')
	}
	if (!isLoopback(options.host)) {
		console.warn(`Mind: at ${options.host} others can reach this program too. There are no real passwords in it: whoever opens it can be anybody.`)
	}
	const running = await startAtFreePort(options)
	greet(running, options)
	const end = () => {
		// A second Ctrl-C ends at once.
		process.off('SIGINT', end).off('SIGTERM', end)
		running.close().then(() => {
			console.log(options.dataFile === undefined ? '\nGood bye.' : `\nKept in ${options.dataFile}. Good bye.`)
		}, fail)
	}
	process.on('SIGINT', end).on('SIGTERM', end)
}

/** Starts at the wanted port, or at the next one that is free. */
async function startAtFreePort({ port, host, dataFile }: Options): Promise<RunningSpace> {
	for (let n = 0; ; n++) {
		try {
			return await startSpace({ port: port + n, host, dataFile })
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || n === TRIES || port + n >= 65_535) {
				throw error
			}
			console.warn(`Port ${port + n} is busy (another program uses it); trying ${port + n + 1}.`)
		}
	}
}

function greet({ url, space }: RunningSpace, { dataFile }: Options): void {
	console.log(`\n  ${space.name}\n  ${url}\n`)
	const known = people.filter(({ id }) => space.account(id) !== undefined)
	if (known.length > 0) {
		console.log('  Persons to try (menu "Switch person", or log in with the name and the password "demo"):\n')
		const width = Math.max(...known.map(({ id }) => id.length))
		known.forEach(({ id, sees }) => console.log(`    ${id.padEnd(width)}  ${sees.en}`))
	}
	console.log(`\n  ${dataFile === undefined ? 'All is forgotten at the end; --data FILE keeps it.' : `Kept in ${dataFile}.`} Ctrl-C ends.\n`)
	openBrowser(url)
}

/** Opens the page where a person sits at a desktop; elsewhere, or if it fails, nothing happens. */
function openBrowser(url: string): void {
	const { CI, DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION } = process.env
	if (!process.stdout.isTTY || CI || SSH_CONNECTION || (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)) {
		return
	}
	const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? ['xdg-open']
	spawn(command!, [...args, url], { stdio: 'ignore', detached: true }).on('error', () => {}).unref()
}

function fail(error: unknown): void {
	process.exitCode = 1
	if (error instanceof UsageError) {
		console.error(`${error.message}\n\n${HELP}`)
	} else if (error instanceof DataFileError) {
		console.error(error.message)
	} else {
		const { code, message } = error as NodeJS.ErrnoException
		const reasons: Record<string, string> = {
			EACCES: 'This port or file may not be used by you. Choose another one with --port or --data.',
			EADDRINUSE: 'No free port was found. Choose another one with --port.',
			EADDRNOTAVAIL: 'This computer has no such address. Choose another one with --host.',
			ENOENT: 'The folder of the data file is not there. Choose another one with --data.',
			ENOTFOUND: 'This address is not known. Choose another one with --host.',
		}
		console.error(reasons[code ?? ''] ?? message)
	}
}

main().catch(fail)
