// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Admins are told of another app that asks members something too; nobody else's page changes. */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromEnvironment } from './connection.ts'
import { logIn, ocs, open, oursIn, PASSWORD } from './people.ts'
import { must } from './process.ts'
import { newName, settledMember } from './settle.ts'

const server = fromEnvironment
const STATE = /id="initial-state-ensemble_charter-neighbours" value="([^"]+)"/

describe('Administration → Association', () => {
	const place = () => join(server().root, 'apps-ensemble', 'terms_of_service')
	let admin = ''
	beforeAll(async () => {
		const id = newName('neighbour')
		await ocs(server(), server().admin, 'POST', 'cloud/users', { userid: id, password: PASSWORD, groups: ['admin'] })
		admin = await logIn(server(), id)
		await must('cp', ['-a', fileURLToPath(new URL('./neighbour', import.meta.url)), place()])
	})

	afterAll(async () => {
		await server().occ(['app:disable', 'terms_of_service'])
		await must('rm', ['-r', place()])
	})

	async function neighbours(): Promise<unknown> {
		const { html } = await open(server(), '/settings/admin/ensemble', admin)
		return JSON.parse(Buffer.from(STATE.exec(html)?.[1] ?? '', 'base64').toString())
	}

	it('knows whether terms_of_service is enabled', async () => {
		expect(await neighbours()).toEqual([])
		const { code, stdout } = await server().occ(['app:enable', 'terms_of_service'])
		expect(code, stdout).toBe(0)
		expect(await neighbours()).toEqual(['terms_of_service'])
		await server().occ(['app:disable', 'terms_of_service'])
		expect(await neighbours()).toEqual([])
	})

	it('is the only page that does', async () => {
		await server().occ(['app:enable', 'terms_of_service'])
		const member = await logIn(server(), await settledMember(server()))
		for (const path of ['/apps/dashboard/', '/apps/files/', '/settings/user']) {
			const { html } = await open(server(), path, member)
			expect(html, path).toContain('data-user="settled')
			expect(oursIn(html), path).toEqual([])
		}
		expect((await open(server(), '/settings/admin', admin)).html).not.toMatch(STATE)
	})
})
