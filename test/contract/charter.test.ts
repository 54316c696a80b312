// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The story of the charter: published, asked on every page, answered or put off, and then silence. */

import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { canonicalText } from '@ensemble/charter/src/logic/canonical'
import { laterUntil } from '@ensemble/charter/src/logic/later'
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const space = useSpace()

describe('without a charter in force', () => {
	it('nobody is asked', async () => {
		await space.withoutCharter()
		const member = await space.person()
		expect(await space.pending(member, contract.app)).toBeNull()
	})
})

describe('publishing', () => {
	it('keeps each text with the hash of its canonical form', async () => {
		const texts = charterTexts()
		const version = await space.publish(texts)
		expect(version.texts).toEqual(texts)
		expect(version.defaultLanguage).toBe('fr')
		expect(version.hashes).toEqual(Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, sha256(canonicalText({ language, ...text }))])))
		expect(Math.abs(version.publishedAt - Date.now() / 1000)).toBeLessThan(120)
	})

	it('numbers the versions and keeps the old ones as they were', async () => {
		const first = await space.publish(charterTexts('one'))
		const second = await space.publish(charterTexts('two'))
		expect(second.number).toBe(first.number + 1)
		expect(second.id).toBeGreaterThan(first.id)
		const member = await space.person()
		expect(await space.answer(contract, 'GET /api/v1/versions/{id}', { as: member, params: { id: first.id } })).toEqual(first)
	})

	it('lists the newest first, in the reader\'s language', async () => {
		const version = await space.publish(charterTexts('listed'))
		const admin = await space.person({ admin: true, language: 'fr' })
		const { versions } = await space.answer(contract, 'GET /api/v1/versions', { as: admin })
		expect(versions[0]).toEqual({ id: version.id, owner: 'association', ownerName: '', inForce: true, number: version.number, title: 'Notre charte listed', publishedAt: version.publishedAt, accepted: 0, declined: 0 })
		const own = versions.filter(({ owner }) => owner === 'association')
		expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => version.number - index))
		expect(versions.filter(({ inForce }) => inForce)).toHaveLength(1)
	})

	it('refuses a charter without a text in its main language', async () => {
		const { fr } = charterTexts()
		const after = await space.newest()
		expect(await space.refusal(contract, 'POST /api/v1/versions', { as: space.admin, body: { defaultLanguage: 'de', texts: { fr }, after } }))
			.toMatchObject({ status: 400, error: 'no_default_text', field: 'texts.de' })
		expect(await space.refusal(contract, 'POST /api/v1/versions', { as: space.admin, body: { defaultLanguage: 'fr', texts: {}, after } }))
			.toMatchObject({ status: 400, error: 'no_default_text', field: 'texts.fr' })
		expect(await space.newest()).toBe(after)
	})

	it('lets nobody overwrite a colleague unknowingly', async () => {
		const before = await space.newest()
		const body = { defaultLanguage: 'fr', texts: charterTexts(), after: before }
		const version = await space.answer(contract, 'POST /api/v1/versions', { as: space.admin, body })
		expect(await space.refusal(contract, 'POST /api/v1/versions', { as: space.admin, body })).toMatchObject({ status: 409, error: 'published_meanwhile' })
		expect(await space.newest()).toBe(version.id)
	})

	it('of two admins at once only one succeeds', async () => {
		const colleague = await space.person({ admin: true })
		const after = await space.newest()
		const replies = await Promise.all([space.admin, colleague].map((as, n) => space.call(contract, 'POST /api/v1/versions', { as, body: { defaultLanguage: 'fr', texts: charterTexts(`at once ${n}`), after } })))
		expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
	})

	it('asks everybody again, whatever they answered before', async () => {
		const member = await space.person()
		const { id, hashes } = await space.publish()
		await space.answer(contract, 'POST /api/v1/answers', { as: member, body: { version: id, language: 'fr', textHash: hashes.fr, choice: 'accepted', after: 0 } })
		expect(await space.pending(member, contract.app)).toBeNull()
		const next = await space.publish()
		expect(await space.pending(member, contract.app)).toMatchObject({ version: next.id })
		expect((await space.met(member)).answer).toBeNull()
	})
})

