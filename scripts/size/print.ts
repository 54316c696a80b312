// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `npm run size`: what each entry weighs and what a page loads in each situation; fails above a budget. */

import type { Manifest } from './measure.ts'

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findApps, root } from '../apps.ts'
import { situations } from './budgets.ts'
import { weigh } from './measure.ts'

const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7)
const apps = await findApps()
let failed = false

/** Weighs an entry alone or with what it asks for at once. */
function measured(name: string, entry: string, hops: number) {
	const { out } = apps.find((app) => app.name === name)!
	const manifest = JSON.parse(readFileSync(join(root, 'build/manifests', `${name}.json`), 'utf8')) as Manifest
	return weigh(manifest, { entry, hops }, (file) => readFileSync(join(out, file)), 'l10n/fr.js')
}

console.log('gzip kB (1 kB = 1000 bytes)\n\nentries                                    JS    CSS')
for (const { name, manifest } of apps) {
	for (const entry of Object.keys(manifest.entries)) {
		const { js, css } = measured(name, entry, 0)
		console.log(`  ${`${manifest.id}-${entry}`.padEnd(34)}${kB(js)}${kB(css)}`)
	}
}

console.log('\nwhat a page loads                          JS    CSS    sum budget  + French texts')
console.log(`  ${'nothing is pending'.padEnd(34)}${kB(0)}${kB(0)}${kB(0)}${kB(0)}${kB(0)}   (asserted in test/contract and test/browser)`)
for (const { what, app, entry, hops, budget } of situations) {
	const { js, css, l10n } = measured(app, entry, hops)
	const sum = js + css
	const over = sum > budget
	failed ||= over
	console.log(`  ${what.padEnd(34)}${kB(js)}${kB(css)}${kB(sum)}${kB(budget)}${kB(l10n)}${over ? '   TOO MUCH' : ''}`)
}
process.exitCode = failed ? 1 : 0
