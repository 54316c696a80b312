// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the tests do with a space: make people, publish charters, send files, read pages. */

import type { HostPolicy, Met, Owner } from '@ensemble/charter/contract'
import type { Contract, SentBody } from '@ensemble/shared/contract/define'
import type { StoredAnswer, Target } from '../target.ts'
import type { Page } from './page.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { contract as onboarding } from '@ensemble/onboarding/contract'
import { contract as quota } from '@ensemble/quota/contract'
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { findTarget } from '../target.ts'
import { basic, Ocs, patiently } from './ocs.ts'
import { readPage } from './page.ts'
import { picture } from './picture.ts'
import { charterTexts } from './texts.ts'

/** Somebody with an account. */
export interface Person {
	id: string
	password: string
}

/** How a charter is published, beside its texts. */
export type How = Partial<Omit<SentBody<typeof charter, 'POST /api/v1/versions'>, 'after' | 'defaultLanguage' | 'texts'>>

/** The host's charter, as it stands in the fleet's policy; what is left out has its default. */
export type HostCharter = Partial<NonNullable<HostPolicy['charter']>> & Pick<NonNullable<HostPolicy['charter']>, 'defaultLanguage' | 'name' | 'texts'>

/** What our tests look at in a notification. */
const notification = z.object({
	notification_id: z.int(),
	app: z.string(),
	user: z.string(),
	datetime: z.iso.datetime({ offset: true }),
	object_type: z.string(),
	object_id: z.string(),
	subject: z.string(),
	message: z.string(),
	link: z.url(),
	actions: z.array(z.object({ label: z.string(), link: z.url(), type: z.string(), primary: z.boolean() })),
})
export type Notification = z.output<typeof notification>
const notificationList = z.array(notification)

/** The contracts of the pack. */
export const contracts: readonly Contract[] = [charter, onboarding, quota]

/** The page that tests open: every Nextcloud has it. */
const PAGE = '/index.php/apps/files/'

/** A space under test. */
export class Space extends Ocs {
	#target: Target | null = null

	/** Connects to the server that the environment tells of, and puts all settings back to what is built in. */
	async open(): Promise<void> {
		this.#target = await findTarget()
		for (const contract of contracts) {
			await this.configure(contract.app, 'fleet_policy', null)
			await this.configure(contract.app, 'settings', null)
		}
		await this.configure(charter.app, 'current_host', null)
	}

	async close(): Promise<void> {
		await this.#target?.stop()
	}

	private get target(): Target {
		if (this.#target === null) {
			throw new Error('The space is not open yet')
		}
		return this.#target
	}

	override get baseUrl(): string {
		return this.target.baseUrl
	}

	get admin(): Person {
		return this.target.admin
	}

	/** Makes an account; it has not logged in yet. */
	async person({ admin = false, language = 'en', quota = 'none', groups = [] }: { admin?: boolean, language?: string, quota?: string, groups?: string[] } = {}): Promise<Person> {
		const password = `${randomBytes(18).toString('base64url')}-1aA`
		// A new name with each attempt: one that failed half-way is taken.
		const { id } = await this.nextcloud(this.admin, 'POST', 'cloud/users', () => {
			const userid = `t-${randomBytes(6).toString('hex')}`
			return { userid, password, displayName: `Test ${userid}`, language, quota, groups: admin ? ['admin'] : [] }
		}) as { id: string }
		const person = { id, password }
		// Not with the account: one that was made half-way would be in the group as well.
		for (const group of groups) {
			await this.join(person, group)
		}
		return person
	}

	/** Makes a group. */
	async group(): Promise<string> {
		let id = ''
		await this.nextcloud(this.admin, 'POST', 'cloud/groups', () => {
			id = `g-${randomBytes(6).toString('hex')}`
			return { groupid: id }
		})
		return id
	}

	async join({ id }: Person, group: string): Promise<void> {
		await this.nextcloud(this.admin, 'POST', `cloud/users/${id}/groups`, () => ({ groupid: group }))
	}

	async leave({ id }: Person, group: string): Promise<void> {
		await this.nextcloud(this.admin, 'DELETE', `cloud/users/${id}/groups`, () => ({ groupid: group }))
	}

	async removeGroup(group: string): Promise<void> {
		await this.nextcloud(this.admin, 'DELETE', `cloud/groups/${group}`)
	}

