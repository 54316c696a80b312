// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The apps of the workspace inside the embedded space: found, loaded, and told what happens. */

import type { AppManifest } from '@ensemble/appinfo-templates/manifest'
import type { Contract } from '@ensemble/shared/contract/define'
import type { Resolved } from '@ensemble/shared/settings/layers'
import type { Account, EmbeddedApp, Happening } from './embedding.ts'
import type { EmbeddedSpace } from './state.ts'

import { resolveSettings } from '@ensemble/shared/settings/layers'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** An app as the space runs it. */
export interface SpaceApp {
	/** Folder of its sources, absolute. */
	dir: string
	manifest: AppManifest
	embedded: EmbeddedApp
}

/** The example files of a new account; nobody has sent them. Sizes in bytes. */
const SKELETON: Array<[string, number]> = [
	['files/Documents/Readme.md', 1104],
	['files/Documents/Example.md', 2186],
	['files/Photos/Garden.jpg', 457_744],
	['files/Templates/Letter.odt', 18_742],
]

/** The workspace's root folder, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Loads every app of the workspace: each folder of apps/ with an app.ts and an embedded.ts. */
export async function loadApps(): Promise<SpaceApp[]> {
	const folder = join(root, 'apps')
	const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'app.ts')) && existsSync(join(folder, name, 'embedded.ts'))).sort()
	return Promise.all(names.map(async (name) => {
		const { default: manifest } = await import(pathToFileURL(join(folder, name, 'app.ts')).href) as { default: AppManifest }
		const { default: embedded } = await import(pathToFileURL(join(folder, name, 'embedded.ts')).href) as { default: EmbeddedApp }
		return { dir: join(folder, name), manifest, embedded }
	}))
}

/** What is stored about the settings of an app. */
export function settingsLayers(space: EmbeddedSpace, app: string) {
	return {
		policy: space.appValue(app, 'fleet_policy'),
		lastGoodPolicy: space.appValue(app, 'fleet_policy_good'),
		choice: space.appValue(app, 'settings'),
	}
}

/**
 * The settings of an app in force, and what the host decides alone. A valid policy of the host is kept as the last good one.
 *
 * @param space the space
 * @param contract the app's
 */
export function settingsOf<C extends Contract>(space: EmbeddedSpace, contract: C): Resolved<C> {
	const resolved = resolveSettings(contract, settingsLayers(space, contract.app))
	space.setAppValue(contract.app, 'fleet_policy_good', resolved.policy ?? undefined)
	return resolved
}

/**
 * An account has logged in. The first time, it gets the example files, and the apps hear of it.
 *
 * @param space the space
 * @param apps its apps
 * @param account who
 * @return whether it was the first time
 */
export function loggedIn(space: EmbeddedSpace, apps: SpaceApp[], account: Account): boolean {
	if (account.firstLogin !== null) {
		return false
	}
	account.firstLogin = space.now()
	const mtime = space.now()
	for (const [path, size] of SKELETON) {
		space.files(account.id).push({ path, size, mtime, uploaded: false })
	}
	for (const { embedded } of enabled(space, apps)) {
		embedded.firstLogin?.(space, account)
	}
	return true
}

/**
 * Tells the apps what has happened.
 *
 * @param space the space
 * @param apps its apps
 * @param account whose
 * @param what has happened
 */
export function tellApps(space: EmbeddedSpace, apps: SpaceApp[], account: Account, what: Happening): void {
	enabled(space, apps).forEach(({ embedded }) => embedded.happened?.(space, account, what))
}

/**
 * Deletes an account; the apps hear of it before.
 *
 * @param space the space
 * @param apps its apps
 * @param account who
 */
export function deleteAccount(space: EmbeddedSpace, apps: SpaceApp[], account: Account): void {
	for (const { embedded } of enabled(space, apps)) {
		embedded.accountDeleted?.(space, account)
	}
	space.removeAccount(account.id)
}

/**
 * Runs the background jobs of all apps once.
 *
 * @param space the space
 * @param apps its apps
 * @return what ran, as `app/job`
 */
export function runJobs(space: EmbeddedSpace, apps: SpaceApp[]): string[] {
	return enabled(space, apps).flatMap(({ manifest, embedded }) => Object.entries(embedded.jobs ?? {}).map(([name, job]) => {
		const { values, host } = settingsOf(space, embedded.contract)
		job(space, values, host)
		return `${manifest.id}/${name}`
	}))
}

/** The apps that are switched on. */
export function enabled(space: EmbeddedSpace, apps: SpaceApp[]): SpaceApp[] {
	return apps.filter(({ manifest }) => space.appEnabled(manifest.id))
}
