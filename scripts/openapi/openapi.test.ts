// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The committed openapi.json files say what the contracts say. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findApps } from '../apps.ts'
import { openapi } from './document.ts'

const apps = await findApps()

describe('openapi.json', () => {
	it.each(apps)('of $name is up to date (else: npm run openapi)', ({ dir, manifest, contract }) => {
		expect(JSON.parse(readFileSync(join(dir, 'openapi.json'), 'utf8'))).toEqual(openapi(manifest, contract))
	})

	it.each(apps)('of $name has every endpoint with its errors', ({ manifest, contract }) => {
		const document = JSON.stringify(openapi(manifest, contract))
		for (const [key, endpoint] of Object.entries(contract.endpoints)) {
			expect(document).toContain(key.split(' ')[1])
			for (const code of Object.keys(endpoint.errors ?? {})) {
				expect(document).toContain(code)
			}
		}
	})
})
