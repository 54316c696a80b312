// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Nextcloud's share API, as far as somebody opens a file to others. Compare ShareAPIController of files_sharing. */

import type { Account } from '../embedding.ts'
import type { Fields } from '../http/body.ts'
import type { Route } from '../http/router.ts'
import type { World } from '../world.ts'
import type { Share } from './traces.ts'

import { randomBytes } from 'node:crypto'
import { tellApps } from '../apps.ts'
import { textField } from '../http/visit.ts'
import { findFile, folderExists } from './files.ts'
import { ocs, OcsFailure } from './ocs.ts'
import { shares } from './traces.ts'

const SHARES = '/ocs/v2.php/apps/files_sharing/api/v1/shares'
const USER = 0
const GROUP = 1
const LINK = 3

/**
 * The routes of shares.
 *
 * @param world the space
 */
export function shareRoutes(world: World): Route[] {
	const { space } = world
	return [
		{ method: 'GET', path: SHARES, handle: ocs('member', ({ account }) => ({ data: shares(space).filter((share) => share.account === account!.id).map(shown) })) },
		{ method: 'POST', path: SHARES, handle: ocs('member', async ({ visit, account }) => ({ data: shown(make(world, account!, await visit.fields())) })) },
		{
			method: 'DELETE',
			path: `${SHARES}/{id}`,
			handle: ocs('member', ({ params, account }) => {
				const rows = shares(space)
				const at = rows.findIndex((share) => String(share.id) === params.id && share.account === account!.id)
				if (at === -1) {
					throw new OcsFailure(404, 'Wrong share ID, share does not exist')
				}
				rows.splice(at, 1)
				return { data: [] }
			}),
		},
	]
}

function make({ space, apps }: World, account: Account, fields: Fields): Share {
	const path = `files/${textField(fields, 'path').replace(/^\/+|\/+$/g, '')}`
	if (path === 'files/' || (findFile(space, account.id, path) === undefined && !folderExists(space, account.id, path))) {
		throw new OcsFailure(404, 'Wrong path, file/folder does not exist')
	}
	const type = Number(fields.shareType ?? -1)
	const recipient = textField(fields, 'shareWith')
	if (type === USER && space.account(recipient) === undefined) {
		throw new OcsFailure(404, 'Please specify a valid account to share with')
	}
	if (type === GROUP && !space.groups.some(({ id }) => id === recipient)) {
		throw new OcsFailure(404, 'Please specify a valid group')
	}
	if (![USER, GROUP, LINK].includes(type)) {
		throw new OcsFailure(400, 'Unknown share type')
	}
	const rows = shares(space)
	const share = { id: (rows.at(-1)?.id ?? 0) + 1, account: account.id, path, type, with: type === LINK ? '' : recipient, token: type === LINK ? randomBytes(11).toString('base64url') : '', at: space.now() }
	rows.push(share)
	tellApps(space, apps, account, 'share')
	return share
}

function shown({ id, account, path, type, with: recipient, token, at }: Share) {
	return { id: String(id), uid_owner: account, path: path.slice('files'.length), share_type: type, share_with: recipient || null, token: token || null, stime: at, permissions: 1 }
}
