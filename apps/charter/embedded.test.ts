// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the contract suite cannot see by HTTP: guests, time going by, and a space without any charter. */

import type { Account } from '@ensemble/space/embedding'

import { newAccount } from '@ensemble/space/nextcloud/accounts'
import { EmbeddedSpace } from '@ensemble/space/state'
import { beforeEach, describe, expect, it } from 'vitest'
import { contract } from './contract.ts'
import app from './embedded.ts'

const settings = contract.settings.parse({})
const text = { title: 'Our charter', summary: ['One sentence.'], body: 'A body.' }
const fail = (code: string) => new Error(code)

let now: number
let space: EmbeddedSpace
let member: Account
beforeEach(() => {
	now = Date.UTC(2026, 10, 22, 12) / 1000
	space = new EmbeddedSpace({ name: 'Les Amis du Lac', defaultQuota: '1 GB', now: () => now })
	member = space.addAccount(newAccount('ada'))
})

const publish = () => app.handlers['POST /api/v1/versions']({ space, account: member, params: {}, settings, fail, body: { defaultLanguage: 'en', texts: { en: text }, after: space.rows(contract.app, 'versions').length } })
const later = (version: number) => app.handlers['POST /api/v1/later']({ space, account: member, params: {}, settings, fail, body: { version } })
const answer = (version: number, textHash: string) => app.handlers['POST /api/v1/answers']({ space, account: member, params: {}, settings, fail, body: { version, language: 'en', textHash, choice: 'accepted', after: 0 } })

describe('a space without a charter', () => {
	it('has none to read and asks nobody', async () => {
		expect(await app.handlers['GET /api/v1/charter']({ space, account: member, params: {}, body: {}, settings, fail })).toEqual({ version: null, language: null, answer: null })
		expect(await app.handlers['GET /api/v1/versions']({ space, account: member, params: {}, body: {}, settings, fail })).toEqual({ versions: [] })
		expect(app.pending(space, member, settings)).toBeNull()
	})
})

describe('the ask', () => {
	it('is never put to a guest', async () => {
		await publish()
		const guest = space.addAccount(newAccount('guest', { guest: true }))
		expect(app.pending(space, guest, settings)).toBeNull()
		expect(app.pending(space, member, settings)).toMatchObject({ version: 1, association: 'Les Amis du Lac' })
	})

	it('comes back at four in the morning, not a second earlier', async () => {
		await publish()
		const { until } = await later(1)
		// 04:00 in Paris.
		expect(new Date(until * 1000).toISOString()).toBe('2026-11-23T03:00:00.000Z')
		now = until - 1
		expect(app.pending(space, member, settings)).toBeNull()
		now = until
		expect(app.pending(space, member, settings)).not.toBeNull()
	})

	it('comes with a new version, but not within a "later"', async () => {
		await publish()
		const { until } = await later(1)
		const second = await publish()
		expect(app.pending(space, member, settings)).toBeNull()
		now = until
		expect(app.pending(space, member, settings)).toMatchObject({ version: second.id })
	})
})

describe('an account that is deleted', () => {
	it('leaves its answer without a name', async () => {
		const { hashes } = await publish()
		await answer(1, hashes.en!)
		app.accountDeleted?.(space, member)
		expect(space.rows(contract.app, 'people')).toEqual([])
		expect(space.rows(contract.app, 'answers')).toHaveLength(1)
		expect(JSON.stringify(space.rows(contract.app, 'answers'))).not.toContain('ada')
	})

	it('may have given no answer', () => {
		app.accountDeleted?.(space, member)
		expect(space.rows(contract.app, 'people')).toEqual([])
	})
})
