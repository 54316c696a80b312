// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Builds every app found in apps/ into build/apps/<id>/; APP=<name> builds one. */

import type { buildApps } from './scripts/build/apps.ts'

import { register } from 'tsx/esm/api'
import { defineConfig } from 'vite'

export default defineConfig({
	builder: {
		async buildApp(builder) {
			// Node runs no TypeScript by itself, and the build reads app.ts and contract.ts of each app as they are.
			const unregister = register()
			const script = new URL('./scripts/build/apps.ts', import.meta.url).href
			const { buildApps: run } = await import(script) as { buildApps: typeof buildApps }
			await run(process.env.APP)
			await unregister()
			// Without this vite would go on and look for an index.html.
			for (const environment of Object.values(builder.environments)) {
				environment.isBuilt = true
			}
		},
	},
})
