// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What an app's embedded.ts gives to the embedded space, and what it gets from it. */

import type { Answer, Body, Contract, ErrorCode, Host, Keys, Params, Settings } from '@ensemble/shared/contract/define'
import type { Message } from './messages.ts'

/** An account, as Nextcloud knows it. */
export interface Account {
	/** Login name. */
	id: string
	/** Display name. */
	name: string
	password: string
	email: string
	/** Nextcloud's language code. */
	language: string
	/** IANA name. */
	timezone: string
	admin: boolean
	/** An account of Nextcloud's guests app. */
	guest: boolean
	enabled: boolean
	groups: string[]
	/** As Nextcloud stores it: `default`, `none`, or an amount such as `5 GB`. */
	quota: string
	/** Seconds since 1970; null before the first login. */
	firstLogin: number | null
	/** Whether a profile picture was chosen. */
	avatar: boolean
}

/** A group. */
export interface Group {
	id: string
	name: string
}

/** A file of an account; folders are not kept. */
export interface StoredFile {
	/** Below the account's storage: `files/…`, `files_trashbin/files/…`, `files_versions/…`. */
	path: string
	/** Bytes. */
	size: number
	/** Seconds since 1970. */
	mtime: number
	/** Sent by a person (as opposed to the example files of a new account). */
	uploaded: boolean
}

/** The stand-in Nextcloud, as far as apps may use it. Everything read from it is live and may be changed in place. */
export interface Space {
	/** Name of the association (theming). */
	name: string
	/** Seconds since 1970. */
	now(): number
	/** All groups; an account knows which ones it is in. */
	readonly groups: readonly Group[]
	accounts(): Account[]
	account(id: string): Account | undefined
	files(account: string): StoredFile[]
	/** Nextcloud's file id of a file or folder, by its path below the account's storage. */
	fileId(account: string, path: string): number
	/** When anything of an account's files changed last, seconds since 1970; null for never. */
	changedAt(account: string): number | null
	/** What takes room in the pool and is no account's, bytes: team folders; previews and the like. */
	readonly shared: Readonly<{ team: number, other: number }>
	/** The quota of accounts that have `default`, as Nextcloud stores it. */
	readonly defaultQuota: string
	/** Bytes; null = unlimited. Resolves `default`. */
	quota(account: string): number | null
	appEnabled(app: string): boolean
	/** App config. Values are JSON; undefined = not set, setting undefined deletes. */
	appValue(app: string, key: string): unknown
	setAppValue(app: string, key: string, value: unknown): void
	/** An account's values, deleted with the account. */
	userValue(account: string, app: string, key: string): unknown
	setUserValue(account: string, app: string, key: string, value: unknown): void
	/** The rows of a table of an app; push and change in place. T is the app's own word for what it stores. */
	rows<T extends object>(app: string, table: string): T[]
}

/** One call of an endpoint by somebody logged in, already validated by the contract. */
export interface Call<C extends Contract, K extends Keys<C>> {
	space: Space
	account: Account
	params: Params<C, K>
	body: Body<C, K>
	/** The settings in force, all layers resolved. */
	settings: Settings<C>
	/** What the host decides alone, by the fleet's policy. */
	host: Host<C>
	/** Makes a declared error; throw it. `field` is the path of the field to blame. */
	fail(code: ErrorCode<C, K>, field?: string): Error
}

/** The keys that the embedded space serves itself, alike for every app. */
export type SettingsKey = 'GET /api/v1/settings' | 'PUT /api/v1/settings'

/** Translates a sentence of the app; `{name}` is replaced by vars.name. */
export type Text = (sentence: string, vars?: Record<string, number | string>) => string

/** Somebody without an account who reads an app's public page. */
export interface Stranger {
	/** The address's `lang`, whatever stood there; empty for none. */
	asked: string
	/** The Accept-Language header; empty for none. */
	accept: string
	/**
	 * The app's own words, in the first language that it has them in, in English at last.
	 *
	 * @param languages Nextcloud's names
	 */
	words(languages: string[]): { language: string, text: Text }
	/** Address of a built file of the app, as `js/….mjs`. */
	asset(file: string): string
}

/** A whole HTML page without anything of Nextcloud. */
export interface PublicPage {
	/** HTTP status. */
	status: 200 | 404
	html: string
}

/** What a notification says. */
export interface NotificationWords {
	subject: string
	/** May be empty. */
	message: string
	/** Path of the page that it opens. */
	link: string
	/** What can be done about it, the most usual first; each opens a page. */
	buttons: readonly { label: string, link: string }[]
}

/** What a mail says. */
export interface MailWords {
	subject: string
	heading: string
	/** Paragraphs. */
	body: string[]
	/** Its one button, which opens a page. */
	button: { label: string, link: string }
}

/** What Nextcloud tells apps as an event. */
export type Happening = 'mail' | 'picture' | 'share'

/** What the dashboard shows of an app: links, as Nextcloud's own widgets without a script of the app. */
export interface Widget {
	title: string
	items: Array<{ title: string, subtitle: string, link: string }>
	/** What its button says, and the page that it opens. */
	button: { label: string, link: string }
}

/** An app inside the embedded space. */
export interface EmbeddedApp<C extends Contract = Contract> {
	contract: C
	handlers: { [K in Exclude<Keys<C>, SettingsKey>]: (call: Call<C, K>) => Answer<C, K> | Promise<Answer<C, K>> }
	/** The initial state `pending` to put on the account's page at this path together with the injected entry; null = nothing to say. */
	pending(space: Space, account: Account, settings: Settings<C>, path?: string): object | null
	/** What the dashboard shows of the app; null = nothing. `address` is that of the space. */
	widget?(space: Space, account: Account, settings: Settings<C>, text: Text, address: string): Widget | null
	/** Called once, at an account's first login. */
	firstLogin?(space: Space, account: Account): void
	/** Called when somebody's mail address or picture was set, or they have shared something. */
	happened?(space: Space, account: Account, what: Happening): void
	/** Called before an account is deleted. */
	accountDeleted?(space: Space, account: Account): void
	/** What a notification says to the account it is for, in their language; null = nothing any more. */
	notification?(space: Space, message: Message, text: Text): NotificationWords | null
	/** What a mail says. */
	mail?(space: Space, message: Message, text: Text): MailWords | null
	/** The page at /apps/<id>/public, for anybody. */
	publicPage?(space: Space, stranger: Stranger, settings: Settings<C>): PublicPage
	/** Called at the start with a state that was kept in a file: an older version of the app may have written it. */
	upgrade?(space: Space): void
	/** Background jobs: name → what it does. */
	jobs?: Record<string, (space: Space, settings: Settings<C>, host: Host<C>) => void>
}

/**
 * Declares an app for the embedded space.
 *
 * @param app contract, handlers and the rest
 * @return the same object
 */
export function defineEmbedded<const C extends Contract>(app: EmbeddedApp<C>): EmbeddedApp<C> {
	return app
}
