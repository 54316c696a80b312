// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** As much WebDAV as the space's own pages, the apps and the tests need: one account's files. Its trash and versions: davKept.ts. */

import type { Account } from '../embedding.ts'
import type { Reply } from '../http/reply.ts'
import type { Route } from '../http/router.ts'
import type { Visit } from '../http/visit.ts'
import type { World } from '../world.ts'
import type { DavCall, DavHandler } from './davReply.ts'

import { empty } from '../http/reply.ts'
import { davError, guarded, notFound } from './davReply.ts'
import { deletePath, findFile, folderExists, KEPT_CONTENT, storageOf, storeFile } from './files.ts'
import { propfind } from './propfind.ts'

const FILES = '/remote.php/dav/files/{account}'

/**
 * A file to download.
 *
 * @param world the space
 * @param account whose
 * @param path below the storage, as `files/a.txt`
 */
export function fileReply({ space }: World, account: Account, path: string): Reply {
	const file = findFile(space, account.id, path)
	if (file === undefined) {
		return folderExists(space, account.id, path) ? davError(501, 'Sabre\\DAV\\Exception\\NotImplemented', 'GET is only implemented for File objects') : notFound(path)
	}
	const content = space.home(account.id).contents.get(path)
	return {
		status: 200,
		headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': String(file.size), 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(path.split('/').at(-1)!)}`, ETag: `"${file.mtime}-${file.size}"` },
		body: content === undefined ? filler(file.size) : Buffer.from(content, 'base64'),
	}
}

/**
 * The routes of WebDAV.
 *
 * @param world the space
 */
export function davRoutes(world: World): Route[] {
	const handlers: Record<string, DavHandler> = { GET: ({ account, path }) => fileReply(world, account, path), PUT: put, DELETE: remove, MKCOL: makeFolder, PROPFIND: (call) => propfind(world, call) }
	return [
		...Object.entries(handlers).flatMap(([method, handle]) => [FILES, `${FILES}/{path*}`].map((path): Route => ({ method, path, handle: guarded(handle) }))),
	]

	async function put({ visit, account, path }: DavCall): Promise<Reply> {
		const { space } = world
		const { free } = storageOf(space, account.id)
		const announced = Number(visit.header('Content-Length') || visit.header('OC-Total-Length') || 0)
		const parent = path.slice(0, path.lastIndexOf('/'))
		const old = findFile(space, account.id, path)
		let refusal: Reply | undefined
		if (path === 'files' || (old === undefined && folderExists(space, account.id, path))) {
			refusal = davError(409, 'Sabre\\DAV\\Exception\\Conflict', 'PUT is not allowed on non-files.')
		} else if (!folderExists(space, account.id, parent)) {
			refusal = davError(409, 'Sabre\\DAV\\Exception\\Conflict', 'Files cannot be created in non-existent collections')
		} else if (free !== null && announced > free) {
			refusal = insufficient(path)
		}
		const { size, content } = await count(visit)
		if (refusal === undefined && free !== null && size > free) {
			refusal = insufficient(path)
		}
		if (refusal !== undefined) {
			return refusal
		}
		const mtime = /^\d{1,12}$/.test(visit.header('X-OC-Mtime')) ? Number(visit.header('X-OC-Mtime')) : space.now()
		const isNew = storeFile(space, account.id, path, size, content, mtime)
		return empty(isNew ? 201 : 204, { ETag: `"${mtime}-${size}"`, 'OC-ETag': `"${mtime}-${size}"`, 'OC-FileId': String(space.fileId(account.id, path)) })
	}

	function insufficient(path: string): Reply {
		return davError(507, 'Sabre\\DAV\\Exception\\InsufficientStorage', `Insufficient space in ${path}`)
	}

	function remove({ account, path }: DavCall): Reply {
		if (path === 'files') {
			return davError(403, 'Sabre\\DAV\\Exception\\Forbidden', 'You may not delete the root folder.')
		}
		return deletePath(world.space, account.id, path) ? empty(204) : notFound(path)
	}

	function makeFolder({ account, path }: DavCall): Reply {
		const { space } = world
		if (findFile(space, account.id, path) !== undefined || folderExists(space, account.id, path)) {
			return davError(405, 'Sabre\\DAV\\Exception\\MethodNotAllowed', 'The resource you tried to create already exists')
		}
		if (!folderExists(space, account.id, path.slice(0, path.lastIndexOf('/')))) {
			return davError(409, 'Sabre\\DAV\\Exception\\Conflict', 'Parent node does not exist')
		}
		space.home(account.id).folders.add(path)
		return empty(201)
	}
}

/** Reads a body of any size: counts it, and keeps it while it is small. */
async function count(visit: Visit): Promise<{ size: number, content: Buffer | null }> {
	const chunks: Buffer[] = []
	let size = 0
	for await (const chunk of visit.request as AsyncIterable<Buffer>) {
		size += chunk.length
		if (size <= KEPT_CONTENT) {
			chunks.push(chunk)
		}
	}
	return { size, content: size <= KEPT_CONTENT ? Buffer.concat(chunks) : null }
}

/**
 * Stands for the content of a file that is kept as a size only.
 *
 * @param size bytes
 * @yields {Uint8Array} blocks of text
 */
function* filler(size: number): Generator<Uint8Array> {
	const line = Buffer.from('This file is part of a demonstration: only its size is kept. ')
	const block = Buffer.alloc(Math.min(size, 64 * 1024), line)
	for (let left = size; left > 0; left -= block.length) {
		yield left >= block.length ? block : block.subarray(0, left)
	}
}
