// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Accounts as rules and as Nextcloud's provisioning API shows them. */

import type { Account } from '../embedding.ts'
import type { World } from '../world.ts'

import { storageOf } from './files.ts'
import { OcsFailure } from './ocs.ts'
import { parseQuota } from './quota.ts'
import { formatSize } from './sizes.ts'

/** Languages an account may have here: a choice of Nextcloud's. */
export const LANGUAGES = ['br', 'ca', 'de', 'de_DE', 'en', 'en_GB', 'es', 'eu', 'fr', 'it', 'nl', 'oc', 'pl', 'pt_BR', 'pt_PT', 'ru', 'uk']

/** An account with Nextcloud's defaults. */
export function newAccount(id: string, given: Partial<Account> = {}): Account {
	return { id, name: id, password: '', email: '', language: 'en', timezone: 'Europe/Paris', admin: false, guest: false, enabled: true, groups: [], quota: 'default', firstLogin: null, avatar: false, ...given }
}

/**
 * What is wrong with a new login name, in Nextcloud's words.
 *
 * @param id the login name
 * @return null if nothing is
 */
export function wrongId(id: string): string | null {
	if (/[^\w .@'-]/.test(id)) {
		return 'Only the following characters are allowed in an Login: "a-z", "A-Z", "0-9", spaces and "_.@-\'"'
	}
	if (id.trim() === '') {
		return 'A valid Login must be provided'
	}
	if (id !== id.trim()) {
		return 'Login contains whitespace at the beginning or at the end'
	}
	return id === '.' || id === '..' ? 'Login must not consist of dots only' : null
}

/** Puts an account into groups and keeps `admin` in step: an admin is who is in the group admin. */
export function setGroups(account: Account, groups: string[]): void {
	account.groups = groups
	account.admin = groups.includes('admin')
}

/**
 * A quota as Nextcloud stores it.
 *
 * @param value what was sent: `default`, `none`, bytes, or an amount
 * @throws OcsFailure 101
 */
export function quotaToStore(value: string): string {
	if (value === 'default' || value === 'none') {
		return value
	}
	if (/^\s*-\d/.test(value)) {
		return 'none'
	}
	const bytes = parseQuota(value)
	if (bytes === null) {
		throw new OcsFailure(101, `Invalid quota value: ${value}`)
	}
	return formatSize(bytes)
}

/** An account as `GET cloud/users/{id}` shows it. */
export function accountData({ space }: World, account: Account) {
	const { used, quota, free } = storageOf(space, account.id)
	return {
		enabled: account.enabled,
		id: account.id,
		firstLoginTimestamp: account.firstLogin ?? 0,
		lastLoginTimestamp: account.firstLogin ?? 0,
		lastLogin: (account.firstLogin ?? 0) * 1000,
		backend: account.guest ? 'Guests' : 'Database',
		quota: { free: free ?? -3, used, total: quota ?? -3, relative: quota ? Math.round(used / quota * 10_000) / 100 : 0, quota: quota ?? -3 },
		email: account.email || null,
		displayname: account.name,
		'display-name': account.name,
		groups: account.groups,
		language: account.language,
		timezone: account.timezone,
	}
}
