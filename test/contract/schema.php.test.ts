// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The PHP checks say what is wrong first, as the same case table has it that the TypeScript checks are tested with. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import table from '../../shared/contract/cases.json' with { type: 'json' }
import { hasPhp, php, repository } from './php/php.ts'

const NAMESPACE = 'EnsembleCases'

/** Runs the whole table once. */
function runTable(): unknown[] {
	const folder = mkdtempSync(join(tmpdir(), 'ensemble-schema-'))
	try {
		const file = join(folder, 'Schema.php')
		// The template has no other placeholder; were there one, PHP would not read it.
		writeFileSync(file, readFileSync(`${repository}appinfo-templates/lib/Shared/Schema.php.eta`, 'utf8').replaceAll('<%= it.namespace %>', NAMESPACE))
		return php([fileURLToPath(new URL('php/schema.php', import.meta.url)), file, `OCA\\${NAMESPACE}\\Shared\\Schema`, `${repository}shared/contract/cases.json`]) as unknown[]
	} finally {
		rmSync(folder, { recursive: true })
	}
}

describe.skipIf(!hasPhp)('Schema::check in PHP', () => {
	const results = hasPhp ? runTable() : []
	it.each(table.cases.map(({ name, wrong }, index) => ({ name, wrong, index })))('$name', ({ wrong, index }) => {
		expect(results[index]).toEqual(wrong)
	})
})
