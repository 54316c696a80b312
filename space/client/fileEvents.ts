// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tells the apps on the page what has happened to a file, as Nextcloud's Files does. */

/** A file or folder that something has happened to. */
export interface FileEvent {
	id: number
	/** Below the account's files, as `/Photos/lake.jpg`. */
	path: string
	/** Bytes. */
	size: number
	folder: boolean
}

/**
 * Emits Nextcloud's event; what it carries looks like a node of Nextcloud's package for files.
 *
 * @param what has happened
 * @param event to which file
 */
export function tell(what: 'created' | 'deleted' | 'updated', { id, path, size, folder }: FileEvent): void {
	const user = document.head.dataset.user ?? ''
	const root = `/files/${user}`
	const cut = path.lastIndexOf('/')
	const { _nc_event_bus: bus } = window as typeof window & { _nc_event_bus?: { emit: (name: string, event: unknown) => void } }
	bus?.emit(`files:node:${what}`, {
		fileid: id,
		id: String(id),
		basename: path.slice(cut + 1),
		dirname: path.slice(0, cut) || '/',
		path,
		root,
		source: `${location.origin}/remote.php/dav${root}${path.split('/').map(encodeURIComponent).join('/')}`,
		size,
		type: folder ? 'folder' : 'file',
		mime: folder ? 'httpd/unix-directory' : 'application/octet-stream',
		mtime: new Date(),
		owner: user,
		attributes: {},
	})
}
