// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Browser tests: every screen in Chromium against the embedded space, or against a real Nextcloud (ENSEMBLE_BASE_URL). */

import { defineConfig } from '@playwright/test'

const real = process.env.ENSEMBLE_TARGET === 'nextcloud'

/** About our code in the browser alone, whatever server it came from: the embedded space shows it, in a third of the time. */
const BROWSER_ALONE = ['errors.*', 'keyboard.*', 'looks.*', 'markdown.*', 'reload.*'].map((name) => `**/${name}spec.ts`)

export default defineConfig({
	testDir: 'test/browser',
	testIgnore: real && process.env.ENSEMBLE_BROWSER_TESTS !== 'all' ? BROWSER_ALONE : [],
	outputDir: 'test-results',
	// PHP takes its time, and so does a whole story on a small machine with other work.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	// Each worker starts a space of its own; two fit the smallest machine. On a real Nextcloud the charter in force is everybody's.
	workers: real ? 1 : 2,
	forbidOnly: true,
	// A test that passes only when tried again is said to be so.
	retries: 1,
	reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
	use: {
		browserName: 'chromium',
		viewport: { width: 1280, height: 800 },
		launchOptions: {
			...process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {},
			args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
		},
		screenshot: 'only-on-failure',
		trace: 'off',
	},
})
