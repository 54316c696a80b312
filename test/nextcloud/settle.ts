// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Brings an account to the state in which none of our apps has anything to say, and to the opposite. */

import type { Connection } from './connection.ts'

import { createAccount, ocs, PASSWORD, upload } from './people.ts'

let last = 0

/**
 * A login name that no test had before.
 *
 * @param word what the name begins with
 */
export function newName(word: string): string {
	return `${word}-${Date.now().toString(36)}${last++}`
}

/** Endpoints of our apps, as the account calls them. */
function caller(server: Connection, id: string) {
	return (method: string, path: string, body?: object) => ocs(server, `${id}:${PASSWORD}`, method, `apps/${path}`, body)
}

/**
 * An account with nothing pending: it has seen the welcome, wants no lines about apps, has answered the charters there
 * are, and has room.
 *
 * @param server the server
 * @return its login name
 */
export async function settledMember(server: Connection): Promise<string> {
	const id = newName('settled')
	await createAccount(server, id)
	const call = caller(server, id)
	await call('POST', 'ensemble_onboarding/api/v1/welcome', { seen: true })
	await call('PUT', 'ensemble_onboarding/api/v1/hints', { wanted: false })
	const { data } = await call('GET', 'ensemble_charter/api/v1/charter')
	const { association, host } = data as Record<'association' | 'host', { version: { id: number, hashes: Record<string, string> }, language: string } | null>
	for (const { version, language } of [association, host].filter((met) => met !== null)) {
		const answered = await call('POST', 'ensemble_charter/api/v1/answers', { version: version.id, language, textHash: version.hashes[language], choice: 'accepted', after: 0 })
		if (answered.status !== 200) {
			throw new Error(`the charter could not be answered: ${JSON.stringify(answered)}`)
		}
	}
	return id
}

/**
 * An account that is to be welcomed, asked and warned: it logs in for the first time, there is a charter, and its storage is at 95 %.
 *
 * @param server the server
 * @return its login name
 */
export async function newcomer(server: Connection): Promise<string> {
	await publishCharter(server)
	const id = newName('newcomer')
	await createAccount(server, id, '10 MB')
	await upload(server, id, 'large.bin', 10_000_000)
	await server.runJobs()
	return id
}

/** Makes sure that there is a charter which asks everybody. */
async function publishCharter(server: Connection): Promise<void> {
	const path = 'apps/ensemble_charter/api/v1'
	const { data } = await ocs(server, server.admin, 'GET', `${path}/charter`)
	const { association } = data as { association: { version: { id: number, mode: string, audience: { who: string } } } | null }
	const version = association?.version
	if (version?.mode === 'ask' && version.audience.who === 'everyone') {
		return
	}
	const text = { title: 'Our charter', summary: ['We help each other.'], body: 'We help each other, and we decide together.' }
	const published = await ocs(server, server.admin, 'POST', `${path}/versions`, { defaultLanguage: 'en', texts: { en: text }, after: version?.id ?? 0 })
	if (published.status !== 201) {
		throw new Error(`no charter could be published: ${JSON.stringify(published)}`)
	}
}
