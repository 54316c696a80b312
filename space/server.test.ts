// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The server as a whole: built files, the stand-in's own addresses, the clock, the data file. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DataFileError } from './datafile.ts'
import { startSpace } from './server.ts'
import { as, Browser, useSpace } from './test/client.ts'

const folder = mkdtempSync(join(tmpdir(), 'ensemble-space-'))
const buildDir = join(folder, 'apps')
mkdirSync(join(buildDir, 'ensemble_charter/js'), { recursive: true })
mkdirSync(join(buildDir, 'ensemble_charter/l10n'), { recursive: true })
mkdirSync(join(buildDir, 'ensemble_charter/lib'), { recursive: true })
writeFileSync(join(buildDir, 'ensemble_charter/js/ensemble_charter-ask.mjs'), 'export {}')
writeFileSync(join(buildDir, 'ensemble_charter/lib/contract.json'), '{}')
writeFileSync(join(buildDir, 'ensemble_charter/l10n/fr.js'), 'OC.L10N.register("ensemble_charter", {}, "")')
writeFileSync(join(folder, 'secret.js'), 'secret')
symlinkSync(join(folder, 'secret.js'), join(buildDir, 'ensemble_charter/js/link.js'))
afterAll(() => rmSync(folder, { recursive: true }))

const space = useSpace({ buildDir })

describe('built apps', () => {
	it('are served as Nextcloud\'s web server does', async () => {
		const response = await fetch(`${space.current.url}/apps/ensemble_charter/js/ensemble_charter-ask.mjs?v=0.1.0`)
		expect([response.status, response.headers.get('Content-Type'), await response.text()]).toEqual([200, 'text/javascript; charset=utf-8', 'export {}'])
		expect(response.headers.get('Cache-Control')).toContain('immutable')
	})

	it.each(['js/nothing.mjs', 'js/..%2F..%2F..%2Fsecret.js', 'js/link.js', 'lib/contract.json', 'js/', 'js/%00.js'])('but not %s', async (path) => {
		const response = await fetch(`${space.current.url}/apps/ensemble_charter/${path}`)
		expect(response.status).toBe(404)
		expect(await response.text()).not.toContain('secret')
	})

	it('bring their translations where there are some', async () => {
		expect(await (await new Browser(space.current.url).be('odile')).page('/apps/dashboard/')).toContain('src="/apps/ensemble_charter/l10n/fr.js?v=')
		expect(await (await new Browser(space.current.url).be('ruth')).page('/apps/dashboard/')).not.toContain('/l10n/')
	})
})

describe('what only the stand-in has', () => {
	it('runs the jobs of all apps', async () => {
		const response = await fetch(`${space.current.url}/__space/jobs`, { method: 'POST' })
		expect(await response.json()).toEqual({ ran: ['ensemble_charter/FollowPolicy', 'ensemble_quota/CheckStorage'] })
	})

	it('does nothing for foreign pages', async () => {
		const headers = { Origin: 'https://elsewhere.example' }
		expect((await fetch(`${space.current.url}/__space/jobs`, { method: 'POST', headers })).status).toBe(403)
		expect((await fetch(`${space.current.url}/__space/switch`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' }, body: new URLSearchParams({ account: 'yves' }) })).status).toBe(403)
	})

	it('refuses to become nobody', async () => {
		expect((await fetch(`${space.current.url}/__space/switch`, { method: 'POST', body: new URLSearchParams({ account: 'nobody' }) })).status).toBe(404)
	})

	it('serves its scripts as JavaScript and its styles as one', async () => {
		const script = await fetch(`${space.current.url}/__space/client/oc.ts`)
		expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
		expect(await script.text()).not.toContain('type Plural')
		expect(await (await fetch(`${space.current.url}/__space/style.css`)).text()).toContain('#stand-in')
		expect(await (await fetch(`${space.current.url}/__space/theme.css`)).text()).toMatch(/\[data-theme-dark\]\{.*--color-main-background:#171917/)
		expect((await fetch(`${space.current.url}/__space/client/..%2Fserver.ts`)).status).toBe(404)
	})

	it('keeps the appearance', async () => {
		const browser = await new Browser(space.current.url).be('yves')
		expect(await browser.page('/apps/files/')).toContain('data-theme-default data-themes="default"')
		expect((await browser.send('POST', '/__space/theme', { body: new URLSearchParams({ theme: 'dark' }) })).status).toBe(200)
		expect(await browser.page('/apps/files/')).toContain('data-theme-dark data-themes="dark"')
		expect((await browser.send('POST', '/__space/theme', { body: new URLSearchParams({ theme: 'x onload=' }) })).status).toBe(400)
	})
})

it('tells what it is', async () => {
	expect(await (await fetch(`${space.current.url}/status.php`)).json()).toMatchObject({ installed: true, maintenance: false, needsDbUpgrade: false, versionstring: '34.0.1' })
})

it('answers 500 and says why on the terminal where a handler breaks', async () => {
	const errors: string[] = []
	const broken = await startSpace({ port: 0, log: { error: (message, error) => errors.push(`${message}: ${(error as Error).message}`) } })
	broken.space.setAppValue('ensemble_charter', 'current', 1)
	broken.space.rows('ensemble_charter', 'versions').splice(0, Infinity, { id: 1, owner: 'association', asks: 1, texts: null })
	const response = await as(broken.url, 'yves')('GET', '/ocs/v2.php/apps/ensemble_charter/api/v1/charter')
	await broken.close()
	expect(response.status).toBe(500)
	expect(errors).toHaveLength(1)
	expect(errors[0]).toMatch(/^GET .*\/charter failed: /)
})

it('says that a port is busy', async () => {
	const other = createServer()
	await new Promise<void>((resolve) => {
		other.listen(0, '127.0.0.1', resolve)
	})
	const address = other.address()
	const port = typeof address === 'object' && address !== null ? address.port : 0
	await expect(startSpace({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
	other.close()
})

describe('the data file', () => {
	const file = join(folder, 'space.json')

	it('keeps everything from one run to the next', async () => {
		const first = await startSpace({ port: 0, dataFile: file })
		await as(first.url, 'ruth')('PUT', '/remote.php/dav/files/ruth/kept.txt', { body: 'kept' })
		await first.close()
		const second = await startSpace({ port: 0, dataFile: file })
		expect(await (await as(second.url, 'ruth')('GET', '/remote.php/dav/files/ruth/kept.txt')).text()).toBe('kept')
		expect(second.space.store()).toEqual(first.space.store())
		await second.close()
	})

	it.each(['{"format":1,', '[]', '{"format":2}', 'null'])('damaged (%s) is left as it is, with a clear sentence', async (text) => {
		writeFileSync(file, text)
		await expect(startSpace({ port: 0, dataFile: file })).rejects.toThrow(DataFileError)
		await expect(startSpace({ port: 0, dataFile: file })).rejects.toThrow(/left as it is/)
		expect(readFileSync(file, 'utf8')).toBe(text)
	})
})
