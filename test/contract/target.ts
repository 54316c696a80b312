// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The server that the contract suite speaks to: the embedded space in this process, or a real Nextcloud told by the environment. */

import { contract as charter } from '@ensemble/charter/contract'
import { startSpace } from '@ensemble/space/server'
import { spawnSync } from 'node:child_process'

/** An answer to a charter as it is stored, whatever the server calls its columns. */
export interface StoredAnswer {
	number: number
	person: string
	version: number
	language: string
	textHash: string
	choice: 'accepted' | 'declined'
	at: number
	hash: string
}

/** A server and the two things that no client can do by HTTP. */
export interface Target {
	/** Without a slash at the end. */
	baseUrl: string
	admin: { id: string, password: string }
	/** Runs the background jobs of our apps now. */
	runJobs(): Promise<void>
	/** The whole chain of answers, by number. */
	answers(): Promise<StoredAnswer[]>
	stop(): Promise<void>
}

/**
 * Starts or finds the server. ENSEMBLE_TARGET is `embedded` (default; ENSEMBLE_APPS_DIR takes other built apps than
 * build/apps) or `nextcloud`; then ENSEMBLE_BASE_URL,
 * ENSEMBLE_ADMIN (`name:password`), ENSEMBLE_RUN_JOBS (a shell command) and ENSEMBLE_ROWS (a shell command that prints
 * the rows of the table named as its last argument, as JSON) tell about it.
 *
 * @throws Error if the environment does not tell enough
 */
export async function findTarget(): Promise<Target> {
	const kind = process.env.ENSEMBLE_TARGET ?? 'embedded'
	switch (kind) {
		case 'embedded': return embedded()
		case 'nextcloud': return nextcloud()
		default: throw new Error(`ENSEMBLE_TARGET is "${kind}", not embedded or nextcloud`)
	}
}

async function embedded(): Promise<Target> {
	const running = await startSpace({ port: 0, seed: 'empty', buildDir: process.env.ENSEMBLE_APPS_DIR || undefined })
	return {
		baseUrl: running.url,
		admin: { id: 'admin', password: 'admin' },
		runJobs: async () => {
			const { status } = await fetch(`${running.url}/__space/jobs`, { method: 'POST' })
			if (status !== 200) {
				throw new Error(`The background jobs ended with ${status}`)
			}
		},
		answers: async () => running.space.rows<StoredAnswer>(charter.app, 'answers').toSorted((a, b) => a.number - b.number),
		stop: () => running.close(),
	}
}

function nextcloud(): Target {
	const [id = '', ...password] = environment('ENSEMBLE_ADMIN').split(':')
	return {
		baseUrl: environment('ENSEMBLE_BASE_URL').replace(/\/$/, ''),
		admin: { id, password: password.join(':') },
		runJobs: async () => {
			shell(environment('ENSEMBLE_RUN_JOBS'))
		},
		answers: async () => (JSON.parse(shell(`${environment('ENSEMBLE_ROWS')} ens_charter_answers`)) as Array<Record<string, number | string>>)
			.map((row): StoredAnswer => ({
				number: Number(row.number),
				person: String(row.person),
				version: Number(row.version_id),
				language: String(row.language),
				textHash: String(row.text_hash),
				choice: row.choice === 'accepted' ? 'accepted' : 'declined',
				at: Number(row.at),
				hash: String(row.hash),
			}))
			.sort((a, b) => a.number - b.number),
		stop: async () => {},
	}
}

function environment(name: string): string {
	const value = process.env[name]
	if (!value) {
		throw new Error(`${name} is not set; npm run test:nextcloud sets it`)
	}
	return value
}

function shell(command: string): string {
	const { status, stdout, stderr } = spawnSync(command, { shell: true, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
	if (status !== 0) {
		throw new Error(`${command} ended with ${status}: ${stdout}${stderr}`)
	}
	return stdout
}