describe('the ask on a member\'s page', () => {
	let version: Awaited<ReturnType<typeof space.publish>>
	let member: Person
	beforeEach(async () => {
		version = await space.publish()
		member = await space.person({ language: 'en' })
	})

	const answer = (choice: string, after = 0) => ({ version: version.id, language: 'en', textHash: version.hashes.en, choice, after })

	it('carries what the first paint needs', async () => {
		const page = await space.page(member)
		expect(page.pending(contract.app)).toEqual({
			association: expect.stringMatching(/./),
			owner: 'association',
			ownerName: '',
			version: version.id,
			language: 'en',
			textHash: version.hashes.en,
			title: 'Our charter ensemble',
			summary: charterTexts().en!.summary,
			languages: expect.toSatisfy((languages: string[]) => languages.toSorted().join() === 'en,fr'),
			laterDays: 1,
			canWait: true,
			deadline: null,
			changeNote: '',
			before: null,
			next: null,
		})
		expect(page.loads(contract.app, 'ask')).toBe(true)
	})

	it.each([['fr', 'fr'], ['de', 'fr'], ['en_GB', 'en']])('speaks to a person whose language is %s in %s', async (language, best) => {
		const person = await space.person({ language })
		expect(await space.pending(person, contract.app)).toMatchObject({ language: best, textHash: version.hashes[best] })
		expect((await space.met(person)).language).toBe(best)
	})

	it.each(['accepted', 'declined'])('is gone for good once the person has %s', async (choice) => {
		const given = await space.answer(contract, 'POST /api/v1/answers', { as: member, body: answer(choice) })
		expect(given).toMatchObject({ version: version.id, language: 'en', textHash: version.hashes.en, choice })
		expect(Math.abs(given.at - Date.now() / 1000)).toBeLessThan(120)
		const page = await space.page(member)
		expect(page.pending(contract.app)).toBeNull()
		expect(page.loads(contract.app, 'ask')).toBe(false)
		expect((await space.met(member)).answer).toEqual(given)
	})

	it('comes back on the next morning after "later"', async () => {
		await space.edit(member, 'timezone', 'Pacific/Auckland')
		const before = Math.floor(Date.now() / 1000)
		const { until } = await space.answer(contract, 'POST /api/v1/later', { as: member, body: { version: version.id } })
		expect([laterUntil(before, 'Pacific/Auckland', 1), laterUntil(Math.floor(Date.now() / 1000), 'Pacific/Auckland', 1)]).toContain(until)
		expect(await space.pending(member, contract.app)).toBeNull()
		expect((await space.met(member)).answer).toBeNull()
	})

	it('stays away for as many days as the space has set', async () => {
		await space.edit(member, 'timezone', 'Europe/Paris')
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { laterDays: 5 } })
		expect(await space.pending(member, contract.app)).toMatchObject({ laterDays: 5 })
		const { until } = await space.answer(contract, 'POST /api/v1/later', { as: member, body: { version: version.id } })
		await space.answer(contract, 'PUT /api/v1/settings', { as: space.admin, body: { laterDays: null } })
		expect((until - Date.now() / 1000) / 86_400).toBeGreaterThan(4)
	})

	it('counts accepted and declined, each person once', async () => {
		const [second, third] = [await space.person(), await space.person()]
		const first = await space.answer(contract, 'POST /api/v1/answers', { as: member, body: answer('declined') })
		await space.answer(contract, 'POST /api/v1/answers', { as: member, body: answer('accepted', first.id) })
		await space.answer(contract, 'POST /api/v1/answers', { as: second, body: answer('accepted') })
		await space.answer(contract, 'POST /api/v1/answers', { as: third, body: answer('declined') })
		const { versions } = await space.answer(contract, 'GET /api/v1/versions', { as: space.admin })
		expect(versions[0]).toMatchObject({ id: version.id, accepted: 2, declined: 1 })
	})
})
