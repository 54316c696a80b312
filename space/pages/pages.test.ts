// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Pages as a browser without scripts gets them: what Nextcloud has on them, and nothing of ours without need. */

import { describe, expect, it } from 'vitest'
import { Browser, statesOf, tokenOf, useSpace } from '../test/client.ts'

const space = useSpace()
const visitor = () => new Browser(space.current.url)
/** What apps have put on a page. */
const ours = (page: string) => [...page.matchAll(/\/apps\/(ensemble_\w+)\/js\/([\w-]+)\.mjs/g)].map(([, , entry]) => entry)
const OWN = ['/apps/dashboard/', '/apps/files/', '/apps/files/?dir=/Photos', '/apps/files/trashbin', '/settings/user']
const PUBLIC = ['/login', '/login/challenge/totp', '/s/abcdef', '/__space/about', '/nothing/here']

describe('a page of somebody logged in', () => {
	it('carries what Nextcloud\'s packages read', async () => {
		const page = await (await visitor().be('maelle')).page('/apps/dashboard/')
		expect(page).toMatch(/<html [^>]*lang="fr" data-locale="fr_FR"/)
		expect(page).toContain('<head data-user="maelle" data-user-displayname="Maëlle Kervadec" data-requesttoken="')
		expect(page).toContain('"_oc_appswebroots":{"ensemble_charter":"/apps/ensemble_charter"')
		expect(page).toContain('"_oc_isadmin":true')
	})

	it('lets only scripts with the nonce run', async () => {
		const response = await (await visitor().be('odile')).send('GET', '/apps/dashboard/')
		const nonce = response.headers.get('Content-Security-Policy')!.match(/script-src 'nonce-([^']+)'/)![1]!
		const page = await response.text()
		const scripts = page.match(/<script[^>]*>/g)!
		expect(scripts.length).toBeGreaterThan(3)
		expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
		expect(page).not.toMatch(/\son\w+=/)
	})

	it.each(OWN)('%s has nothing of ours for who has nothing pending', async (path) => {
		const page = await (await visitor().be('yves')).page(path)
		expect(ours(page)).toEqual([])
		expect(statesOf(page)).toEqual({})
		expect(page).not.toMatch(/\/apps\/ensemble_\w+\/(?:js|css|l10n)\//)
	})

	it.each(OWN)('%s has everything for who has all pending', async (path) => {
		const page = await (await visitor().be('odile')).page(path)
		// On the files pages, another entry follows uploads and deletes while something is pending.
		const ofFiles = path.startsWith('/apps/files/') ? ['ensemble_quota-files'] : []
		expect(ours(page).sort()).toEqual(['ensemble_charter-ask', 'ensemble_onboarding-welcome', 'ensemble_quota-banner', ...ofFiles])
		expect(statesOf(page)).toMatchObject({
			'ensemble_charter-pending': { association: 'Graines et Tournevis', language: 'fr', title: 'Charte de Graines et Tournevis' },
			'ensemble_onboarding-pending': { welcome: { contact: 'Maëlle Kervadec' }, hint: null, news: null },
			'ensemble_quota-pending': { mine: { level: 95, quota: 5 * 1024 ** 3 }, space: null },
		})
	})

	it('never asks a guest', async () => {
		expect(ours(await (await visitor().be('samir')).page('/apps/files/'))).toEqual([])
	})

	it('escapes what people have written', async () => {
		const browser = await visitor().be('ruth')
		space.current.space.files('ruth').push({ path: 'files/<img src=x onerror=alert(1)>.txt', size: 1, mtime: 4_000_000_000, uploaded: true })
		for (const path of ['/apps/files/', '/apps/dashboard/', '/apps/files/?dir=/%3Cscript%3E']) {
			const page = await browser.page(path)
			expect(page).not.toContain('<img src=x')
			expect(page).not.toContain('<script>')
		}
	})
})

describe('a public page', () => {
	it.each(PUBLIC)('%s has nothing of ours, logged in or not', async (path) => {
		for (const browser of [visitor(), await visitor().be('odile')]) {
			const page = await browser.page(path)
			expect(ours(page)).toEqual([])
			expect(statesOf(page)).toEqual({})
		}
	})

	it('answers 404 where there is nothing', async () => {
		expect((await visitor().send('GET', '/nothing/here')).status).toBe(404)
		expect((await (await visitor().be('yves')).send('GET', '/apps/ensemble_nothing/')).status).toBe(404)
	})
})

