// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The story of a newcomer: welcomed once, and first steps that tick themselves from what the space shows. */

import type { Person } from './support/space.ts'

import { contract as charter } from '@ensemble/charter/contract'
import { contract } from '@ensemble/onboarding/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useSpace } from './support/useSpace.ts'

const space = useSpace()
let member: Person
beforeEach(async () => {
	await space.withoutCharter()
	member = await space.person()
})

const steps = async () => Object.fromEntries((await space.answer(contract, 'GET /api/v1/steps', { as: member })).steps.map(({ id, done }) => [id, done]))
const seen = () => space.answer(contract, 'POST /api/v1/welcome', { as: member, body: { seen: true } })

describe('the welcome', () => {
	it('comes with the first page of all', async () => {
		const page = await space.page(member)
		expect(page.pending(contract.app)).toEqual({ association: expect.stringMatching(/./), welcome: '', contact: '' })
		expect(page.loads(contract.app, 'welcome')).toBe(true)
	})

	it('waits until it was seen', async () => {
		await space.page(member)
		expect(await space.pending(member, contract.app)).not.toBeNull()
	})

	it('does not come again once it was seen', async () => {
		await space.page(member)
		expect(await seen()).toEqual({ seen: true })
		const page = await space.page(member)
		expect(page.pending(contract.app)).toBeNull()
		expect(page.loads(contract.app, 'welcome')).toBe(false)
		expect(await seen()).toEqual({ seen: true })
		expect(await space.pending(member, contract.app)).toBeNull()
	})

	describe('in the association\'s own words', () => {
		afterEach(() => space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { association: null, welcome: null, contact: null } }))

		it.each([['fr', 'Bienvenue au bord du lac !'], ['en', ''], ['de_DE', 'Willkommen am See!']])('to a person whose language is %s: "%s"', async (language, welcome) => {
			await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { association: 'Les Amis du Lac', welcome: { fr: 'Bienvenue au bord du lac !', de: 'Willkommen am See!' }, contact: 'Marie' } })
			const newcomer = await space.person({ language })
			expect(await space.pending(newcomer, contract.app)).toEqual({ association: 'Les Amis du Lac', welcome, contact: 'Marie' })
			expect(await space.answer(contract, 'GET /api/v1/steps', { as: newcomer })).toMatchObject({ association: 'Les Amis du Lac', contact: 'Marie' })
		})
	})
})

describe('the first steps', () => {
	it('are a picture and a file where there is no charter; none is done for a newcomer', async () => {
		expect(await steps()).toEqual({ picture: false, upload: false })
	})

	it('tick a file that was sent', async () => {
		await space.upload(member, 'letter.txt', 100, Math.floor(Date.now() / 1000))
		expect(await steps()).toEqual({ picture: false, upload: true })
	})

	it('tick a profile picture', async () => {
		await space.uploadPicture(member)
		expect(await steps()).toEqual({ picture: true, upload: false })
	})

	it('tick the charter once it was answered, either way', async () => {
		const { id, hashes } = await space.publish()
		expect(await steps()).toEqual({ picture: false, upload: false, charter: false })
		await space.answer(charter, 'POST /api/v1/answers', { as: member, body: { version: id, language: 'en', textHash: hashes.en, choice: 'declined', after: 0 } })
		expect(await steps()).toEqual({ picture: false, upload: false, charter: true })
	})

	it('do not tick the charter for "later"', async () => {
		const { id } = await space.publish()
		await space.answer(charter, 'POST /api/v1/later', { as: member, body: { version: id } })
		expect(await steps()).toEqual({ picture: false, upload: false, charter: false })
	})

	it('stay done, even when the trace has gone', async () => {
		await space.upload(member, 'letter.txt', 100, Math.floor(Date.now() / 1000))
		const { id, hashes } = await space.publish()
		await space.answer(charter, 'POST /api/v1/answers', { as: member, body: { version: id, language: 'en', textHash: hashes.en, choice: 'accepted', after: 0 } })
		expect(await steps()).toEqual({ picture: false, upload: true, charter: true })
		await space.deleteFile(member, 'letter.txt')
		await space.publish()
		expect(await steps()).toEqual({ picture: false, upload: true, charter: true })
	})

	it('can be looked at after the welcome as well', async () => {
		await seen()
		expect(await steps()).toEqual({ picture: false, upload: false })
	})
})
