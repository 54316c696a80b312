// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What tests do with what Nextcloud keeps beside the files: the trash and old versions, by WebDAV. */

import type { Person, Space } from './space.ts'

const TRASH = '<?xml version="1.0"?><d:propfind xmlns:d="DAV:" xmlns:nc="http://nextcloud.org/ns"><d:prop><nc:trashbin-filename/></d:prop></d:propfind>'
const FILE_ID = '<?xml version="1.0"?><d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><oc:fileid/></d:prop></d:propfind>'

/** Names of the entries of a person's trash, as WebDAV calls them. */
export async function trashEntries(space: Space, as: Person): Promise<string[]> {
	const text = await space.dav(as, 'PROPFIND', `trashbin/${as.id}/trash`, TRASH, { Depth: '1' })
	return [...text.matchAll(/<d:href>([^<]+)<\/d:href>/g)].map(([, href]) => href!.replace(/\/$/, '').split('/').at(-1)!).filter((name) => name !== 'trash')
}

/** Brings an entry of the trash back. */
export async function restore(space: Space, as: Person, entry: string): Promise<void> {
	const target = `${space.baseUrl}/remote.php/dav/trashbin/${as.id}/restore/${entry.replace(/\.d\d+$/, '')}`
	await space.dav(as, 'MOVE', `trashbin/${as.id}/trash/${entry}`, undefined, { Destination: target })
}

/** Nextcloud's file id of a file or folder. */
export async function fileId(space: Space, as: Person, path: string): Promise<number> {
	const text = await space.dav(as, 'PROPFIND', `files/${as.id}/${path}`, FILE_ID, { Depth: '0' })
	return Number(/<oc:fileid>(\d+)</.exec(text)?.[1])
}
