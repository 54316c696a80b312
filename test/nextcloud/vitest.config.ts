// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The tests that need a real Nextcloud; run.ts starts them. */

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
	root: fileURLToPath(new URL('../..', import.meta.url)),
	test: {
		// Of the fleet, a short variant; `npm run test:fleet` runs all of it.
		include: ['test/nextcloud/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/fleet/real/{kills,rollout,wrongPacks}.test.ts'],
		// They all work on one server.
		fileParallelism: false,
		testTimeout: 180_000,
		hookTimeout: 180_000,
	},
})
