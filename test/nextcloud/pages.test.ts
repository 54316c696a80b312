// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What our apps put on Nextcloud's pages: nothing while nothing is pending, and only on whole pages of a member otherwise. */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withConfig } from './configuration.ts'
import { fromEnvironment } from './connection.ts'
import { dav, logIn, ocs, open, oursIn, PASSWORD } from './people.ts'
import { must } from './process.ts'
import { newcomer, settledMember } from './settle.ts'

const server = fromEnvironment
const MEMBER_PAGES = ['/apps/dashboard/', '/apps/files/', '/settings/user']

describe('a member with nothing pending', () => {
	let cookie = ''

	beforeAll(async () => {
		cookie = await logIn(server(), await settledMember(server()))
	})

	it.each(MEMBER_PAGES)('finds nothing of ours on %s', async (path) => {
		const page = await open(server(), path, cookie)
		expect(page.status).toBe(200)
		expect(page.html).toContain('data-user="settled')
		expect(oursIn(page.html)).toEqual([])
	})
})

describe('a newcomer with everything pending', () => {
	let id = ''
	let cookie = ''

	beforeAll(async () => {
		id = await newcomer(server())
		cookie = await logIn(server(), id)
	})

	it.each(MEMBER_PAGES)('gets the three entries and their initial states on %s', async (path) => {
		const { html } = await open(server(), path, cookie)
		for (const [app, entry] of [['ensemble_charter', 'ask'], ['ensemble_onboarding', 'welcome'], ['ensemble_quota', 'banner']]) {
			expect(html.match(new RegExp(`src="[^"]*/${app}/js/${app}-${entry}\\.mjs`, 'g')), `${app} script`).toHaveLength(1)
			expect(html.match(new RegExp(`id="initial-state-${app}-pending"`, 'g')), `${app} initial state`).toHaveLength(1)
		}
	})

	it('gets the numbers that were counted', async () => {
		const { html } = await open(server(), '/apps/files/', cookie)
		const state = /id="initial-state-ensemble_quota-pending" value="([^"]+)"/.exec(html)?.[1] ?? ''
		expect(JSON.parse(Buffer.from(state, 'base64').toString())).toEqual({
			mine: { level: 95, files: 10_000_048, trash: 0, versions: 0, quota: 10_485_760 },
			space: null,
			repeatDays: 7,
			contact: '',
			advice: '',
		})
	})

	it.each(['/nowhere', '/apps/nowhere/', '/s/0000000000'])('finds nothing of ours on the error page %s', async (path) => {
		const page = await open(server(), path, cookie)
		expect(page.status).toBe(404)
		expect(oursIn(page.html)).toEqual([])
	})

	it('finds nothing of ours on a public share, logged in or not', async () => {
		const share = await ocs(server(), `${id}:${PASSWORD}`, 'POST', 'apps/files_sharing/api/v1/shares', { path: '/Readme.md', shareType: 3 })
		expect(share.status).toBe(200)
		const path = `/s/${(share.data as { token: string }).token}`
		for (const who of [cookie, undefined]) {
			const page = await open(server(), path, who)
			expect(page.status).toBe(200)
			expect(page.html).toContain('Readme.md')
			expect(oursIn(page.html)).toEqual([])
		}
	})

	it('finds nothing of ours while a client is let in', async () => {
		const begun = await fetch(`${server().baseUrl}/login/v2`, { method: 'POST' })
		const { login } = await begun.json() as { login: string }
		const page = await open(server(), new URL(login).pathname, cookie)
		expect(page.status).toBe(200)
		expect(page.html).toContain('loginFlow')
		expect(oursIn(page.html)).toEqual([])
	})

	it('finds nothing of ours while an app frames the page', async () => {
		const framed = await fetch(`${server().baseUrl}/apps/files/`, { headers: { cookie, accept: 'text/html', 'sec-fetch-dest': 'iframe' } })
		expect(framed.status).toBe(200)
		expect(oursIn(await framed.text())).toEqual([])
	})

	it('gets nothing of ours with the machine interfaces', async () => {
		expect(oursIn(await dav(server(), id, 'PROPFIND', ''))).toEqual([])
		expect(oursIn(await (await fetch(`${server().baseUrl}/status.php`)).text())).toEqual([])
	})
})

describe('nobody', () => {
	it.each(['/login', '/', '/lostpassword/form/email', '/login/flow', '/nowhere'])('finds nothing of ours on %s', async (path) => {
		const page = await open(server(), path)
		expect(page.html).toContain('<html')
		expect(oursIn(page.html)).toEqual([])
	})
})

describe('a member who must give a second factor', () => {
	it('finds nothing of ours before that', async () => {
		const id = await newcomer(server())
		await server().occ(['twofactorauth:enforce', '--on'])
		try {
			const cookie = await logIn(server(), id)
			const page = await open(server(), '/apps/files/', cookie)
			expect(page.html).toContain('two-factor')
			expect(page.html).toContain('body-login')
			expect(oursIn(page.html)).toEqual([])
		} finally {
			await server().occ(['twofactorauth:enforce', '--off'])
		}
	})
})

describe('pages that Nextcloud shows while it works on itself', () => {
	let cookie = ''

	beforeAll(async () => {
		cookie = await logIn(server(), await newcomer(server()))
	})

	it('hold nothing of ours in maintenance', async () => {
		await server().occ(['maintenance:mode', '--on'])
		try {
			const page = await open(server(), '/apps/files/', cookie)
			expect(page.status).toBe(503)
			expect(oursIn(page.html)).toEqual([])
		} finally {
			await server().occ(['maintenance:mode', '--off'])
		}
	})

	it('hold nothing of ours before an update', async () => {
		// An older version in the configuration is how Nextcloud notices that its code was replaced.
		const page = await withConfig(server().root, { version: '1.0.0.0' }, () => open(server(), '/apps/files/', cookie))
		expect(page.html).toContain('body-login')
		expect(page.html.toLowerCase()).toContain('update')
		expect(oursIn(page.html)).toEqual([])
	})
})

describe('pages by the way they are rendered', () => {
	let cookie = ''

	beforeAll(async () => {
		await must('cp', ['-a', fileURLToPath(new URL('./probe', import.meta.url)), join(server().root, 'apps-ensemble', 'ensemble_probe')])
		await server().occ(['app:enable', 'ensemble_probe'])
		cookie = await logIn(server(), await newcomer(server()))
	})

	afterAll(async () => {
		await server().occ(['app:disable', 'ensemble_probe'])
		await must('rm', ['-r', join(server().root, 'apps-ensemble', 'ensemble_probe')])
	})

	it.each(['guest', 'public', 'base', 'error', 'blank'])('hold nothing of ours as %s', async (as) => {
		const page = await open(server(), `/apps/ensemble_probe/${as}`, cookie)
		expect(page.html).toContain('This is the probe.')
		expect(oursIn(page.html)).toEqual([])
	})

	it('hold the entries as user', async () => {
		const page = await open(server(), '/apps/ensemble_probe/user', cookie)
		expect(page.html).toContain('This is the probe.')
		expect(page.html).toContain('initial-state-ensemble_onboarding-pending')
	})
})
