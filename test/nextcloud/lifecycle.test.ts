// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Our apps come, go and come back as an administrator of a Nextcloud does it. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testConfig, withConfig } from './configuration.ts'
import { APPS, fromEnvironment } from './connection.ts'
import { logIn, ocs, open, oursIn, PASSWORD } from './people.ts'
import { must } from './process.ts'
import { newcomer } from './settle.ts'

const server = fromEnvironment

/** Runs occ, which must succeed. */
async function occ(...args: string[]): Promise<string> {
	const { stdout, stderr, code } = await server().occ(args)
	expect(code, stdout + stderr).toBe(0)
	return stdout
}

async function enabledApps(): Promise<string[]> {
	const { enabled } = JSON.parse(await occ('app:list', '--output', 'json')) as { enabled: Record<string, string> }
	return Object.keys(enabled).filter((app) => (APPS as readonly string[]).includes(app))
}

/** The background jobs there are. */
function jobs(): Promise<string> {
	return occ('background-job:list', '--limit', '1000')
}

/** How many of our entries are on a page. */
async function entries(cookie: string): Promise<number> {
	const page = await open(server(), '/apps/files/', cookie)
	expect(page.status).toBe(200)
	return page.html.match(/id="initial-state-ensemble_[a-z]+-pending"/g)?.length ?? 0
}

describe('the three apps', () => {
	let id = ''
	let cookie = ''

	beforeAll(async () => {
		id = await newcomer(server())
		cookie = await logIn(server(), id)
	})

	afterAll(async () => {
		for (const app of APPS) {
			if (!existsSync(join(server().root, 'apps-ensemble', app))) {
				await putBack(app)
			}
		}
		await occ('app:enable', ...APPS)
	})

	async function putBack(app: string): Promise<void> {
		await must('cp', ['-a', '--', join(server().apps, app), join(server().root, 'apps-ensemble', app)])
	}

	it('are enabled, at the version of their info.xml', async () => {
		expect(await enabledApps()).toEqual([...APPS])
		expect(await occ('status')).toContain('needsDbUpgrade: false')
		expect(await entries(cookie)).toBe(APPS.length)
	})

	it('leave no trace on pages and in the interfaces while they are disabled, and go on where they were', async () => {
		const before = await ocs(server(), `${id}:${PASSWORD}`, 'GET', 'apps/ensemble_charter/api/v1/charter')
		await occ('app:disable', ...APPS)
		expect(await enabledApps()).toEqual([])
		for (const path of ['/apps/dashboard/', '/apps/files/', '/settings/user']) {
			expect(oursIn((await open(server(), path, cookie)).html), path).toEqual([])
		}
		for (const app of APPS) {
			expect((await ocs(server(), server().admin, 'GET', `apps/${app}/api/v1/settings`)).status, app).not.toBe(200)
		}
		await occ('app:enable', ...APPS)
		expect(await entries(cookie)).toBe(APPS.length)
		expect(await ocs(server(), `${id}:${PASSWORD}`, 'GET', 'apps/ensemble_charter/api/v1/charter')).toEqual(before)
	})

	it('can be removed with occ app:remove, and installed again with what they knew', async () => {
		const before = await ocs(server(), `${id}:${PASSWORD}`, 'GET', 'apps/ensemble_charter/api/v1/charter')
		const { apps_paths: paths } = testConfig(server().root, server().data, server().baseUrl) as { apps_paths: object[] }
		// occ only removes what is in a writable place.
		await withConfig(server().root, { apps_paths: paths.map((path, index) => ({ ...path, writable: index === 1 })) }, async () => {
			for (const app of APPS) {
				await occ('app:remove', app)
				expect(existsSync(join(server().root, 'apps-ensemble', app))).toBe(false)
			}
		})
		expect(oursIn((await open(server(), '/apps/files/', cookie)).html)).toEqual([])
		await must('php', ['-d', 'memory_limit=512M', join(server().root, 'cron.php')])

		for (const app of APPS) {
			await putBack(app)
		}
		await occ('app:enable', ...APPS)
		expect(await enabledApps()).toEqual([...APPS])
		expect(await entries(cookie)).toBe(APPS.length)
		expect(await ocs(server(), `${id}:${PASSWORD}`, 'GET', 'apps/ensemble_charter/api/v1/charter')).toEqual(before)
		expect(await jobs()).toContain('OCA\\EnsembleQuota\\BackgroundJob\\CheckStorage')
	})

	it('can lose their code while they are enabled, as when a folder is taken away, and come back', async () => {
		for (const app of APPS) {
			await must('rm', ['-r', join(server().root, 'apps-ensemble', app)])
		}
		expect(oursIn((await open(server(), '/apps/files/', cookie)).html)).toEqual([])
		await must('php', ['-d', 'memory_limit=512M', join(server().root, 'cron.php')])
		for (const app of APPS) {
			await putBack(app)
		}
		expect(await entries(cookie)).toBe(APPS.length)
		// Cron drops the jobs of code it does not find, and Nextcloud only makes them anew when an app is enabled or updated.
		await occ('app:disable', ...APPS)
		await occ('app:enable', ...APPS)
		expect(await jobs()).toContain('OCA\\EnsembleQuota\\BackgroundJob\\CheckStorage')
	})
})
