// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the contract suite cannot see by HTTP: guests, and a charter app that is switched off. */

import { newAccount } from '@ensemble/space/nextcloud/accounts'
import { EmbeddedSpace } from '@ensemble/space/state'
import { beforeEach, describe, expect, it } from 'vitest'
import { contract } from './contract.ts'
import app from './embedded.ts'

const settings = contract.settings.parse({})
const fail = (code: string) => new Error(code)
let space: EmbeddedSpace
beforeEach(() => {
	space = new EmbeddedSpace({ name: 'Les Amis du Lac', defaultQuota: '1 GB' })
	space.addAccount(newAccount('ada'))
	space.addAccount(newAccount('guest', { guest: true }))
	space.setAppValue('ensemble_charter', 'current', 1)
})

const steps = async (id: string) => (await app.handlers['GET /api/v1/steps']({ space, account: space.account(id)!, params: {}, body: {}, settings, host: {}, fail })).steps.map((step) => step.id)

describe('the charter among the first steps', () => {
	it('is there for a member', async () => {
		expect(await steps('ada')).toEqual(['picture', 'upload', 'charter'])
	})

	it('is not there for a guest, who is never asked', async () => {
		expect(await steps('guest')).toEqual(['picture', 'upload'])
	})

	it('is not there when the charter app is switched off', async () => {
		space.disabledApps.add('ensemble_charter')
		expect(await steps('ada')).toEqual(['picture', 'upload'])
	})
})

describe('the welcome', () => {
	it('is for the first login only', () => {
		const account = space.account('ada')!
		expect(app.pending(space, account, settings)).toBeNull()
		app.firstLogin?.(space, account)
		expect(app.pending(space, account, settings)).toEqual({ association: 'Les Amis du Lac', welcome: '', contact: '' })
	})
})

describe('example files', () => {
	it('are nobody\'s upload', async () => {
		space.files('ada').push({ path: 'files/Readme.md', size: 1, mtime: 1, uploaded: false })
		const { steps } = await app.handlers['GET /api/v1/steps']({ space, account: space.account('ada')!, params: {}, body: {}, settings, host: {}, fail })
		expect(steps.find(({ id }) => id === 'upload')).toEqual({ id: 'upload', done: false })
	})
})
