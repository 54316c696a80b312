// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What happens to an account's files: sent, replaced, deleted; with Nextcloud's trash and versions. */

import type { StoredFile } from '../embedding.ts'
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
 * @return whether the file is new
 */
export function storeFile(space: EmbeddedSpace, account: string, path: string, size: number, content: Buffer | null): boolean {
	const home = space.home(account)
	const old = findFile(space, account, path)
	if (old !== undefined) {
		moveFile(space, account, old, free(space, account, (n) => `files_versions/${below(path)}.v${old.mtime + n}`))
	}
	home.files.push({ path, size, mtime: space.now(), uploaded: true })
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

/** Empties the trash for good. */
export function emptyTrash(space: EmbeddedSpace, account: string): void {
	const home = space.home(account)
	const kept = home.files.filter((file) => !file.path.startsWith('files_trashbin/'))
	home.files.splice(0, Infinity, ...kept)
	for (const path of [...home.contents.keys()]) {
		if (path.startsWith('files_trashbin/')) {
			home.contents.delete(path)
		}
	}
}

function moveFile(space: EmbeddedSpace, account: string, file: StoredFile, to: string): void {
	const { contents } = space.home(account)
	const content = contents.get(file.path)
	if (content !== undefined) {
		contents.delete(file.path)
		contents.set(to, content)
	}
	file.path = to
}

/** The path below `files/`. */
function below(path: string): string {
	return path.slice('files/'.length)
}

/** The first of several paths that is free: two things can be deleted in the same second. */
function free(space: EmbeddedSpace, account: string, path: (n: number) => string): string {
	let n = 0
	while (findFile(space, account, path(n)) !== undefined || folderExists(space, account, path(n))) {
		n++
	}
	return path(n)
}
