// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Nextcloud's provisioning API: accounts. Compare UsersController of provisioning_api. */

import type { Account } from '../embedding.ts'
import type { Fields } from '../http/body.ts'
import type { Route } from '../http/router.ts'
import type { World } from '../world.ts'

import { randomBytes } from 'node:crypto'
import { deleteAccount, tellApps } from '../apps.ts'
import { textField } from '../http/visit.ts'
import { sendMail } from '../messages.ts'
import { accountData, LANGUAGES, newAccount, quotaToStore, setGroups, wrongId } from './accounts.ts'
import { needsPassword } from './confirmation.ts'
import { OCS, ocs, OcsFailure } from './ocs.ts'

const USERS = '/ocs/v2.php/cloud/users'

/** The account of a path; it must be there. */
function existing(world: World, id: string | undefined): Account {
	const account = world.space.account(id ?? '')
	if (account === undefined) {
		throw new OcsFailure(OCS.notFound)
	}
	return account
}

/**
 * The routes of accounts.
 *
 * @param world the space
 */
export function userRoutes(world: World): Route[] {
	const { space } = world
	return [
		{ method: 'GET', path: '/ocs/v2.php/cloud/user', handle: ocs('member', ({ account }) => ({ data: accountData(world, account!) })) },
		{ method: 'GET', path: USERS, handle: ocs('admin', () => ({ data: { users: space.accounts().map(({ id }) => id) } })) },
		{
			method: 'POST',
			path: USERS,
			handle: ocs('admin', async ({ visit }) => {
				needsPassword(world, visit)
				return { data: { id: create(world, await visit.fields()) } }
			}),
		},
		{
			method: 'GET',
			path: `${USERS}/{id}`,
			handle: ocs('member', ({ params, account }) => {
				const found = space.account(params.id ?? '')
				if (found === undefined) {
					throw new OcsFailure(404, 'User does not exist')
				}
				if (found !== account && !account?.admin) {
					throw new OcsFailure(OCS.notFound)
				}
				return { data: accountData(world, found) }
			}),
		},
		{
			method: 'PUT',
			path: `${USERS}/{id}`,
			handle: ocs('member', async ({ visit, params, account }) => {
				const target = existing(world, params.id)
				if (target !== account && !account?.admin) {
					throw new OcsFailure(OCS.notFound)
				}
				const fields = await visit.fields()
				// Nextcloud asks for every field; the stand-in's own personal settings have no dialog for it.
				if (textField(fields, 'key') === 'quota') {
					needsPassword(world, visit)
				}
				edit(target, textField(fields, 'key'), textField(fields, 'value'), account!.admin)
				if (textField(fields, 'key') === 'email' && target.email !== '') {
					tellApps(space, world.apps, target, 'mail')
				}
				return { data: [] }
			}),
		},
		{
			method: 'DELETE',
			path: `${USERS}/{id}`,
			handle: ocs('admin', ({ params, account }) => {
				const target = existing(world, params.id)
				if (target === account) {
					throw new OcsFailure(101)
				}
				deleteAccount(space, world.apps, target)
				return { data: [] }
			}),
		},
		...([['enable', true], ['disable', false]] as const).map(([word, enabled]): Route => ({
			method: 'PUT',
			path: `${USERS}/{id}/${word}`,
			handle: ocs('admin', ({ params, account }) => {
				const target = space.account(params.id ?? '')
				if (target === undefined || target === account) {
					throw new OcsFailure(101)
				}
				target.enabled = enabled
				return { data: [] }
			}),
		})),
	]
}

function create({ space, apps }: World, fields: Fields): string {
	const id = textField(fields, 'userid')
	if (space.account(id) !== undefined) {
		throw new OcsFailure(102, 'User already exists')
	}
	const groups = Array.isArray(fields.groups) ? fields.groups.map(String) : []
	const missing = groups.find((group) => !space.groups.some((known) => known.id === group))
	if (missing !== undefined) {
		throw new OcsFailure(104, `Group ${missing} does not exist`)
	}
	const email = textField(fields, 'email').trim().toLowerCase()
	const password = textField(fields, 'password')
	if (password === '' && email === '') {
		throw new OcsFailure(108, 'An email address is required, to send a password link to the user.')
	}
	const wrong = wrongId(id)
	if (wrong !== null) {
		throw new OcsFailure(101, wrong)
	}
	// From here on the account is there: what is refused now leaves it without the rest, as in Nextcloud.
	const account = space.addAccount(newAccount(id, { password: password || randomBytes(24).toString('base64url') }))
	setGroups(account, groups)
	for (const [field, key] of [['displayName', 'displayname'], ['quota', 'quota'], ['language', 'language']] as const) {
		const value = textField(fields, field)
		if (value !== '') {
			edit(account, key, value, true)
		}
	}
	if (email !== '') {
		account.email = email
		tellApps(space, apps, account, 'mail')
		sendMail(space, { app: 'settings', account: id, subject: 'invitation', object: { type: 'account', id } })
	}
	return id
}

/** Changes one field. `byAdmin`: quotas are for admins. */
function edit(account: Account, key: string, value: string, byAdmin: boolean): void {
	switch (key) {
		case 'display':
		case 'displayname':
			account.name = value.trim() || account.id
			return
		case 'email':
			if (value !== '' && !/^[^\s@]+@[^\s@]+$/.test(value)) {
				throw new OcsFailure(101)
			}
			account.email = value.trim().toLowerCase()
			return
		case 'language':
			if (!LANGUAGES.includes(value)) {
				throw new OcsFailure(101, 'Invalid language')
			}
			account.language = value
			return
		case 'timezone':
			if (!Intl.supportedValuesOf('timeZone').includes(value) && value !== 'UTC') {
				throw new OcsFailure(101, 'Invalid timezone')
			}
			account.timezone = value
			return
		case 'password':
			account.password = value
			return
		case 'quota':
			if (byAdmin) {
				account.quota = quotaToStore(value)
				return
			}
	}
	throw new OcsFailure(113)
}
