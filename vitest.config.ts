// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Unit and contract tests; the contract tests run against the embedded space here and against a real Nextcloud in test/nextcloud. */

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { lateTexts } from './scripts/build/lateTexts.ts'

export default defineConfig({
	plugins: [vue(), lateTexts({ admin: {}, page: {} })],
	define: {
		appName: JSON.stringify('ensemble_test'),
		appVersion: JSON.stringify('0.0.0'),
	},
	test: {
		include: ['{apps,appinfo-templates,fleet,scripts,shared,space}/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/fleet/*.test.ts'],
		// @nextcloud packages import css, which only vite can load.
		server: { deps: { inline: [/@nextcloud\//] } },
		testTimeout: 20_000,
		coverage: {
			provider: 'v8',
			reporter: ['text-summary'],
			include: ['{apps,appinfo-templates,fleet,shared,space}/**/*.{ts,vue}'],
			exclude: ['**/*.test.ts', '**/app.ts'],
		},
	},
})
