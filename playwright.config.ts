// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Browser tests: every screen in Chromium against the embedded space, or against a real Nextcloud (ENSEMBLE_BASE_URL). */

import { defineConfig } from '@playwright/test'

const real = process.env.ENSEMBLE_TARGET === 'nextcloud'

export default defineConfig({
	testDir: 'test/browser',
	outputDir: 'test-results',
	// PHP takes its time, and so does a whole story on a small machine with other work.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	// Each worker starts a space of its own; two fit the smallest machine. On a real Nextcloud the charter in force is everybody's.
	workers: real ? 1 : 2,
	forbidOnly: true,
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
