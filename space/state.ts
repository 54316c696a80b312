// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The whole state of the embedded space: in memory, and as JSON for `--data FILE`. */

import type { Account, Group, Space, StoredFile } from './embedding.ts'
import type { Home, StoredHome } from './home.ts'

import { groupsOf, isKnownApp } from './bar.ts'
import { emptyHome, restoreHome, storeHome } from './home.ts'
import { forgetMessages } from './messages.ts'
import { parseQuota } from './nextcloud/quota.ts'
import { forgetTraces } from './nextcloud/traces.ts'

/** What a new space starts with. */
export interface SpaceOptions {
	/** Name of the association. */
	name: string
	/** Quota of accounts that have `default`, as Nextcloud writes it. */
	defaultQuota: string
	/** Seconds since 1970; tests may set it. */
	now?: () => number
}

/** The state as JSON. Maps are lists of pairs, so that no name chosen by a person can become a property. */
export interface StoredSpace {
	format: 1
	name: string
	defaultQuota: string
	groups: Group[]
	accounts: Account[]
	homes: Array<[string, StoredHome]>
	appValues: Array<[string, unknown]>
	rows: Array<[string, object[]]>
	disabledApps: string[]
	/** Data files of older versions have none of these. */
	shared?: { team: number, other: number }
	lastFileId?: number
}

/** The stand-in Nextcloud's state. Apps see it as `Space`; the server also uses what is below. */
export class EmbeddedSpace implements Space {
	name: string
	defaultQuota: string
	readonly groups: Group[] = [{ id: 'admin', name: 'admin' }]
	readonly disabledApps = new Set<string>()
	readonly shared = { team: 0, other: 0 }
	#lastFileId = 0
	readonly #accounts: Account[] = []
	readonly #homes = new Map<string, Home>()
	readonly #appValues = new Map<string, unknown>()
	readonly #rows = new Map<string, object[]>()
	readonly #now: () => number

	constructor({ name, defaultQuota, now }: SpaceOptions) {
		this.name = name
		this.defaultQuota = defaultQuota
		this.#now = now ?? (() => Math.floor(Date.now() / 1000))
	}

	now(): number {
		return this.#now()
	}

	accounts(): Account[] {
		return this.#accounts
	}

	account(id: string): Account | undefined {
		return this.#accounts.find((account) => account.id === id)
	}

	/** Adds an account with an empty home. */
	addAccount(account: Account): Account {
		this.#accounts.push(account)
		this.#homes.set(account.id, emptyHome())
		return account
	}

	/** Removes an account and all its values and files; what apps do at that comes before (apps.ts). */
	removeAccount(id: string): void {
		const at = this.#accounts.findIndex((account) => account.id === id)
		if (at >= 0) {
			this.#accounts.splice(at, 1)
			this.#homes.delete(id)
			forgetMessages(this, id)
			forgetTraces(this, id)
		}
	}

	/**
	 * What an account keeps.
	 *
	 * @throws Error if there is no such account
	 */
	home(account: string): Home {
		const home = this.#homes.get(account)
		if (home === undefined) {
			throw new Error(`There is no account "${account}"`)
		}
		return home
	}

	files(account: string): StoredFile[] {
		return this.home(account).files
	}

	fileId(account: string, path: string): number {
		const { ids } = this.home(account)
		const id = ids.get(path) ?? ++this.#lastFileId
		ids.set(path, id)
		return id
	}

	/** Whose file an id is, and its path below the storage. */
	fileOf(id: number): { account: string, path: string } | undefined {
		for (const [account, { ids }] of this.#homes) {
			for (const [path, known] of ids) {
				if (known === id) {
					return { account, path }
				}
			}
		}
		return undefined
	}

	changedAt(account: string): number | null {
		const { files, touched } = this.home(account)
		return files.reduce<number | null>((newest, { mtime }) => Math.max(newest ?? 0, mtime), touched)
	}

	quota(account: string): number | null {
		const quota = this.account(account)?.quota ?? 'default'
		return parseQuota(quota === 'default' ? this.defaultQuota : quota)
	}

	appEnabled(app: string): boolean {
		return isKnownApp(app) ? groupsOf(this, app) !== null : !this.disabledApps.has(app)
	}

	appValue(app: string, key: string): unknown {
		return this.#appValues.get(`${app}/${key}`)
	}

	setAppValue(app: string, key: string, value: unknown): void {
		set(this.#appValues, `${app}/${key}`, value)
	}

	userValue(account: string, app: string, key: string): unknown {
		return this.#homes.get(account)?.values.get(`${app}/${key}`)
	}

	setUserValue(account: string, app: string, key: string, value: unknown): void {
		set(this.home(account).values, `${app}/${key}`, value)
	}

	rows<T extends object>(app: string, table: string): T[] {
		const name = `${app}/${table}`
		const rows = this.#rows.get(name) ?? []
		this.#rows.set(name, rows)
		// Each app alone writes its tables, so its word for what is in them holds.
		return rows as T[]
	}

	/** The state as JSON. */
	store(): StoredSpace {
		return {
			format: 1,
			name: this.name,
			defaultQuota: this.defaultQuota,
			groups: this.groups,
			accounts: this.#accounts,
			homes: [...this.#homes].map(([id, home]) => [id, storeHome(home)]),
			appValues: [...this.#appValues],
			rows: [...this.#rows],
			disabledApps: [...this.disabledApps],
			shared: { ...this.shared },
			lastFileId: this.#lastFileId,
		}
	}

	/**
	 * The space of its JSON form.
	 *
	 * @param stored what store() gave
	 * @param now the clock, the system's unless told
	 */
	static restore(stored: StoredSpace, now?: () => number): EmbeddedSpace {
		const space = new EmbeddedSpace({ ...stored, now })
		space.groups.splice(0, Infinity, ...stored.groups)
		space.#accounts.push(...stored.accounts)
		stored.homes.forEach(([id, home]) => space.#homes.set(id, restoreHome(home)))
		stored.appValues.forEach(([key, value]) => space.#appValues.set(key, value))
		stored.rows.forEach(([name, rows]) => space.#rows.set(name, rows))
		stored.disabledApps.forEach((app) => space.disabledApps.add(app))
		Object.assign(space.shared, stored.shared)
		space.#lastFileId = stored.lastFileId ?? 0
		return space
	}
}

function set(values: Map<string, unknown>, key: string, value: unknown): void {
	if (value === undefined) {
		values.delete(key)
	} else {
		values.set(key, value)
	}
}
