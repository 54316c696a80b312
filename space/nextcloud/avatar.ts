// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Profile pictures. Compare AvatarController of core. */

import type { Account } from '../embedding.ts'
import type { Reply } from '../http/reply.ts'
import type { Route } from '../http/router.ts'
import type { World } from '../world.ts'

import { tellApps } from '../apps.ts'
import { parseMultipart, readBytes } from '../http/body.ts'
import { passesCsrf } from '../http/identify.ts'
import { escapeXml, json } from '../http/reply.ts'
import { readPicture } from './picture.ts'

/** Largest picture in bytes, as in Nextcloud. */
const LIMIT = 20 * 1024 * 1024
const COLOURS = ['#2e6b3f', '#7a4b12', '#1f5f7a', '#7a2f4f', '#4b4a8a', '#5f5a12']

/**
 * The routes of pictures.
 *
 * @param world the space
 */
export function avatarRoutes({ space, apps }: World): Route[] {
	return [
		{
			method: 'GET',
			path: '/avatar/{account}/{size}',
			handle: (_visit, params) => picture(space.account(params.account ?? '')),
		},
		{
			method: 'GET',
			path: '/avatar/{account}/{size}/dark',
			handle: (_visit, params) => picture(space.account(params.account ?? '')),
		},
		{
			method: 'POST',
			path: '/avatar/',
			handle: async (visit) => {
				const { account } = visit.caller
				const data = await readBytes(visit.request, LIMIT + 64 * 1024)
				if (account === null) {
					return json(401, { message: 'Current user is not logged in' })
				}
				if (!await passesCsrf(visit)) {
					return json(412, { message: 'CSRF check failed' })
				}
				return upload(account, parseMultipart(visit.header('Content-Type'), data).find(({ field }) => field === 'files[]')?.data)
			},
		},
		{
			method: 'DELETE',
			path: '/avatar/',
			handle: async (visit) => {
				const { account } = visit.caller
				if (account === null) {
					return json(401, { message: 'Current user is not logged in' })
				}
				if (!await passesCsrf(visit)) {
					return json(412, { message: 'CSRF check failed' })
				}
				space.home(account.id).picture = null
				account.avatar = false
				return json(200, [])
			},
		},
	]

	function upload(account: Account, data: Buffer | undefined): Reply {
		if (data === undefined) {
			return json(400, { data: { message: 'No image or file provided' } })
		}
		if (data.length > LIMIT) {
			return json(400, { data: { message: 'File is too big' } })
		}
		const found = readPicture(data)
		if (found === null) {
			return json(200, { data: { message: 'Invalid image' } })
		}
		if (found.width !== found.height) {
			return json(200, { data: 'notsquare', image: `data:${found.type};base64,${data.toString('base64')}` })
		}
		space.home(account.id).picture = { type: found.type, data: data.toString('base64') }
		account.avatar = true
		tellApps(space, apps, account, 'picture')
		return json(200, { status: 'success' })
	}

	function picture(account: Account | undefined): Reply {
		if (account === undefined) {
			return json(404, [])
		}
		const own = space.home(account.id).picture
		return {
			status: 200,
			headers: { 'Content-Type': own?.type ?? 'image/svg+xml', 'Cache-Control': 'private, no-cache', 'X-NC-IsCustomAvatar': own === null ? '0' : '1' },
			body: own === null ? initials(account.name) : Buffer.from(own.data, 'base64'),
		}
	}
}

/** A coloured square with the first letters of a name, as an SVG. */
function initials(name: string): string {
	const letters = name.split(/\s+/).filter(Boolean).map((word) => [...word][0]!.toUpperCase())
	const text = [letters[0] ?? '?', letters.length > 1 ? letters.at(-1)! : ''].join('')
	const colour = COLOURS[[...name].reduce((total, character) => total + character.codePointAt(0)!, 0) % COLOURS.length]!
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><rect width="64" height="64" fill="${colour}"/><text x="32" y="42" font-family="sans-serif" font-size="28" fill="#fff" text-anchor="middle">${escapeXml(text)}</text></svg>`
}
