// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Starts the command on the real terminal. The first Ctrl-C ends what was begun; the second ends at once (resume copes with that). */

import { setMaxListeners } from 'node:events'
import { EXIT } from './exitCodes.ts'
import { main } from './main.ts'

const stop = new AbortController()
// Every running job listens.
setMaxListeners(0, stop.signal)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		if (stop.signal.aborted) {
			process.exit(EXIT.interrupted)
		}
		process.stderr.write('\nEnding what was begun; once more ends at once.\n')
		stop.abort()
	})
}
const terminal = (stream: NodeJS.WriteStream) => ({ isTTY: stream.isTTY === true, write: (text: string) => void stream.write(text) })
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	// "ensemble status | head" is no failure.
	if (error.code !== 'EPIPE') {
		throw error
	}
})
process.exitCode = await main(process.argv.slice(2), { out: terminal(process.stdout), err: terminal(process.stderr), env: process.env, signal: stop.signal })
