// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the server has to say: to the terminal unless a test listens. */

/** Takes what went wrong. */
export interface Log {
	/** An error that is ours; the request was answered with 500. */
	error(message: string, error: unknown): void
}

/** Writes to standard error. */
export const terminalLog: Log = {
	error(message, error) {
		console.error(`${message}:`, error)
	},
}
