// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Builds the apps: renders the Nextcloud side, then bundles the browser side and writes the translations. */

import type { App } from '../apps.ts'

import { createAppConfig } from '@nextcloud/vite-config'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, mergeConfig } from 'vite'
import { renderApp } from '../../appinfo-templates/render.ts'
import { findApps, root } from '../apps.ts'
import { languageCodes } from '../l10n/catalogue.ts'
import { translated, writeTranslations } from '../l10n/write.ts'
import { lateTexts } from './lateTexts.ts'

/**
 * Builds all apps, or one, into build/apps/<id>/.
 *
 * @param only name of one app
 */
export async function buildApps(only?: string): Promise<void> {
	for (const app of await findApps(only)) {
		await buildApp(app)
	}
}

async function buildApp(app: App): Promise<void> {
	rmSync(app.out, { recursive: true, force: true })
	mkdirSync(app.out, { recursive: true })
	await renderApp(app.dir, app.out)
	writeTranslations(app)

	const { alone = [], entries } = app.manifest
	const together = Object.keys(entries).filter((name) => !alone.includes(name))
	const manifests: object[] = []
	for (const names of [together, ...alone.map((name) => [name])]) {
		await bundle(app, names)
		manifests.push(takeManifest(app))
	}
	keepManifest(app, Object.assign({}, ...manifests))
}

/** Language → translations of one side of an app. */
function textsOf(app: App, side: 'admin' | 'page') {
	return Object.fromEntries(languageCodes.map((code) => [code, translated(app, code, side)]))
}

/** Bundles entries that may share files. */
async function bundle(app: App, names: string[]): Promise<void> {
	// createAppConfig reads the version from appinfo/info.xml above the working directory and empties ./js there.
	process.chdir(app.out)
	try {
		const entries = Object.fromEntries(names.map((name) => [name, join(app.dir, app.manifest.entries[name]!)]))
		const config = await createAppConfig(entries, {
			appName: app.manifest.id,
			nodePolyfills: false,
			emptyOutputDirectory: false,
			extractLicenseInformation: { overwriteLicenses: {} },
		})({ command: 'build', mode: 'production' })
		await build(mergeConfig(config, {
			configFile: false,
			plugins: [lateTexts({ admin: textsOf(app, 'admin'), page: textsOf(app, 'page') })],
			root: app.dir,
			logLevel: 'warn',
			build: {
				outDir: app.out,
				sourcemap: false,
				manifest: true,
				// An entry that shares code with its lazy chunk would be evaluated twice, with and without ?v=:
				// a facade entry keeps one instance.
				rollupOptions: { preserveEntrySignatures: 'strict' },
			},
		}))
	} finally {
		process.chdir(root)
	}
}

/** What imports what, as vite has written it; it does not stay in the app. */
function takeManifest(app: App): object {
	const manifest = JSON.parse(readFileSync(join(app.out, '.vite/manifest.json'), 'utf8')) as object
	rmSync(join(app.out, '.vite'), { recursive: true })
	return manifest
}

/** What imports what is for `npm run size`, not for a Nextcloud: it goes beside the apps. */
function keepManifest(app: App, manifest: object): void {
	mkdirSync(join(root, 'build/manifests'), { recursive: true })
	writeFileSync(join(root, 'build/manifests', `${app.name}.json`), JSON.stringify(manifest, null, 2))
}
