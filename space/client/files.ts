// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The files page: uploads through WebDAV, which really count, and deletes. Apps hear of both on the event bus, as in Nextcloud. */

import type { FileEvent } from './fileEvents.ts'

import { call, say, text } from './call.ts'
import { tell } from './fileEvents.ts'

const user = encodeURIComponent(document.head.dataset.user ?? '')
const folder = document.getElementById('app-content')?.dataset.folder ?? ''
/** What the page shows of the files: exchanged after each change, so that nothing else on the page is lost. */
const SHOWN = ['.files__table, .files__empty', '#app-navigation', '#empty-trash']

/** Shows the files as they are now. */
async function refresh(): Promise<void> {
	const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
	const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
	for (const selector of SHOWN) {
		const [old, current] = [document.querySelector(selector), fresh.querySelector(selector)]
		if (current) {
			old?.replaceWith(current)
		} else {
			old?.remove()
		}
	}
}

/**
 * Sends one file.
 *
 * @param file what to send
 * @return what to tell
 */
async function upload(file: File): Promise<string> {
	const path = [folder, encodeURIComponent(file.name)].filter(Boolean).join('/')
	const answer = await call('PUT', `/remote.php/dav/files/${user}/${path}`, file).catch(() => null)
	if (answer?.ok) {
		tell(answer.status === 201 ? 'created' : 'updated', { id: Number(answer.headers.get('OC-FileId')), path: `/${decodeURIComponent(path)}`, size: file.size, folder: false })
		return text('uploaded', { name: file.name })
	}
	return text(answer?.status === 507 ? 'full' : 'failed', { name: file.name })
}

document.querySelector<HTMLInputElement>('#upload')?.addEventListener('change', async ({ target }) => {
	const input = target as HTMLInputElement
	const messages: string[] = []
	for (const file of input.files ?? []) {
		say(text('running', { name: file.name }))
		messages.push(await upload(file))
	}
	input.value = ''
	if (messages.length > 0) {
		await refresh()
		say(messages.join(' '))
	}
})

/** Deletes the file or folder of a button. */
async function remove({ delete: path = '', name = '', id, size, folder: isFolder }: DOMStringMap): Promise<void> {
	const answer = await call('DELETE', `/remote.php/dav/files/${user}/${path}`).catch(() => null)
	if (!answer?.ok) {
		say(text('failed', { name }))
		return
	}
	const event: FileEvent = { id: Number(id), path: `/${decodeURIComponent(path)}`, size: Number(size), folder: isFolder === 'true' }
	tell('deleted', event)
	await refresh()
	say(text('deleted', { name }))
	document.getElementById('app-content')?.focus()
}

async function emptyTrash(): Promise<void> {
	const answer = await call('DELETE', `/remote.php/dav/trashbin/${user}/trash`).catch(() => null)
	if (!answer?.ok) {
		say(text('failed'))
		return
	}
	await refresh()
	say(text('emptied'))
	document.getElementById('app-content')?.focus()
}

// The buttons come and go with the table.
document.addEventListener('click', ({ target }) => {
	const button = target instanceof Element ? target.closest<HTMLElement>('button[data-delete], #empty-trash') : null
	if (button) {
		void (button.id === 'empty-trash' ? emptyTrash() : remove(button.dataset))
	}
})
