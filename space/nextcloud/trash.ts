// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The trash: what is in it, taken away for good, or brought back. Its entries are named `<name>.d<seconds>`. */

import type { EmbeddedSpace } from '../state.ts'

import { destroy, folderExists, free, moveFile, moveFolderIds, sum } from './files.ts'

const FILES = 'files_trashbin/files/'
const VERSIONS = 'files_trashbin/versions/'

/** An entry of the trash: a file, or a folder with all that is in it. */
export interface TrashEntry {
	/** As DAV calls it. */
	name: string
	/** Path below the storage. */
	path: string
	/** Where it was, as `Photos/lake.jpg`. */
	from: string
	/** Bytes. */
	size: number
	/** Seconds since 1970. */
	deletedAt: number
	folder: boolean
}

/** What is in the trash, the newest first. */
export function trashOf(space: EmbeddedSpace, account: string): TrashEntry[] {
	const { files, deletedFrom } = space.home(account)
	const names = new Set(files.flatMap(({ path }) => path.startsWith(FILES) ? path.slice(FILES.length).split('/', 1)[0]! : []))
	return [...names].map((name) => {
		const path = FILES + name
		const file = files.find((one) => one.path === path)
		return {
			name,
			path,
			from: deletedFrom.get(name) ?? plain(name),
			size: file?.size ?? sum(files, `${path}/`),
			deletedAt: Number(/\.d(\d+)$/.exec(name)?.[1] ?? 0),
			folder: file === undefined,
		}
	}).sort((a, b) => b.deletedAt - a.deletedAt)
}

/** Empties the trash for good. */
export function emptyTrash(space: EmbeddedSpace, account: string): void {
	destroy(space, account, (path) => path.startsWith('files_trashbin/'))
	space.home(account).deletedFrom.clear()
}

/**
 * Takes one entry away for good, with its versions.
 *
 * @param space the space
 * @param account whose
 * @param name of the entry
 * @return whether there is such an entry
 */
export function deleteEntry(space: EmbeddedSpace, account: string, name: string): boolean {
	if (!trashOf(space, account).some((entry) => entry.name === name)) {
		return false
	}
	destroy(space, account, (path) => isOf(path, FILES, name) || isOf(path, VERSIONS, name))
	space.home(account).deletedFrom.delete(name)
	return true
}

/**
 * Brings an entry back to where it was; to the top, if its folder is gone. Where its name is taken, it gets another one.
 *
 * @param space the space
 * @param account whose
 * @param name of the entry
 * @return whether there is such an entry
 */
export function restoreEntry(space: EmbeddedSpace, account: string, name: string): boolean {
	const entry = trashOf(space, account).find((one) => one.name === name)
	if (entry === undefined) {
		return false
	}
	const home = space.home(account)
	const parent = entry.from.split('/').slice(0, -1).join('/')
	const wanted = parent === '' || folderExists(space, account, `files/${parent}`) ? entry.from : plain(name)
	const to = free(space, account, (n) => `files/${n === 0 ? wanted : renamed(wanted, n)}`)
	const versions = `files_versions/${to.slice('files/'.length)}`
	moveFolderIds(home, entry.path, to)
	for (const file of home.files.filter(({ path }) => isOf(path, FILES, name) || isOf(path, VERSIONS, name))) {
		const [root, target] = file.path.startsWith(FILES) ? [FILES, to] : [VERSIONS, versions]
		moveFile(space, account, file, target + file.path.slice(root.length + name.length))
	}
	home.deletedFrom.delete(name)
	home.touched = space.now()
	return true
}

/** Whether a path is an entry, below it, or a version of it. */
function isOf(path: string, root: string, name: string): boolean {
	return path === root + name || path.startsWith(`${root}${name}/`) || (root === VERSIONS && path.startsWith(`${root}${name}.v`))
}

/** The name without the time of deletion. */
function plain(name: string): string {
	return name.replace(/\.d\d+$/, '')
}

/** Another name for the same, as Nextcloud makes them. */
function renamed(path: string, n: number): string {
	const words = n === 1 ? ' (restored)' : ` (restored ${n})`
	return /\.[^./]+$/.test(path) ? path.replace(/(\.[^./]+)$/, `${words}$1`) : path + words
}
