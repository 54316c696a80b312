// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Renders what an app needs inside Nextcloud (appinfo/, common PHP, templates) from its app.ts and contract.ts, and adds its own PHP, pictures and plain styles. */

import type { Contract } from '@ensemble/shared/contract/define'
import type { AppManifest } from './manifest.ts'

import { Eta } from 'eta'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { globSync } from 'tinyglobby'
import { contractJson } from './contract-json.ts'
import { dataClass } from './dataClass.ts'
import { project, supported } from './manifest.ts'

const here = dirname(fileURLToPath(import.meta.url))

/** Only for apps with a page of their own. */
const pageOnly = new Set(['lib/Controller/PageController.php', 'templates/page.php'])

// With its default trimming, a template line that holds nothing but a tag leaves no line behind.
const xml = new Eta({ autoEscape: true })
const php = new Eta({ autoEscape: false })

/**
 * Writes the Nextcloud side of an app: appinfo/, lib/, templates/, img/, plain styles of css/, CHANGELOG.md and LICENSE.
 * The same sources give the same bytes. Nothing else in outDir is touched.
 *
 * @param appDir folder of the app's sources, absolute
 * @param outDir where the installable tree grows; made if it is not there
 * @throws Error where app.ts, contract.ts or CHANGELOG.md is missing
 */
export async function renderApp(appDir: string, outDir: string): Promise<void> {
	const { default: manifest } = await import(pathToFileURL(join(appDir, 'app.ts')).href) as { default: AppManifest }
	const { contract } = await import(pathToFileURL(join(appDir, 'contract.ts')).href) as { contract: Contract }

	for (const part of ['appinfo', 'lib', 'templates', 'img']) {
		rmSync(join(outDir, part), { recursive: true, force: true })
	}
	const data = templateData(manifest)
	for (const template of files(here, '**/*.eta')) {
		const target = template.slice(0, -'.eta'.length)
		if (manifest.page !== undefined || !pageOnly.has(target)) {
			const engine = target.endsWith('.xml') ? xml : php
			write(join(outDir, target), engine.renderString(readFileSync(join(here, template), 'utf8'), data))
		}
	}
	write(join(outDir, 'lib/contract.json'), contractJson(contract))
	for (const [name, file] of Object.entries(manifest.data ?? {})) {
		write(join(outDir, `lib/Data/${name}.php`), dataClass(manifest.namespace, name, JSON.parse(readFileSync(join(appDir, file), 'utf8'))))
	}
	for (const file of files(appDir, 'lib/**/*.php', 'lib/**/*.html', 'img/*.svg')) {
		if (existsSync(join(outDir, file))) {
			throw new Error(`${file} of ${manifest.id} would replace the common one`)
		}
		copy(join(appDir, file), join(outDir, file))
	}
	// Beside those that vite builds.
	for (const file of files(appDir, 'css/*.css')) {
		copy(join(appDir, file), join(outDir, file))
	}
	copy(join(appDir, 'CHANGELOG.md'), join(outDir, 'CHANGELOG.md'))
	copy(join(here, '../LICENSE'), join(outDir, 'LICENSE'))
}

/** What the templates call `it`. */
function templateData(manifest: AppManifest) {
	const own = Object.entries(manifest.listeners ?? {})
	const uses = [
		...own.flatMap(([event, listener]) => [event, `OCA\\${manifest.namespace}\\Listener\\${listener}`]),
		...(manifest.notifier ? [`OCA\\${manifest.namespace}\\Notification\\${manifest.notifier}`] : []),
		...(manifest.widgets ?? []).map((widget) => `OCA\\${manifest.namespace}\\Dashboard\\${widget}`),
		...(manifest.migrator ? [`OCA\\${manifest.namespace}\\UserMigration\\${manifest.migrator}`] : []),
		`OCA\\${manifest.namespace}\\Shared\\InjectPending`,
		'OCP\\AppFramework\\App',
		'OCP\\AppFramework\\Bootstrap\\IBootContext',
		'OCP\\AppFramework\\Bootstrap\\IBootstrap',
		'OCP\\AppFramework\\Bootstrap\\IRegistrationContext',
		'OCP\\AppFramework\\Http\\Events\\BeforeTemplateRenderedEvent',
	]
	return {
		...manifest,
		project,
		supported,
		jobs: manifest.jobs ?? [],
		commands: manifest.commands ?? [],
		repairSteps: manifest.repairSteps ?? [],
		neighbours: manifest.neighbours ?? [],
		widgets: manifest.widgets ?? [],
		uses: [...new Set(uses)].sort(),
		listeners: own.map(([event, listener]) => ({ event: event.split('\\').at(-1), listener })),
		/** A text inside PHP's single quotes. */
		literal: (text: string) => text.replaceAll(/['\\]/g, '\\$&'),
	}
}

function files(dir: string, ...patterns: string[]): string[] {
	return globSync(patterns, { cwd: dir }).sort()
}

function write(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true })
	writeFileSync(file, text)
}

function copy(from: string, to: string): void {
	mkdirSync(dirname(to), { recursive: true })
	cpSync(from, to)
}
