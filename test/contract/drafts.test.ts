// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The draft that all admins share: nobody overwrites a colleague unknowingly. */

import type { Person } from './support/space.ts'

import { contract } from '@ensemble/charter/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const GET = 'GET /api/v1/draft'
const PUT = 'PUT /api/v1/draft'
const space = useSpace()
let ada: Person
let ben: Person
beforeAll(async () => {
	ada = await space.person({ admin: true })
	ben = await space.person({ admin: true })
}, 60_000)

const read = (as = ada) => space.answer(contract, GET, { as })
const draft = (title: string) => ({ defaultLanguage: 'fr', texts: { fr: { title, summary: ['Une phrase', ''], body: '' } } })
const save = async (as: Person, title: string, revision?: number) => space.answer(contract, PUT, { as, body: { revision: revision ?? (await read()).revision, draft: draft(title) } })

describe('a draft', () => {
	it('is kept as it was written, with who saved it and when', async () => {
		const { revision: before } = await read()
		const { revision, savedAt } = await save(ada, 'Presque fini')
		expect(revision).toBe(before + 1)
		expect(Math.abs(savedAt! - Date.now() / 1000)).toBeLessThan(120)
		expect(await read(ben)).toEqual({ revision, savedAt, savedBy: `Test ${ada.id}`, draft: draft('Presque fini') })
	})

	it('may lack everything, and hold every character that a charter may', async () => {
		for (const texts of [{}, { fr: { title: '', summary: [], body: '' } }, charterTexts('entière')]) {
			const { revision } = await space.answer(contract, PUT, { as: ada, body: { revision: (await read()).revision, draft: { defaultLanguage: 'en', texts } } })
			expect(await read()).toMatchObject({ revision, draft: { defaultLanguage: 'en', texts } })
		}
	})

	it('is thrown away, but its revision is not used again', async () => {
		const { revision } = await save(ada, 'Pour rien')
		expect(await space.answer(contract, PUT, { as: ben, body: { revision, draft: null } })).toEqual({ revision: revision + 1, savedAt: null })
		expect(await read()).toEqual({ revision: revision + 1, draft: null, savedAt: null, savedBy: '' })
		await save(ben, 'Tout neuf')
		// Who still has the one that was thrown away before the eyes does not overwrite the new one.
		expect(await space.refusal(contract, PUT, { as: ada, body: { revision, draft: draft('Pour rien, suite') } })).toMatchObject({ status: 409, error: 'draft_changed' })
		expect((await read()).draft).toEqual(draft('Tout neuf'))
	})

	it('is nobody\'s once the account that saved it is gone', async () => {
		const cleo = await space.person({ admin: true })
		await save(cleo, 'De Cléo')
		await space.remove(cleo)
		expect(await read()).toMatchObject({ draft: draft('De Cléo'), savedBy: '' })
	})

	it('stays when a charter is published, and is none', async () => {
		await save(ada, 'En chantier')
		const before = await read()
		const version = await space.publish()
		expect(await read()).toEqual(before)
		expect((await space.met(ada)).version).toEqual(version)
	})
})

describe('two admins', () => {
	it('who save from the same revision: the second one is told, and both texts are there to be compared', async () => {
		const { revision } = await save(ada, 'Le début')
		const saved = await save(ben, 'La suite de Ben', revision)
		const theirs = draft('La suite d’Ada')
		expect(await space.refusal(contract, PUT, { as: ada, body: { revision, draft: theirs } })).toMatchObject({ status: 409, error: 'draft_changed', field: 'revision' })
		expect(await read(ada)).toEqual({ ...saved, savedBy: `Test ${ben.id}`, draft: draft('La suite de Ben') })
		// Ada has seen Ben's text, and saves hers knowingly.
		await space.answer(contract, PUT, { as: ada, body: { revision: saved.revision, draft: theirs } })
		expect((await read(ben)).draft).toEqual(theirs)
	})

	it('at the very same time: one is taken, one is told', async () => {
		const { revision } = await save(ada, 'Ensemble')
		const replies = await Promise.all([ada, ben].map((as, n) => space.call(contract, PUT, { as, body: { revision, draft: draft(`Ensemble ${n}`) } })))
		const statuses = replies.map(({ status }) => status)
		expect(statuses.toSorted()).toEqual([200, 409])
		expect(await read()).toMatchObject({ revision: revision + 1, draft: draft(`Ensemble ${statuses.indexOf(200)}`) })
	})

	it.each([['an older one', -1], ['one that there never was', 1000]])('who name %s are refused, also when they throw it away', async (_, difference) => {
		const { revision } = await save(ada, 'Debout')
		for (const one of [draft('Autre'), null]) {
			expect(await space.refusal(contract, PUT, { as: ben, body: { revision: revision + difference, draft: one } })).toMatchObject({ status: 409, error: 'draft_changed' })
		}
		expect(await read()).toMatchObject({ revision, draft: draft('Debout') })
	})
})