	/** What the notifications API shows a person of one of our apps (the charter unless told), the newest first. */
	async notifications(as: Person, of: string = charter.app): Promise<Notification[]> {
		const all = notificationList.parse(await this.nextcloud(as, 'GET', 'apps/notifications/api/v2/notifications'))
		return all.filter(({ app }) => app === of)
	}

	/** Changes a field of an account. */
	async edit({ id }: Person, key: 'displayname' | 'email' | 'language' | 'quota' | 'timezone', value: string): Promise<void> {
		await this.nextcloud(this.admin, 'PUT', `cloud/users/${id}`, () => ({ key, value }))
	}

	async enable({ id }: Person, enabled: boolean): Promise<void> {
		await this.nextcloud(this.admin, 'PUT', `cloud/users/${id}/${enabled ? 'enable' : 'disable'}`)
	}

	async remove({ id }: Person): Promise<void> {
		await this.nextcloud(this.admin, 'DELETE', `cloud/users/${id}`)
	}

	/** Writes a value of an app's configuration, as the host does; null deletes it. */
	async configure(app: string, key: string, value: unknown): Promise<void> {
		const path = `apps/provisioning_api/api/v1/config/apps/${app}/${key}`
		await (value === null ? this.nextcloud(this.admin, 'DELETE', path) : this.nextcloud(this.admin, 'POST', path, () => ({ value: JSON.stringify(value) })))
	}

	runJobs(): Promise<void> {
		return this.target.runJobs()
	}

	chain(): Promise<StoredAnswer[]> {
		return this.target.answers()
	}

	/** The id of the newest version that the association has published, 0 for none. */
	async newest(): Promise<number> {
		return (await this.answer(charter, 'GET /api/v1/versions', { as: this.admin })).versions.find(({ owner }) => owner === 'association')?.id ?? 0
	}

	/** A charter in force as a person meets it. */
	async met(as: Person, owner: Owner = 'association'): Promise<Met> {
		const found = (await this.answer(charter, 'GET /api/v1/charter', { as }))[owner]
		assert.ok(found, `There is no charter of the ${owner} in force`)
		return found
	}

	/** Who has answered a charter in force. */
	async status(owner: Owner = 'association') {
		return this.answer(charter, 'GET /api/v1/status/{owner}', { as: this.admin, params: { owner } })
	}

	/**
	 * Writes the fleet's policy for the charter app, as the host does. The next call of an endpoint follows it.
	 *
	 * @param hostCharter the host's charter; null for none
	 * @param more of the policy: defaults, locked
	 */
	async fleetPolicy(hostCharter: HostCharter | null, more: object = {}): Promise<void> {
		await this.configure(charter.app, 'fleet_policy', { ...more, host: { charter: hostCharter } })
	}

	/**
	 * Publishes a charter in French and English.
	 *
	 * @param texts of the charter
	 * @param how kind, mode, deadline, audience and change note; what is left out has its default
	 */
	async publish(texts = charterTexts(), how: How = {}) {
		return this.answer(charter, 'POST /api/v1/versions', { as: this.admin, body: { defaultLanguage: 'fr', texts, after: await this.newest(), ...how } })
	}

	/** Takes the charters off all pages, so that nobody is asked. */
	async withoutCharter(): Promise<void> {
		await this.configure(charter.app, 'current', null)
		await this.configure(charter.app, 'current_host', null)
	}

	/** Opens a page. */
	async page(as: Person, path = PAGE): Promise<Page> {
		const response = await fetch(`${this.baseUrl}${path}`, { headers: { Authorization: basic(as), Accept: 'text/html' } })
		assert.equal(response.status, 200, path)
		return readPage(await response.text())
	}

	/** What an app has to say on a person's next page; null = nothing. */
	async pending(as: Person, app: string, path?: string): Promise<unknown> {
		return (await this.page(as, path)).pending(app)
	}

	/** The person has seen the welcome and the line about the page that tests open: the first steps have nothing more to tell today. */
	async settled(as: Person): Promise<void> {
		await this.answer(onboarding, 'POST /api/v1/welcome', { as, body: { seen: true } })
		await this.answer(onboarding, 'POST /api/v1/hints/{app}', { as, params: { app: 'files' }, body: { seen: true } })
	}

	/** Shares a file or folder of a person: with a group, or by a link where none is named. */
	async share(as: Person, path: string, group?: string): Promise<void> {
		await this.nextcloud(as, 'POST', 'apps/files_sharing/api/v1/shares', () => group === undefined ? { path, shareType: 3 } : { path, shareType: 1, shareWith: group })
	}

