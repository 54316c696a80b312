// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** First steps tick themselves from the real state of the space. */

import { describe, expect, it } from 'vitest'
import { fromEnvironment } from './connection.ts'
import { createAccount, logIn, ocs, PASSWORD, upload } from './people.ts'
import { newName } from './settle.ts'

const server = fromEnvironment
const STEPS = 'apps/ensemble_onboarding/api/v1/steps'

async function done(id: string): Promise<string[]> {
	const { status, data } = await ocs(server(), `${id}:${PASSWORD}`, 'GET', STEPS)
	expect(status).toBe(200)
	return (data as { steps: Array<{ id: string, done: boolean }> }).steps.filter((step) => step.done).map((step) => step.id)
}

/** Sends a profile picture as the personal settings do. */
async function sendPicture(id: string): Promise<void> {
	const cookie = await logIn(server(), id)
	const { token } = await (await fetch(`${server().baseUrl}/csrftoken`, { headers: { cookie } })).json() as { token: string }
	// The smallest PNG: one pixel.
	const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
	const form = new FormData()
	form.append('files[]', new Blob([Buffer.from(pixel, 'base64')], { type: 'image/png' }), 'me.png')
	const answer = await fetch(`${server().baseUrl}/avatar/`, { method: 'POST', headers: { cookie, requesttoken: token }, body: form })
	expect(answer.status, await answer.clone().text()).toBe(200)
}

describe('first steps', () => {
	it('are not done for a new account, whose example files it did not send', async () => {
		const id = newName('steps')
		await createAccount(server(), id)
		expect(await done(id)).toEqual([])
	})

	it('tick the upload when a file was sent', async () => {
		const id = newName('sender')
		await createAccount(server(), id)
		expect(await done(id)).toEqual([])
		await upload(server(), id, 'minutes.odt', 10)
		expect(await done(id)).toEqual(['upload'])
	})

	it('tick the picture when one was chosen, and it stays ticked when it was taken away', async () => {
		const id = newName('face')
		await createAccount(server(), id)
		expect(await done(id)).toEqual([])
		await sendPicture(id)
		expect(await done(id)).toEqual(['picture'])
		const cookie = await logIn(server(), id)
		const { token } = await (await fetch(`${server().baseUrl}/csrftoken`, { headers: { cookie } })).json() as { token: string }
		const removed = await fetch(`${server().baseUrl}/avatar/`, { method: 'DELETE', headers: { cookie, requesttoken: token } })
		expect(removed.status).toBe(200)
		expect(await done(id)).toEqual(['picture'])
	})

	it('carry the name of the association', async () => {
		const id = newName('named')
		await createAccount(server(), id)
		await server().occ(['config:app:set', 'theming', 'name', '--value', 'Les Amis du Vélo'])
		try {
			const { data } = await ocs(server(), `${id}:${PASSWORD}`, 'GET', STEPS)
			expect(data).toMatchObject({ association: 'Les Amis du Vélo', contact: '' })
		} finally {
			await server().occ(['config:app:delete', 'theming', 'name'])
		}
	})
})
