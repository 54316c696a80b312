// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The files page: folders, upload, delete, how much room is left; and the deleted files. */

import type { StoredFile } from '../embedding.ts'
import type { Reply } from '../http/reply.ts'
import type { World } from '../world.ts'
import type { Html } from './html.ts'
import type { Reader } from './reader.ts'
import type { Script } from './scripts.ts'

import { amount, day } from '../l10n/texts.ts'
import { storageOf, sum } from '../nextcloud/files.ts'
import { html } from './html.ts'
import { fileIcon, icon } from './icons.ts'
import { userPage } from './layout.ts'
import { injected } from './scripts.ts'

interface Row { name: string, path: string, folder: boolean, size: number, mtime: number }

/** What apps put on Nextcloud's files page while they have something to say: their entry `files`, told by app.ts. */
const ENTRY = 'files'

/**
 * The files page.
 *
 * @param world the space
 * @param reader who reads
 * @param dir folder, as `/Photos`; anything unknown is empty
 */
export function filesPage(world: World, reader: Reader, dir: string): Reply {
	const { texts } = reader
	const account = reader.account!
	const parts = dir.split('/').filter((part) => part !== '' && part !== '..' && part !== '.')
	const folder = ['files', ...parts].join('/')
	const rows = list(world.space.files(account.id), [...world.space.home(account.id).folders], folder)
	return userPage(world, reader, {
		title: texts('app.files'),
		app: 'files',
		navigation: true,
		modules: ['files'],
		scripts: entries(world, reader),
		content: html`${navigation(world, reader, 'files')}
		<main id="app-content" class="app-content files" tabindex="-1" data-folder="${parts.map(encodeURIComponent).join('/')}">
			<div class="files__bar">
				<h1>${crumbs(reader, parts)}</h1>
				<label class="button primary">${icon('upload')}${texts('files.upload')}<input class="hidden-visually" type="file" id="upload" multiple></label>
			</div>
			<p id="message" class="message" role="status"></p>
			${rows.length === 0 ? html`<p class="files__empty">${texts('files.empty')}</p>` : table(reader, rows, (path) => world.space.fileId(account.id, path))}
			<template id="texts" data-failed="${texts('files.failed')}" data-full="${texts('files.full')}" data-uploaded="${texts('files.uploaded')}" data-running="${texts('files.tooLong')}" data-deleted="${texts('files.deleted')}"></template>
		</main>`,
	})
}

/**
 * The page of deleted files.
 *
 * @param world the space
 * @param reader who reads
 */
export function trashPage(world: World, reader: Reader): Reply {
	const { texts } = reader
	const account = reader.account!
	const rows = list(world.space.files(account.id), [], 'files_trashbin/files').map((row) => ({ ...row, name: row.name.replace(/\.d\d+$/, '') }))
	return userPage(world, reader, {
		title: texts('files.deletedHeading'),
		app: 'files',
		navigation: true,
		modules: ['files'],
		scripts: entries(world, reader),
		content: html`${navigation(world, reader, 'trashbin')}
		<main id="app-content" class="app-content files" tabindex="-1">
			<div class="files__bar">
				<h1>${texts('files.deletedHeading')}</h1>
				${rows.length > 0 && html`<button type="button" id="empty-trash" class="button">${icon('delete')}${texts('files.emptyTrash')}</button>`}
			</div>
			<p>${texts('files.deletedIntro')}</p>
			<p id="message" class="message" role="status"></p>
			${rows.length === 0 ? html`<p class="files__empty">${texts('files.noneDeleted')}</p>` : table(reader, rows)}
			<template id="texts" data-emptied="${texts('files.trashEmptied')}" data-failed="${texts('personal.failed')}"></template>
		</main>`,
	})
}

/** The apps' own scripts of the files page. */
function entries(world: World, reader: Reader): Script[] {
	const pending = injected(world, reader).scripts.map(({ app }) => app)
	return world.apps.flatMap(({ manifest: { id, entries } }) => ENTRY in entries && pending.includes(id) ? [{ app: id, entry: ENTRY }] : [])
}

