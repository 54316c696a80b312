// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Personal settings: name, language, profile picture. */

import { call, reload, say, sayKept, text } from './call.ts'

/** Nextcloud asks for square pictures of this size, in pixels. */
const SIZE = 512

/**
 * The middle of a picture as a square PNG.
 *
 * @param file chosen by the person
 * @throws if it is no picture
 */
async function square(file: File): Promise<Blob> {
	const picture = await createImageBitmap(file)
	const side = Math.min(picture.width, picture.height)
	const canvas = document.createElement('canvas')
	canvas.width = SIZE
	canvas.height = SIZE
	canvas.getContext('2d')?.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, SIZE, SIZE)
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error('No picture')), 'image/png')
	})
}

const input = document.querySelector<HTMLInputElement>('#picture-file')
input?.addEventListener('change', async () => {
	const file = input.files?.[0]
	const picture = file && await square(file).catch(() => null)
	if (!picture) {
		say(text('wrong'))
		return
	}
	const form = new FormData()
	form.append('files[]', picture, 'picture.png')
	const answer = await call('POST', '/index.php/avatar/', form).catch(() => null)
	const result = answer?.ok ? await answer.json() as { status?: string } : {}
	if (result.status === 'success') {
		reload(text('picture'))
	} else {
		say(text('failed'))
	}
})

document.getElementById('picture-remove')?.addEventListener('click', async () => {
	const answer = await call('DELETE', '/index.php/avatar/').catch(() => null)
	if (answer?.ok) {
		reload(text('removed'))
	} else {
		say(text('failed'))
	}
})

const form = document.querySelector<HTMLFormElement>('form#personal')
form?.addEventListener('submit', async (event) => {
	event.preventDefault()
	const results = await Promise.all([...new FormData(form)].map(([key, value]) => call(
		'PUT',
		`/ocs/v2.php/cloud/users/${encodeURIComponent(form.dataset.account ?? '')}`,
		JSON.stringify({ key, value }),
		{ 'Content-Type': 'application/json', 'OCS-APIRequest': 'true' },
	).then((answer) => answer.ok, () => false)))
	if (results.every(Boolean)) {
		reload(text('saved'))
	} else {
		say(text('failed'))
	}
})

sayKept()
