// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the tests of the storage notices do: fill accounts, run the check by any clock, look at what was told. */

import type { Answer, Keys } from '@ensemble/shared/contract/define'
import type { QuotaContract } from '../../apps/quota/contract.ts'
import type { Connection, Place } from './connection.ts'
import type { OcsAnswer } from './people.ts'
import type { Finished } from './process.ts'

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contract } from '../../apps/quota/contract.ts'
import { createAccount, dav, ocs, PASSWORD, upload } from './people.ts'
import { run } from './process.ts'
import { newName } from './settle.ts'

const MB = 1024 ** 2
/** Quota of test accounts. */
export const QUOTA = 10 * MB
/** The two example files that the harness gives a new account. */
export const EXAMPLES = 48

/** What the check counts. */
export interface Counts {
	accounts: number
	warned: number
	changed: number
	notifications: number
	mails: number
}

/** How to run the check. */
export interface RunOptions {
	/** Seconds since 1970; left out = now. */
	now?: number
	/** Where the process kills itself. */
	die?: 'mail' | 'notification'
	/** Forgets what was told about these things: tests before this one had other clocks. */
	forget?: ('accounts' | 'digest' | 'space')[]
	/** An empty folder where several processes wait for each other before they check. */
	meet?: string
	/** How many they are. */
	count?: number
}

/**
 * Runs the check and the mails it decides on.
 *
 * @param place the server
 * @param options by which clock, and how far
 * @return whatever the process said
 */
export function tryCheck(place: Place, options: RunOptions = {}): Promise<Finished> {
	const script = fileURLToPath(new URL('./storageRun.php', import.meta.url))
	return run('php', ['-d', 'memory_limit=512M', script, place.root, JSON.stringify(options)])
}

/**
 * Runs the check, which must succeed.
 *
 * @param place the server
 * @param now seconds since 1970; left out = now
 */
export async function check(place: Place, now?: number): Promise<Counts> {
	return counted(await tryCheck(place, { now }))
}

function counted({ code, stdout, stderr }: Finished): Counts {
	if (code !== 0) {
		throw new Error(`the check failed (${code}):\n${stdout}${stderr}`)
	}
	return JSON.parse(stdout) as Counts
}

/**
 * Runs several checks that begin at the same moment.
 *
 * @param place the server
 * @param count how many
 * @param now seconds since 1970
 */
export async function checksAtOnce(place: Place, count: number, now: number): Promise<Counts[]> {
	const meet = await mkdtemp(join(tmpdir(), 'ensemble-meet-'))
	try {
		return await Promise.all(Array.from({ length: count }, async () => counted(await tryCheck(place, { now, meet, count }))))
	} finally {
		await rm(meet, { recursive: true })
	}
}

/** A member to try notices on. */
export interface Subject {
	id: string
	/** Their mail address; empty for none. */
	mail: string
}

/** How to make a member. */
export interface SubjectOptions {
	quota?: string
	language?: string
	/** Without a mail address. */
	unreachable?: boolean
}

/**
 * Makes a member with a quota of 10 MB who has logged in.
 *
 * @param place the server
 * @param word what the name begins with
 * @param options what differs from the usual
 */
export async function subject(place: Place, word: string, { quota = '10 MB', language, unreachable = false }: SubjectOptions = {}): Promise<Subject> {
	const id = newName(word)
	await createAccount(place, id, quota)
	const edit = (key: string, value: string) => ocs(place, place.admin, 'PUT', `cloud/users/${id}`, { key, value })
	const mail = unreachable ? '' : `${id}@example.org`
	if (mail !== '') {
		await edit('email', mail)
	}
	if (language !== undefined) {
		await edit('language', language)
	}
	await dav(place, id, 'PROPFIND', '', undefined, { depth: '0' })
	return { id, mail }
}

/**
 * Makes an account keep so much.
 *
 * @param place the server
 * @param id the account
 * @param percent of 10 MB
 */
export async function fill(place: Place, id: string, percent: number): Promise<void> {
	await dav(place, id, 'DELETE', 'fill.bin').catch((error: Error) => {
		if (!error.message.includes('404')) {
			throw error
		}
	})
	await upload(place, id, 'fill.bin', Math.ceil(QUOTA * percent / 100) - EXAMPLES)
}

/** A notification as its reader gets it. */
export interface Bell {
	subject: string
	message: string
	link: string
	object_type: string
	actions: Array<{ label: string, link: string, type: string }>
}

/**
 * What the storage app has told somebody by notification.
 *
 * @param place the server
 * @param as `name:password`
 */
export async function bells(place: Place, as: string): Promise<Bell[]> {
	const { data } = await ocs(place, as, 'GET', 'apps/notifications/api/v2/notifications')
	return (data as Array<Bell & { app: string }>).filter(({ app }) => app === contract.app)
}

/** The same of a test account. */
export const bellsOf = (place: Place, { id }: Subject): Promise<Bell[]> => bells(place, `${id}:${PASSWORD}`)

/**
 * What somebody's pages are to tell.
 *
 * @param server the server
 * @param id the account
 * @return null for nothing
 */
export async function notice(server: Connection, id: string): Promise<{ mine: unknown, space: unknown } | null> {
	const { stdout, code } = await server.occ(['user:setting', id, contract.app, 'notice'])
	return code === 0 ? JSON.parse(stdout) as { mine: unknown, space: unknown } : null
}

/**
 * Calls an endpoint of the storage app, whatever it answers.
 *
 * @param place the server
 * @param key name of the endpoint, parameters filled in
 * @param as `name:password`
 * @param body what to send
 */
export function tryQuota(place: Place, key: string, as = place.admin, body?: object): Promise<OcsAnswer> {
	const [method = '', path = ''] = key.split(' ')
	return ocs(place, as, method, `apps/${contract.app}${path}`, body)
}

/**
 * Calls an endpoint without parameters that must succeed.
 *
 * @param place the server
 * @param key name of the endpoint
 * @param as `name:password`
 * @param body what to send
 */
export async function quota<K extends Keys<QuotaContract>>(place: Place, key: K, as = place.admin, body?: object): Promise<Answer<QuotaContract, K>> {
	const { status, data } = await tryQuota(place, key, as, body)
	const endpoint = contract.endpoints[key]
	if (status !== ('status' in endpoint ? endpoint.status : 200)) {
		throw new Error(`${key}: ${status} ${JSON.stringify(data)}`)
	}
	return endpoint.response.parse(data) as Answer<QuotaContract, K>
}

/**
 * Changes settings for as long as something runs, and sets them back to their defaults.
 *
 * @param place the server
 * @param values the settings
 * @param work what runs
 */
export async function withSettings<T>(place: Place, values: object, work: () => Promise<T>): Promise<T> {
	await quota(place, 'PUT /api/v1/settings', place.admin, values)
	try {
		return await work()
	} finally {
		await quota(place, 'PUT /api/v1/settings', place.admin, Object.fromEntries(Object.keys(values).map((key) => [key, null])))
	}
}
