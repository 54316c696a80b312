// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** WebDAV of what Nextcloud keeps beside the files: the trash and old versions. */

import type { Reply } from '../http/reply.ts'
import type { Route } from '../http/router.ts'
import type { World } from '../world.ts'
import type { DavCall } from './davReply.ts'
import type { Found } from './propfind.ts'

import { empty, escapeXml } from '../http/reply.ts'
import { davError, guarded, notFound } from './davReply.ts'
import { destroy, findFile } from './files.ts'
import { fileProperties, multistatus } from './propfind.ts'
import { deleteEntry, emptyTrash, restoreEntry, trashOf } from './trash.ts'

const TRASH = '/remote.php/dav/trashbin/{account}/trash'
const VERSIONS = '/remote.php/dav/versions/{account}/versions/{file}'

/**
 * The routes of the trash and of versions.
 *
 * @param world the space
 */
export function keptRoutes(world: World): Route[] {
	const { space } = world
	const trash = [TRASH, `${TRASH}/`]
	const versions = [VERSIONS, `${VERSIONS}/`]
	return [
		...trash.map((path): Route => ({ method: 'PROPFIND', path, handle: guarded(listTrash) })),
		...trash.map((path): Route => ({
			method: 'DELETE',
			path,
			handle: guarded(({ account }) => {
				emptyTrash(space, account.id)
				return empty(204)
			}),
		})),
		{ method: 'DELETE', path: `${TRASH}/{entry}`, handle: guarded(({ account, params }) => deleteEntry(space, account.id, params.entry ?? '') ? empty(204) : notFound(params.entry ?? '')) },
		{ method: 'MOVE', path: `${TRASH}/{entry}`, handle: guarded(restore) },
		...versions.map((path): Route => ({ method: 'PROPFIND', path, handle: guarded(listVersions) })),
		{ method: 'DELETE', path: `${VERSIONS}/{version}`, handle: guarded(deleteVersion) },
	]

	function listTrash({ visit, account }: DavCall): Promise<Reply> {
		const root: Found = { address: ['trashbin', account.id, 'trash'], folder: true, properties: { resourcetype: '<d:collection/>' } }
		const entries = visit.header('Depth') === '0' ? [] : trashOf(space, account.id)
		return multistatus(visit, [root, ...entries.map((entry): Found => ({
			address: [...root.address, entry.name],
			folder: entry.folder,
			properties: {
				getcontentlength: String(entry.size),
				resourcetype: entry.folder ? '<d:collection/>' : '',
				fileid: String(space.fileId(account.id, entry.path)),
				size: String(entry.size),
				'trashbin-deletion-time': String(entry.deletedAt),
				'trashbin-filename': escapeXml(entry.from.split('/').at(-1)!),
				'trashbin-original-location': escapeXml(entry.from),
			},
		}))])
	}

	function restore({ visit, account, params }: DavCall): Reply {
		const target = decodeURIComponent(new URL(visit.header('Destination') || '/', 'http://localhost').pathname)
		if (!target.startsWith(`/remote.php/dav/trashbin/${account.id}/restore/`)) {
			return davError(403, 'Sabre\\DAV\\Exception\\Forbidden', 'Not allowed to move out of the trash like this')
		}
		return restoreEntry(space, account.id, params.entry ?? '') ? empty(201) : notFound(params.entry ?? '')
	}

	/** The path of the file that a request is about; undefined if it is not the account's, or gone. */
	function fileMeant({ account, params }: DavCall): string | undefined {
		const found = space.fileOf(Number(params.file))
		return found?.account === account.id && findFile(space, account.id, found.path) !== undefined ? found.path : undefined
	}

	/** All versions, the one in force too, as Nextcloud lists them. */
	function listVersions(call: DavCall): Promise<Reply> | Reply {
		const { visit, account, params } = call
		const path = fileMeant(call)
		if (path === undefined) {
			return notFound(params.file ?? '')
		}
		const prefix = versionsOf(path)
		const old = space.files(account.id).filter((file) => file.path.startsWith(prefix))
		const root: Found = { address: ['versions', account.id, 'versions', params.file ?? ''], folder: true, properties: { resourcetype: '<d:collection/>' } }
		const current = findFile(space, account.id, path)!
		return multistatus(visit, [root, ...[current, ...old].map((file): Found => ({
			address: [...root.address, file === current ? String(current.mtime) : file.path.slice(prefix.length)],
			folder: false,
			properties: fileProperties(file),
		}))])
	}

	function deleteVersion(call: DavCall): Reply {
		const { account, params } = call
		const path = fileMeant(call)
		const version = path && findFile(space, account.id, versionsOf(path) + params.version)
		if (!version) {
			return notFound(params.version ?? '')
		}
		destroy(space, account.id, (one) => one === version.path)
		return empty(204)
	}
}

/** How the paths of a file's versions begin. */
function versionsOf(path: string): string {
	return `files_versions/${path.slice('files/'.length)}.v`
}
