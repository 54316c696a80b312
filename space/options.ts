// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The options of the embedded space's command line. */

import { parseArgs } from 'node:util'

/** What was asked for. */
export interface Options {
	port: number
	host: string
	dataFile?: string
	help: boolean
}

/** Something on the command line that cannot be; the message is for the person at the terminal. */
export class UsageError extends Error {}

export const HELP = `The embedded space: a small stand-in for Nextcloud, to try the apps without installing anything.

  npm start -- [options]

  --port N     listen at this port (default: 8080, or the environment variable PORT)
  --host NAME  listen at this address (default: localhost, which only this computer can reach)
  --data FILE  keep everything in this file; without it all is forgotten at the end
  --help       this text
`

/**
 * Reads the command line.
 *
 * @param args after the program's name
 * @param environment for PORT
 * @throws UsageError
 */
export function readOptions(args: string[], environment: Record<string, string | undefined>): Options {
	const { port, host, data, help } = parse(args)
	const wanted = port ?? (environment.PORT || '8080')
	if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535) {
		throw new UsageError(`"${wanted}" is no port: a number from 0 to 65535 is.`)
	}
	if (data === '') {
		throw new UsageError('--data needs the name of a file.')
	}
	return { port: Number(wanted), host: host || 'localhost', dataFile: data, help: help ?? false }
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
		}).values
	} catch (error) {
		throw new UsageError((error as Error).message)
	}
}

/** Whether an address can only be reached from this computer. */
export function isLoopback(host: string): boolean {
	return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host)
}
