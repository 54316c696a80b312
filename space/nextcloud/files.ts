// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What happens to an account's files: sent, replaced, deleted; with Nextcloud's versions. What is deleted: trash.ts. */

import type { StoredFile } from '../embedding.ts'
import type { Home } from '../home.ts'
import type { EmbeddedSpace } from '../state.ts'

/** Files up to this size are kept with their content, in bytes; larger ones as a size. */
export const KEPT_CONTENT = 256 * 1024

/** What an account uses of its quota, in bytes; null = no limit. Only `files` counts, as in Nextcloud. */
export function storageOf(space: EmbeddedSpace, account: string): { used: number, quota: number | null, free: number | null } {
	const used = sum(space.files(account), 'files/')
	const quota = space.quota(account)
	return { used, quota, free: quota === null ? null : Math.max(0, quota - used) }
}

/** Bytes of the files below a folder. */
export function sum(files: StoredFile[], folder: string): number {
	return files.reduce((bytes, file) => file.path.startsWith(folder) ? bytes + file.size : bytes, 0)
}

/** A file by its path below the storage, as `files/Photos/lake.jpg`. */
export function findFile(space: EmbeddedSpace, account: string, path: string): StoredFile | undefined {
	return space.files(account).find((file) => file.path === path)
}

/** Whether a folder is there: made by hand, or with something in it. `files` always is. */
export function folderExists(space: EmbeddedSpace, account: string, path: string): boolean {
	const home = space.home(account)
	return path === 'files' || home.folders.has(path) || home.files.some((file) => file.path.startsWith(`${path}/`))
		|| [...home.folders].some((folder) => folder.startsWith(`${path}/`))
}

/**
 * Stores a file that a person sends. The file that was there becomes a version.
 *
 * @param space the space
 * @param account whose
 * @param path below the storage, as `files/a.txt`
 * @param size bytes
 * @param content the content, if it is small enough to keep
 * @param mtime when the file was changed last, as the sender says; now unless told
 * @return whether the file is new
 */
export function storeFile(space: EmbeddedSpace, account: string, path: string, size: number, content: Buffer | null, mtime = space.now()): boolean {
	const home = space.home(account)
	const old = findFile(space, account, path)
	if (old !== undefined) {
		const id = space.fileId(account, path)
		moveFile(space, account, old, free(space, account, (n) => `files_versions/${below(path)}.v${old.mtime + n}`))
		// The version is a copy: the id stays with the file.
		home.ids.delete(old.path)
		home.ids.set(path, id)
	}
	home.files.push({ path, size, mtime, uploaded: true })
	home.touched = space.now()
	if (content !== null) {
		home.contents.set(path, content.toString('base64'))
	}
	return old === undefined
}

/**
 * Deletes a file or a folder: into the trash, versions too.
 *
 * @param space the space
 * @param account whose
 * @param path below the storage
 * @return whether there was anything
 */
export function deletePath(space: EmbeddedSpace, account: string, path: string): boolean {
	if (findFile(space, account, path) === undefined && !folderExists(space, account, path)) {
		return false
	}
	const home = space.home(account)
	const name = path.split('/').at(-1)!
	const at = free(space, account, (n) => `files_trashbin/files/${name}.d${space.now() + n}`).slice('files_trashbin/files/'.length)
	const versions = `files_versions/${below(path)}`
	home.deletedFrom.set(at, below(path))
	home.touched = space.now()
	moveFolderIds(home, path, `files_trashbin/files/${at}`)
	for (const file of [...home.files]) {
		if (file.path === path || file.path.startsWith(`${path}/`)) {
			moveFile(space, account, file, `files_trashbin/files/${at}${file.path.slice(path.length)}`)
		} else if (file.path.startsWith(`${versions}.v`) || file.path.startsWith(`${versions}/`)) {
			moveFile(space, account, file, `files_trashbin/versions/${at}${file.path.slice(versions.length)}`)
		}
	}
	for (const folder of [...home.folders]) {
		if (folder === path || folder.startsWith(`${path}/`)) {
			home.folders.delete(folder)
		}
	}
	return true
}

/** Moves a file, with its content and its id. */
export function moveFile(space: EmbeddedSpace, account: string, file: StoredFile, to: string): void {
	const { contents, ids } = space.home(account)
	move(contents, file.path, to)
	move(ids, file.path, to)
	file.path = to
}

/** Moves the ids of a folder and the folders in it. */
export function moveFolderIds({ ids }: Home, from: string, to: string): void {
	for (const path of [...ids.keys()]) {
		if (path === from || path.startsWith(`${from}/`)) {
			move(ids, path, to + path.slice(from.length))
		}
	}
}

/**
 * Takes files away for good.
 *
 * @param space the space
 * @param account whose
 * @param which whether a path goes
 */
export function destroy(space: EmbeddedSpace, account: string, which: (path: string) => boolean): void {
	const home = space.home(account)
	home.files.splice(0, Infinity, ...home.files.filter((file) => !which(file.path)))
	for (const map of [home.contents, home.ids] as Array<Map<string, unknown>>) {
		[...map.keys()].filter(which).forEach((path) => map.delete(path))
	}
	home.touched = space.now()
}

function move<T>(map: Map<string, T>, from: string, to: string): void {
	const value = map.get(from)
	if (value !== undefined) {
		map.delete(from)
		map.set(to, value)
	}
}

/** The path below `files/`. */
function below(path: string): string {
	return path.slice('files/'.length)
}

/** The first of several paths that is free: two things can be deleted in the same second. */
export function free(space: EmbeddedSpace, account: string, path: (n: number) => string): string {
	let n = 0
	while (findFile(space, account, path(n)) !== undefined || folderExists(space, account, path(n))) {
		n++
	}
	return path(n)
}
