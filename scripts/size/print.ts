// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `npm run size`: what each entry weighs and what a page loads in each situation; fails above a budget. */

import type { Situation } from './budgets.ts'
import type { Manifest } from './measure.ts'

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findApps, root } from '../apps.ts'
import { situations } from './budgets.ts'
import { weigh } from './measure.ts'

const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7)
const apps = await findApps()
let failed = false

/** Weighs what an app loads. */
function measured(name: string, situation: Pick<Situation, 'entry' | 'hops' | 'only'>) {
	const { out } = apps.find((app) => app.name === name)!
	const manifest = JSON.parse(readFileSync(join(root, 'build/manifests', `${name}.json`), 'utf8')) as Manifest
	return weigh(manifest, situation, (file) => readFileSync(join(out, file)), 'l10n/fr.js')
}

console.log('gzip kB (1 kB = 1000 bytes)\n\nentries                                    JS    CSS')
for (const { name, manifest } of apps) {
	for (const entry of Object.keys(manifest.entries)) {
		const { js, css } = measured(name, { entry, hops: 0 })
		console.log(`  ${`${manifest.id}-${entry}`.padEnd(34)}${kB(js)}${kB(css)}`)
	}
}

console.log('\nwhat a page loads                          JS    CSS    sum budget  + French texts')
console.log(`  ${'nothing is pending'.padEnd(34)}${kB(0)}${kB(0)}${kB(0)}${kB(0)}${kB(0)}   (asserted in test/contract and test/browser)`)
for (const { what, app, budget, ...situation } of situations) {
	const { js, css, l10n } = measured(app, situation)
	const sum = js + css
	const over = sum > budget
	failed ||= over
	console.log(`  ${what.padEnd(34)}${kB(js)}${kB(css)}${kB(sum)}${kB(budget)}${kB(l10n)}${over ? '   TOO MUCH' : ''}`)
}
process.exitCode = failed ? 1 : 0
