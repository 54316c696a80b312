// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `npm run test:fleet`: everything about real spaces, at full length. `npm run test:nextcloud` runs some of it, shorter. */

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
	root: fileURLToPath(new URL('../..', import.meta.url)),
	test: {
		include: ['test/fleet/real/*.test.ts'],
		env: { ENSEMBLE_FLEET: 'long' },
		// They measure, and wait for processes that they kill: side by side they would disturb one another.
		fileParallelism: false,
		testTimeout: 180_000,
		hookTimeout: 180_000,
	},
})
