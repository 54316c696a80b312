// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The files page: uploads through WebDAV, which really count, and deletes. */

import { call, reload, say, sayKept, text } from './call.ts'

const user = encodeURIComponent(document.head.dataset.user ?? '')
const folder = document.getElementById('app-content')?.dataset.folder ?? ''

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
		return text('uploaded', { name: file.name })
	}
	return text(answer?.status === 507 ? 'full' : 'failed', { name: file.name })
}

const input = document.querySelector<HTMLInputElement>('#upload')
input?.addEventListener('change', async () => {
	const messages: string[] = []
	for (const file of input.files ?? []) {
		say(text('running', { name: file.name }))
		messages.push(await upload(file))
	}
	if (messages.length > 0) {
		reload(messages.join(' '))
	}
})

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-delete]')) {
	button.addEventListener('click', async () => {
		const answer = await call('DELETE', `/remote.php/dav/files/${user}/${button.dataset.delete}`).catch(() => null)
		if (answer?.ok) {
			reload(text('deleted', { name: button.dataset.name ?? '' }))
		} else {
			say(text('failed', { name: button.dataset.name ?? '' }))
		}
	})
}

document.getElementById('empty-trash')?.addEventListener('click', async () => {
	const answer = await call('DELETE', `/remote.php/dav/trashbin/${user}/trash`).catch(() => null)
	if (answer?.ok) {
		reload(text('emptied'))
	} else {
		say(text('failed'))
	}
})

sayKept()
