// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** WebDAV's PROPFIND: a folder's or file's properties, of those that are asked for. */

import type { Account, StoredFile } from '../embedding.ts'
import type { Reply } from '../http/reply.ts'
import type { Visit } from '../http/visit.ts'
import type { World } from '../world.ts'

import { escapeXml, xml } from '../http/reply.ts'
import { findFile, folderExists, storageOf, sum } from './files.ts'

/** Property name → its XML content. */
export type Properties = Record<string, string>

/** One file or folder of an answer. */
export interface Found {
	/** Segments of its address below /remote.php/dav, not encoded. */
	address: string[]
	folder: boolean
	properties: Properties
}

/**
 * Answers a PROPFIND.
 *
 * @param world the space
 * @param call the request, its account and the path below the storage
 */
export async function propfind(world: World, { visit, account, path }: { visit: Visit, account: Account, path: string }): Promise<Reply> {
	const { space } = world
	const file = findFile(space, account.id, path)
	if (file === undefined && !folderExists(space, account.id, path)) {
		return xml(404, '<?xml version="1.0" encoding="utf-8"?>\n<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">\n  <s:exception>Sabre\\DAV\\Exception\\NotFound</s:exception>\n  <s:message/>\n</d:error>\n')
	}
	const paths = file === undefined && visit.header('Depth') !== '0' ? [path, ...children(world, account, path)] : [path]
	return multistatus(visit, paths.map((one) => {
		const found = findFile(space, account.id, one)
		const own = found === undefined ? folderProperties(world, account, one) : fileProperties(found)
		return { address: ['files', account.id, ...one.split('/').slice(1)], folder: found === undefined, properties: { ...own, fileid: String(space.fileId(account.id, one)) } }
	}))
}

/**
 * The answer to a PROPFIND.
 *
 * @param visit the request; its body may name the properties that are wanted
 * @param found what to tell of
 */
export async function multistatus(visit: Visit, found: Found[]): Promise<Reply> {
	const asked = askedFor((await visit.bytes()).toString('utf8'))
	return xml(207, `<?xml version="1.0"?>\n<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns">${found.map((one) => response(one, asked)).join('')}</d:multistatus>\n`)
}

/** Names of the properties in a request's body; null = all. */
function askedFor(body: string): string[] | null {
	const list = body.match(/<(?:\w+:)?prop\b[^>]*>(.*)<\/(?:\w+:)?prop>/s)?.[1]
	return list === undefined ? null : [...list.matchAll(/<(?:\w+:)?([\w-]+)[^>]*\/?>/g)].map(([, name]) => name!)
}

function children(world: World, account: Account, path: string): string[] {
	const home = world.space.home(account.id)
	const names = [...home.files.map((file) => file.path), ...home.folders]
		.filter((one) => one.startsWith(`${path}/`))
		.map((one) => one.slice(path.length + 1).split('/')[0]!)
	return [...new Set(names)].sort().map((name) => `${path}/${name}`)
}

/** The properties of a file. */
export function fileProperties(file: StoredFile): Properties {
	return {
		getcontentlength: String(file.size),
		getetag: `&quot;${file.mtime}-${file.size}&quot;`,
		getlastmodified: new Date(file.mtime * 1000).toUTCString(),
		resourcetype: '',
		size: String(file.size),
	}
}

function folderProperties(world: World, account: Account, path: string): Properties {
	const { free } = storageOf(world.space, account.id)
	const files = world.space.files(account.id).filter((file) => file.path.startsWith(`${path}/`))
	const used = sum(files, path)
	return {
		getetag: `&quot;${files.length}-${used}&quot;`,
		getlastmodified: new Date(Math.max(0, ...files.map((file) => file.mtime)) * 1000).toUTCString(),
		'quota-available-bytes': String(free ?? -3),
		'quota-used-bytes': String(used),
		resourcetype: '<d:collection/>',
		size: String(used),
	}
}

const OC = ['fileid', 'size']

function response({ address, folder, properties }: Found, asked: string[] | null): string {
	const names = asked ?? Object.keys(properties)
	const element = (name: string, content: string) => {
		const tag = `${OC.includes(name) ? 'oc' : name.startsWith('trashbin-') ? 'nc' : 'd'}:${name}`
		return content === '' ? `<${tag}/>` : `<${tag}>${content}</${tag}>`
	}
	const status = (text: string, elements: string[]) => elements.length === 0 ? '' : `<d:propstat><d:prop>${elements.join('')}</d:prop><d:status>HTTP/1.1 ${text}</d:status></d:propstat>`
	const known = names.filter((name) => Object.hasOwn(properties, name))
	const href = ['', 'remote.php', 'dav', ...address].map(encodeURIComponent).join('/')
	return `<d:response><d:href>${escapeXml(href)}${folder ? '/' : ''}</d:href>${status('200 OK', known.map((name) => element(name, properties[name]!)))}${status('404 Not Found', names.filter((name) => !known.includes(name)).map((name) => element(name, '')))}</d:response>`
}