describe('a link to a file', () => {
	it('leads to its folder, to the folder itself, or to the deleted files', async () => {
		const browser = await visitor().be('yves')
		const to = async (path: string) => {
			const response = await browser.send('GET', `/index.php/f/${space.current.space.fileId('yves', path)}`)
			return [response.status, decodeURIComponent(response.headers.get('Location') ?? '')]
		}
		expect(await to('files/Photos/Serre avant travaux.jpg')).toEqual([303, '/apps/files/?dir=/Photos'])
		expect(await to('files/Photos')).toEqual([303, '/apps/files/?dir=/Photos'])
		expect(await to('files/Plan des parcelles.pdf')).toEqual([303, '/apps/files/?dir=/'])
		expect(await to(space.current.space.files('yves').find(({ path }) => path.startsWith('files_trashbin/'))!.path)).toEqual([303, '/apps/files/trashbin'])
	})

	it('leads nowhere for others', async () => {
		const id = space.current.space.fileId('yves', 'files/Photos')
		expect((await (await visitor().be('ruth')).send('GET', `/f/${id}`)).status).toBe(404)
		expect((await (await visitor().be('yves')).send('GET', '/f/999999')).status).toBe(404)
		expect((await visitor().send('GET', `/f/${id}`)).headers.get('Location')).toContain('/login?')
	})
})

describe('administration', () => {
	it('has the apps\' parts in their order', async () => {
		const page = await (await visitor().be('maelle')).page('/settings/admin/ensemble')
		expect([...page.matchAll(/class="ensemble-part" data-part="([\w-]+)" data-title="([^"]+)" data-order="(\d+)"/g)].map(([, ...found]) => found)).toEqual([
			['first-steps', 'Premiers pas', '10'],
			['charter', 'Charte', '20'],
			['storage', 'Stockage', '30'],
		])
		expect(ours(page)).toEqual(['ensemble_onboarding-admin', 'ensemble_charter-admin', 'ensemble_quota-admin'])
	})

	it('tells apps which of their neighbours are enabled, on the page of admins only', async () => {
		const states = async (path: string) => statesOf(await (await visitor().be('maelle')).page(path))
		expect(await states('/settings/admin/ensemble')).toMatchObject({ 'ensemble_charter-neighbours': [] })
		space.current.space.setAppValue('terms_of_service', 'enabled', 'yes')
		expect(await states('/settings/admin/ensemble')).toMatchObject({ 'ensemble_charter-neighbours': ['terms_of_service'] })
		expect(await states('/apps/dashboard/')).not.toHaveProperty('ensemble_charter-neighbours')
	})

	it('is for admins', async () => {
		expect((await (await visitor().be('yves')).send('GET', '/settings/admin/ensemble')).status).toBe(403)
		expect(await (await visitor().be('yves')).page('/apps/dashboard/')).not.toContain('/settings/admin/ensemble')
	})
})

describe('login', () => {
	it('leads there who is not logged in', async () => {
		const response = await visitor().send('GET', '/index.php/apps/files/')
		expect([response.status, response.headers.get('Location')]).toEqual([303, '/login?redirect_url=%2Findex.php%2Fapps%2Ffiles%2F'])
	})

	it('takes a name and password, and ends with a logout', async () => {
		const browser = visitor()
		const requesttoken = tokenOf(await browser.page('/login'))
		const send = (password: string, token = requesttoken) => browser.send('POST', '/index.php/login', { body: new URLSearchParams({ user: 'yves', password, requesttoken: token }) })
		expect((await send('wrong')).headers.get('Location')).toBe('/login?user=yves&direct=1')
		expect(await browser.page('/login?user=yves&direct=1')).toContain('role="alert"')
		expect((await send('demo', 'other')).headers.get('Location')).toBe('/login?user=yves&direct=1')
		expect((await send('demo')).headers.get('Location')).toBe('/apps/dashboard/')
		const page = await browser.page('/apps/dashboard/')
		expect(page).toContain('data-user="yves"')
		await browser.send('GET', '/logout')
		expect((await browser.send('GET', '/apps/dashboard/')).status).toBe(200)
		await browser.send('GET', `/logout?requesttoken=${encodeURIComponent(tokenOf(page))}`)
		expect((await browser.send('GET', '/apps/dashboard/')).status).toBe(303)
	})

	it('the first one gives example files and a welcome', async () => {
		expect(space.current.space.files('jules')).toEqual([])
		const page = await (await visitor().be('jules')).page('/apps/dashboard/')
		expect(ours(page)).toEqual(['ensemble_charter-ask', 'ensemble_onboarding-welcome'])
		expect(space.current.space.files('jules').map(({ uploaded }) => uploaded)).toEqual([false, false, false, false])
		expect(space.current.space.account('jules')?.firstLogin).not.toBeNull()
	})
})
