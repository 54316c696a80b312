// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What Nextcloud's own WebDAV does: deletes files, brings them back, empties the trash, removes old versions. Each throws an OcsError. */

import type { Item, OldVersion } from '../../contract.ts'

import { toOcsError } from '@ensemble/shared/ocs/error'
import { davUrl } from '../banner/links.ts'
import { t } from '../l10n.ts'

/** Asks for the id that a file had before it was deleted, and keeps. */
const ASK_IDS = '<?xml version="1.0"?><d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><oc:fileid/></d:prop></d:propfind>'

/** The account of who reads, as Nextcloud puts it on the page. */
function account(): string {
	return document.head.dataset.user ?? ''
}

async function send(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
	const answer = await fetch(davUrl(path), {
		method,
		// The OCS header stands for the request token; the other keeps browsers from asking for a password.
		headers: { 'OCS-APIRequest': 'true', 'X-Requested-With': 'XMLHttpRequest', ...headers },
		body,
	}).catch(() => undefined)
	if (!answer?.ok) {
		throw toOcsError(answer && { status: answer.status, data: null }, t)
	}
	return answer
}

/** Takes away for good all that is in the trash. */
export async function emptyTrash(): Promise<void> {
	await send('DELETE', `trashbin/${account()}/trash`)
}

/**
 * Takes an old version away for good. The file stays.
 *
 * @param version which one
 */
export async function deleteVersion({ file, version }: OldVersion): Promise<void> {
	await send('DELETE', `versions/${account()}/versions/${file}/${version}`)
}

/**
 * Deletes a file. It goes to the trash.
 *
 * @param file which one
 */
export async function deleteFile({ folder, name }: Item): Promise<void> {
	await send('DELETE', `files/${account()}${folder === '/' ? '' : folder}/${name}`)
}

/**
 * Brings a deleted file back to where it was.
 *
 * @param id its file id
 * @return false where it is no longer in the trash
 */
export async function restoreFile(id: number): Promise<boolean> {
	const trash = `trashbin/${account()}/trash`
	const answer = await send('PROPFIND', trash, { Depth: '1', 'Content-Type': 'application/xml' }, ASK_IDS)
	const found = new DOMParser().parseFromString(await answer.text(), 'application/xml')
	const entry = named(found, 'response').find((one) => named(one, 'fileid')[0]?.textContent === String(id))
	const href = entry && named(entry, 'href')[0]?.textContent
	if (!href) {
		return false
	}
	const name = decodeURIComponent(href.replace(/\/$/, '').split('/').at(-1) ?? '')
	await send('MOVE', `${trash}/${name}`, { Destination: davUrl(`trashbin/${account()}/restore/${name}`) })
	return true
}

/** Elements of a name, whatever their prefix is. */
function named(within: Document | Element, name: string): Element[] {
	return [...within.getElementsByTagName('*')].filter(({ localName }) => localName === name)
}
