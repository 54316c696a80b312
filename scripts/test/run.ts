// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** `npm test`: every check that can run on this machine, each one shown, and one line at the end that counts them. */

import type { Count } from './steps.ts'

import { availableParallelism } from 'node:os'
import { findOrInstallChromium } from './chromium.ts'
import { check, playwright, vitest } from './steps.ts'

const total: Count = { passed: 0, failed: 0, skipped: 0 }
const started = Date.now()

async function step(name: string, run: () => Count | Promise<Count>): Promise<void> {
	const from = Date.now()
	console.log(`\n── ${name}`)
	const count = await run()
	total.passed += count.passed
	total.failed += count.failed
	total.skipped += count.skipped
	console.log(`   ${count.failed ? 'FAILED' : 'ok'}: ${name} (${Math.round((Date.now() - from) / 1000)} s)`)
}

console.log(`Ensemble's checks on Node ${process.version}, ${availableParallelism()} cores`)
await step('licence lines', () => check('npx', ['tsx', 'scripts/spdx.ts']))
await step('types', () => check('npx', ['vue-tsc', '--noEmit']))
await step('lint', () => check('npm', ['run', '-s', 'lint']))
await step('style lint', () => check('npm', ['run', '-s', 'lint:styles']))
await step('build', () => check('npm', ['run', '-s', 'build']))
await step('build again: the same bytes', () => check('npx', ['tsx', 'scripts/build/reproducible.ts']))
await step('size budgets', () => check('npm', ['run', '-s', 'size']))
await step('unit and contract tests', () => vitest(['run', '--coverage']))
await step('browser tests', () => playwright(findOrInstallChromium()))

console.log(`\nAll of it took ${Math.round((Date.now() - started) / 1000)} s.`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0
