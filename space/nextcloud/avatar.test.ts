// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Profile pictures, as AvatarController answers. */

import { expect, it } from 'vitest'
import { flower } from '../demo/picture.ts'
import { as, useSpace } from '../test/client.ts'
import { readPicture } from './picture.ts'

const space = useSpace()
const picture = () => fetch(`${space.current.url}/index.php/avatar/ruth/64`)

async function upload(data: Buffer, field = 'files[]') {
	const form = new FormData()
	form.append(field, new Blob([Uint8Array.from(data)]), 'me.png')
	return as(space.current.url, 'ruth')('POST', '/index.php/avatar/', { body: form })
}

it('takes a square picture and gives it back', async () => {
	expect((await picture()).headers.get('X-NC-IsCustomAvatar')).toBe('0')
	const response = await upload(flower(5, [1, 2, 3]))
	expect([response.status, await response.json()]).toEqual([200, { status: 'success' }])
	const shown = await picture()
	expect(shown.headers.get('X-NC-IsCustomAvatar')).toBe('1')
	expect(Buffer.from(await shown.arrayBuffer())).toEqual(flower(5, [1, 2, 3]))
	expect(space.current.space.account('ruth')?.avatar).toBe(true)
	expect((await as(space.current.url, 'ruth')('DELETE', '/index.php/avatar/')).status).toBe(200)
	expect(space.current.space.account('ruth')?.avatar).toBe(false)
})

it('asks to crop what is not square', async () => {
	const wide = flower(5, [1, 2, 3])
	wide.writeUInt32BE(256, 16)
	expect(await (await upload(wide)).json()).toMatchObject({ data: 'notsquare' })
})

it('refuses what is no picture, or no upload', async () => {
	expect(await (await upload(Buffer.from('GIF89a'))).json()).toEqual({ data: { message: 'Invalid image' } })
	expect((await upload(flower(5, [1, 2, 3]), 'other')).status).toBe(400)
	expect((await fetch(`${space.current.url}/index.php/avatar/`, { method: 'POST' })).status).toBe(401)
	expect((await fetch(`${space.current.url}/index.php/avatar/nobody/64`)).status).toBe(404)
})

it('reads the measures of a JPEG', () => {
	const jpeg = Buffer.from([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 0, 30, 0, 40, 3, 0, 0, 0])
	expect(readPicture(jpeg)).toEqual({ type: 'image/jpeg', width: 40, height: 30 })
	expect(readPicture(jpeg.subarray(0, 10))).toBeNull()
})
