// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which apps the workspace has, for every script that walks over them. */

import type { AppManifest } from '@ensemble/appinfo-templates/manifest'
import type { Contract } from '@ensemble/shared/contract/define'

import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The workspace's root folder, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** One app of the workspace. */
export interface App {
	/** Folder name below apps/. */
	name: string
	/** Absolute path of the sources. */
	dir: string
	/** Absolute path of the built, installable tree. */
	out: string
	manifest: AppManifest
	contract: Contract
}

/**
 * Finds the apps: every folder of apps/ with an app.ts.
 *
 * @param only name of one app, or undefined for all
 * @return the apps by name
 * @throws Error where `only` names no app
 */
export async function findApps(only?: string): Promise<App[]> {
	const names = readdirSync(join(root, 'apps')).filter((name) => existsSync(join(root, 'apps', name, 'app.ts'))).sort()
	if (only !== undefined && !names.includes(only)) {
		throw new Error(`There is no app "${only}". There are: ${names.join(', ')}.`)
	}
	return Promise.all(names.filter((name) => only === undefined || name === only).map(async (name) => {
		const dir = join(root, 'apps', name)
		const { default: manifest } = await import(pathToFileURL(join(dir, 'app.ts')).href) as { default: AppManifest }
		const { contract } = await import(pathToFileURL(join(dir, 'contract.ts')).href) as { contract: Contract }
		return { name, dir, out: join(root, 'build/apps', manifest.id), manifest, contract }
	}))
}
