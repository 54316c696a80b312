// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Accounts and groups by Nextcloud's own provisioning API, which wants the password once in a while. */

import type { Group } from '../logic/invite/groups.ts'

import { OcsError } from '@ensemble/shared/ocs/error'
import { callNextcloud } from '@ensemble/shared/ocs/nextcloud'
import { t } from '../l10n.ts'

/** An account to be made. */
export interface NewAccount {
	account: string
	name: string
	mail: string
	/** Ids. */
	groups: string[]
	/** `none`, `5 GB`; empty for the default. */
	quota: string
	/** As Nextcloud names it; empty for the default. */
	language: string
}

/** An account as Nextcloud knows it. */
export interface KnownAccount {
	name: string
	/** Empty where there is none. */
	mail: string
	groups: string[]
	/** Whether somebody has logged in with it. */
	used: boolean
}

/** All groups of the space. Throws an OcsError. */
export async function fetchGroups(): Promise<Group[]> {
	const data = await callNextcloud({ method: 'get', path: 'cloud/groups/details', t }) as { groups?: unknown } | null
	return Array.isArray(data?.groups) ? data.groups.flatMap(toGroup) : []
}

function toGroup(group: unknown): Group[] {
	const { id, displayname } = (group ?? {}) as { id?: unknown, displayname?: unknown }
	return typeof id === 'string' ? [{ id, name: typeof displayname === 'string' && displayname !== '' ? displayname : id }] : []
}

/**
 * Makes a group. Throws an OcsError, with the code PASSWORD_NEEDED before the password was confirmed.
 *
 * @param id what it is called
 */
export async function createGroup(id: string): Promise<void> {
	await callNextcloud({ method: 'post', path: 'cloud/groups', data: { groupid: id, displayname: id }, t })
}

/**
 * An account. Throws an OcsError.
 *
 * @param account login name
 * @return null where there is none
 */
export async function fetchAccount(account: string): Promise<KnownAccount | null> {
	try {
		const data = await callNextcloud({ method: 'get', path: 'cloud/users/{account}', params: { account }, t }) as Record<string, unknown>
		const groups = Array.isArray(data.groups) ? data.groups.filter((group) => typeof group === 'string') : []
		return {
			name: String(data.displayname ?? data['display-name'] ?? ''),
			mail: typeof data.email === 'string' ? data.email.toLowerCase() : '',
			groups,
			used: [data.firstLoginTimestamp, data.lastLoginTimestamp, data.lastLogin].some((at) => Number(at) > 0),
		}
	} catch (error) {
		if (error instanceof OcsError && error.status === 404) {
			return null
		}
		throw error
	}
}

/**
 * Makes an account without a password: Nextcloud sends its invitation, in which the person chooses one. Throws an
 * OcsError, with the code PASSWORD_NEEDED before the password was confirmed; where Nextcloud refuses the quota or the
 * language, the account is there all the same.
 *
 * @param wanted the account
 */
export async function createAccount({ account, name, mail, groups, quota, language }: NewAccount): Promise<void> {
	await callNextcloud({ method: 'post', path: 'cloud/users', data: { userid: account, password: '', displayName: name, email: mail, groups, quota, language }, t })
}

/**
 * Changes one thing about an account. Throws as createAccount does.
 *
 * @param account login name
 * @param key what
 * @param value how Nextcloud takes it
 */
export async function changeAccount(account: string, key: 'displayname' | 'email' | 'language' | 'quota', value: string): Promise<void> {
	await callNextcloud({ method: 'put', path: 'cloud/users/{account}', params: { account }, data: { key, value }, t })
}

/**
 * Puts an account into a group. Throws as createAccount does.
 *
 * @param account login name
 * @param group id
 */
export async function joinGroup(account: string, group: string): Promise<void> {
	await callNextcloud({ method: 'post', path: 'cloud/users/{account}/groups', params: { account }, data: { groupid: group }, t })
}

/**
 * Sends Nextcloud's invitation once more. Throws as createAccount does.
 *
 * @param account login name
 */
export async function sendInvitation(account: string): Promise<void> {
	await callNextcloud({ method: 'post', path: 'cloud/users/{account}/welcome', params: { account }, t })
}

/** Which quotas the host lets admins give. */
export interface QuotaRules {
	/** Whether there may be none. */
	unlimited: boolean
	/** Largest, in bytes; null = any. */
	most: number | null
}

/** Which quotas Nextcloud takes: where it refuses one, it has made the account before. Throws an OcsError. */
export async function fetchQuotaRules(): Promise<QuotaRules> {
	const value = async (key: string) => {
		const data = await callNextcloud({ method: 'get', path: 'apps/provisioning_api/api/v1/config/apps/files/{key}', params: { key }, t }) as { data?: unknown } | null
		return String(data?.data ?? '')
	}
	const [most, unlimited] = await Promise.all([value('max_quota'), value('allow_unlimited_quota')])
	return { unlimited: unlimited === '' || unlimited === '1', most: Number(most) > 0 ? Number(most) : null }
}