	/** Makes a password for an app, as connecting a computer or phone does; gives back who the app then is. */
	async connectApp(as: Person): Promise<Person> {
		const { apppassword } = await this.nextcloud(as, 'GET', 'core/getapppassword') as { apppassword: string }
		return { id: as.id, password: apppassword }
	}

	/** Subscribes to a calendar from elsewhere. */
	async subscribe(as: Person, uri: string): Promise<void> {
		await this.dav(as, 'MKCOL', `calendars/${as.id}/${uri}`, '<?xml version="1.0"?><d:mkcol xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/"><d:set><d:prop><d:resourcetype><d:collection/><cs:subscribed/></d:resourcetype><cs:source><d:href>https://example.org/holidays.ics</d:href></cs:source></d:prop></d:set></d:mkcol>', { 'Content-Type': 'application/xml' })
	}

	/** Invites somebody: an account without a password, which Nextcloud tells by mail. */
	async invite(address: string): Promise<string> {
		const { id } = await this.nextcloud(this.admin, 'POST', 'cloud/users', () => ({ userid: `t-${randomBytes(6).toString('hex')}`, email: address, displayName: 'Somebody Invited', language: 'fr', groups: [] })) as { id: string }
		return id
	}

	/** Puts the bar at the top into an order of the person's own. */
	async pin(as: Person, ids: string[]): Promise<void> {
		await this.nextcloud(as, 'POST', 'apps/provisioning_api/api/v1/config/users/core/apporder', () => ({ configValue: JSON.stringify(Object.fromEntries(ids.map((id, order) => [id, { order, app: id }]))) }))
	}

	/** Takes the profile picture away. */
	async removePicture(as: Person): Promise<void> {
		const { status } = await patiently(() => fetch(`${this.baseUrl}/index.php/avatar/`, { method: 'DELETE', headers: { Authorization: basic(as), 'OCS-APIRequest': 'true', Accept: 'application/json' } }))
		assert.equal(status, 200)
	}

	/** Sends a file of so many bytes. `mtime` in seconds: a file that replaces one is a new version if it is newer. */
	async upload(as: Person, name: string, size: number, mtime: number): Promise<void> {
		await this.dav(as, 'PUT', `files/${as.id}/${name}`, Buffer.alloc(size, 'e'), { 'X-OC-Mtime': String(mtime) })
	}

	/** Deletes a file: into the trash. */
	async deleteFile(as: Person, name: string): Promise<void> {
		await this.dav(as, 'DELETE', `files/${as.id}/${name}`)
	}

	/** What Nextcloud itself says that counts against the quota, in bytes. */
	async usedBytes(as: Person): Promise<number> {
		const text = await this.dav(as, 'PROPFIND', `files/${as.id}/`, '<?xml version="1.0"?><d:propfind xmlns:d="DAV:"><d:prop><d:quota-used-bytes/></d:prop></d:propfind>', { Depth: '0' })
		return Number(/<d:quota-used-bytes>(\d+)</.exec(text)?.[1])
	}

	/**
	 * A request of WebDAV, which must succeed.
	 *
	 * @param as who
	 * @param method of WebDAV
	 * @param path below /remote.php/dav, encoded
	 * @param body what to send
	 * @param headers more headers
	 */
	async dav(as: Person, method: string, path: string, body?: Buffer | string, headers: Record<string, string> = {}): Promise<string> {
		const sent = typeof body === 'string' ? body : body && new Uint8Array(body)
		const { status, text } = await patiently(() => fetch(`${this.baseUrl}/remote.php/dav/${path}`, { method, headers: { Authorization: basic(as), ...headers }, body: sent }))
		assert.ok(status < 300, `${method} ${path}: ${status} ${text.slice(0, 500)}`)
		return text
	}

	/** Sets a profile picture, as the personal settings do. */
	async uploadPicture(as: Person): Promise<void> {
		const form = new FormData()
		form.append('files[]', new Blob([new Uint8Array(picture(128))], { type: 'image/png' }), 'me.png')
		const { status, text } = await patiently(() => fetch(`${this.baseUrl}/index.php/avatar/`, { method: 'POST', headers: { Authorization: basic(as), 'OCS-APIRequest': 'true', Accept: 'application/json' }, body: form }))
		assert.deepEqual([status, JSON.parse(text)], [200, { status: 'success' }])
	}
}
