// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What our apps cost in SQL: nothing on a page, and for the hourly check a number of queries that does not grow with the accounts. */

import type { Queries } from './queries.ts'

import { beforeAll, describe, expect, it } from 'vitest'
import { APPS, fromEnvironment } from './connection.ts'
import { createAccount, logIn, open, upload } from './people.ts'
import { queriesOf } from './queries.ts'
import { newName, settledMember } from './settle.ts'

const server = fromEnvironment
/** Accounts made to see whether they cost anything. */
const MORE = Number(process.env.ENSEMBLE_CROWD ?? 40)

describe('a page of a member with nothing pending', () => {
	let cookie = ''

	beforeAll(async () => {
		cookie = await logIn(server(), await settledMember(server()))
	})

	/** The queries of a page once everything is warm. */
	async function pageQueries(path: string) {
		await open(server(), path, cookie)
		return queriesOf(server(), async () => (await open(server(), path, cookie)).requestId)
	}

	/** The queries of a page with our apps, and without them. */
	async function withAndWithout(path: string): Promise<[Queries, Queries]> {
		const enabled = await pageQueries(path)
		await server().occ(['app:disable', ...APPS])
		try {
			const disabled = await pageQueries(path)
			console.log(`${path}: ${enabled.length} queries with our apps, ${disabled.length} without`)
			expect(disabled.length).toBeGreaterThan(0)
			return [enabled, disabled]
		} finally {
			await server().occ(['app:enable', ...APPS])
		}
	}

	it.each(['/apps/dashboard/', '/apps/files/'])('%s makes the same queries with our apps and without them', async (path) => {
		const [enabled, disabled] = await withAndWithout(path)
		expect(enabled).toEqual(disabled)
	})

	it('/settings/user makes none more but the one that Nextcloud itself makes for every section of the administration', async () => {
		const [enabled, disabled] = await withAndWithout('/settings/user')
		// Its navigation asks for each section, whoever registered it, whether the person is in charge of a group.
		const own = enabled.findIndex((query, index) => query !== disabled[index])
		expect(enabled[own]).toMatch(/^SELECT .gid. FROM .oc_group_admin. WHERE/)
		expect(enabled.toSpliced(own, 1)).toEqual(disabled)
	})
})

describe('the check of everybody\'s storage', () => {
	const check = () => queriesOf(server(), async () => {
		const { code, stderr } = await server().occ(['ensemble_quota:check'])
		expect(code, stderr).toBe(0)
		return null
	})

	it('makes as many queries for many accounts as for few', async () => {
		// Whatever other tests left to be written is written first.
		await server().runJobs()
		const few = await check()
		// One after the other: Nextcloud makes no two accounts at once on SQLite.
		for (let index = 0; index < MORE; index++) {
			const id = newName('crowd')
			await createAccount(server(), id, '1 GB')
			if (index % 8 === 0) {
				await upload(server(), id, 'some.bin', 1000)
			}
		}
		const many = await check()
		console.log(`ensemble_quota:check: ${few.length} queries before, ${many.length} with ${MORE} accounts more`)
		expect(few.length).toBeGreaterThan(0)
		expect(many.length).toBe(few.length)
	})
})