/** Folders first, then files, by name. */
function list(files: StoredFile[], folders: string[], folder: string): Row[] {
	const rows = new Map<string, Row>()
	for (const path of folders.filter((one) => one.startsWith(`${folder}/`))) {
		const name = path.slice(folder.length + 1).split('/')[0]!
		rows.set(name, { name, path: `${folder}/${name}`, folder: true, size: 0, mtime: 0 })
	}
	for (const file of files.filter(({ path }) => path.startsWith(`${folder}/`))) {
		const [name = '', ...rest] = file.path.slice(folder.length + 1).split('/')
		const row = rows.get(name) ?? { name, path: `${folder}/${name}`, folder: rest.length > 0, size: 0, mtime: 0 }
		rows.set(name, { ...row, size: row.size + file.size, mtime: Math.max(row.mtime, file.mtime) })
	}
	return [...rows.values()].sort((a, b) => Number(b.folder) - Number(a.folder) || a.name.localeCompare(b.name))
}

/** `fileId` gives the ids of one's own files; without it, the list is of deleted ones. */
function table(reader: Reader, rows: Row[], fileId?: (path: string) => number): Html {
	const { texts } = reader
	const own = fileId !== undefined
	return html`<table class="files__table">
				<thead><tr><th scope="col">${texts('files.name')}</th><th scope="col" class="files__size">${texts('files.size')}</th><th scope="col" class="files__date">${texts('files.modified')}</th>${own && html`<th scope="col"><span class="hidden-visually">${texts('files.deleteShort')}</span></th>`}</tr></thead>
				<tbody>${rows.map((row) => html`<tr>
					<th scope="row"><span class="files__name">${row.folder ? icon('folder') : fileIcon(row.name)}${own ? name(row) : html`<span>${row.name}</span>`}</span></th>
					<td class="files__size">${amount(texts, row.size)}</td>
					<td class="files__date">${row.mtime > 0 && day(texts, row.mtime, reader.account!.timezone)}</td>
					${own && html`<td class="files__action"><button type="button" class="button quiet" data-delete="${address(row)}" data-name="${row.name}" data-id="${fileId(row.path)}" data-size="${row.size}" data-folder="${String(row.folder)}" aria-label="${texts('files.delete', { name: row.name })}">${icon('delete')}</button></td>`}
				</tr>`)}</tbody>
			</table>`
}

/** Path below `files`, encoded for an address. */
function address(row: Row): string {
	return row.path.split('/').slice(1).map(encodeURIComponent).join('/')
}

function name(row: Row): Html {
	return row.folder
		? html`<a href="/apps/files/?dir=/${address(row)}">${row.name}</a>`
		: html`<a data-download href="/__space/download/${address(row)}">${row.name}</a>`
}

function crumbs({ texts }: Reader, parts: string[]): Html {
	if (parts.length === 0) {
		return html`${texts('app.files')}`
	}
	return html`<a href="/apps/files/">${texts('app.files')}</a>${parts.map((part, index) => html` <span aria-hidden="true">›</span> ${index === parts.length - 1 ? part : html`<a href="/apps/files/?dir=/${parts.slice(0, index + 1).map(encodeURIComponent).join('/')}">${part}</a>`}`)}`
}

function navigation(world: World, { account, texts }: Reader, active: 'files' | 'trashbin'): Html {
	const { used, quota } = storageOf(world.space, account!.id)
	const trash = sum(world.space.files(account!.id), 'files_trashbin/')
	const percent = quota ? Math.min(100, Math.round(used / quota * 100)) : 0
	const words = quota === null ? texts('files.usedNoLimit', { used: amount(texts, used) }) : texts('files.used', { used: amount(texts, used), quota: amount(texts, quota) })
	return html`<nav id="app-navigation" class="app-navigation" aria-label="${texts('app.files')}" tabindex="-1">
			<ul>
				<li><a href="/apps/files/" ${active === 'files' && html`aria-current="page"`}>${icon('folder')}${texts('app.files')}</a></li>
				<li><a href="/apps/files/trashbin" ${active === 'trashbin' && html`aria-current="page"`}>${icon('delete')}${texts('files.deletedHeading')}<span class="app-navigation__more">${amount(texts, trash)}</span></a></li>
			</ul>
			<div class="storage">
				<span id="storage-words">${words}</span>
				${quota !== null && html`<progress max="100" value="${percent}" class="${percent >= 90 && 'storage--high'}" aria-labelledby="storage-words">${percent} %</progress>`}
			</div>
		</nav>`
}
