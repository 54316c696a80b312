// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the contract suite cannot see by HTTP: time going by, and that a check of everybody's storage writes nothing else. */

import type { Account } from '@ensemble/space/embedding'

import { newAccount } from '@ensemble/space/nextcloud/accounts'
import { EmbeddedSpace } from '@ensemble/space/state'
import { beforeEach, describe, expect, it } from 'vitest'
import { contract } from './contract.ts'
import app from './embedded.ts'

const settings = contract.settings.parse({})
const DAY = 86_400
const fail = (code: string) => new Error(code)

let now: number
let space: EmbeddedSpace
let member: Account
beforeEach(() => {
	now = 1_795_000_000
	space = new EmbeddedSpace({ name: 'Les Amis du Lac', defaultQuota: '1 KB', now: () => now })
	member = space.addAccount(newAccount('ada'))
})

const keep = (path: string, size: number) => space.files('ada').push({ path, size, mtime: now, uploaded: true })
const check = () => app.jobs?.CheckStorage?.(space, settings, {})
const dismiss = (level: number) => app.handlers['POST /api/v1/dismissals']({ space, account: member, params: {}, settings, host: {}, fail, body: { level } })

describe('the banner', () => {
	it('waits for the check of everybody\'s storage', () => {
		keep('files/a', 900)
		expect(app.pending(space, member, settings)).toBeNull()
		check()
		expect(app.pending(space, member, settings)).toEqual({ level: 80, files: 900, trash: 0, versions: 0, quota: 1024, repeatDays: 7, contact: '' })
	})

	it('counts files only, and tells trash and versions apart', () => {
		keep('files/a', 900)
		keep('files_trashbin/files/b.d1', 500)
		keep('files_trashbin/versions/b.v1.d1', 50)
		keep('files_versions/a.v1', 300)
		check()
		expect(app.pending(space, member, settings)).toMatchObject({ level: 80, files: 900, trash: 550, versions: 300 })
	})

	it('comes back after the days set, not a second earlier', async () => {
		keep('files/a', 900)
		check()
		const { until } = await dismiss(80)
		expect(until).toBe(now + 7 * DAY)
		now = until - 1
		expect(app.pending(space, member, settings)).toBeNull()
		now = until
		expect(app.pending(space, member, settings)).toMatchObject({ level: 80 })
	})
})
