// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** 10,000 simulated spaces: time and memory of the controller. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'ensemble-big-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('10,000 spaces', () => {
	it('are rolled out by a controller of at most 10 ms CPU per space and 200 MB, and summed up in less than 2 s', () => {
		const run = (what: string) => spawnSync(process.execPath, ['--import', join(import.meta.dirname, '../../fleet/bin/memory.mjs'), '--import', 'tsx', join(import.meta.dirname, 'big.ts'), what, folder], { encoding: 'utf8', cwd: import.meta.dirname })
		expect(run('plan')).toMatchObject({ status: 0, stderr: '' })
		const child = run('run')
		expect(child.stderr).toBe('')
		console.log(`10,000 spaces: ${child.stdout.trim()}`)
		const result = JSON.parse(child.stdout) as { ending: string, done: number, cpuMsPerSpace: number, peakMb: number, growthMb: number, statusSeconds: number }
		expect(result).toMatchObject({ ending: 'done', done: 10_000 })
		expect(result.cpuMsPerSpace).toBeLessThan(10)
		expect(result.peakMb).toBeLessThan(200)
		expect(result.statusSeconds).toBeLessThan(2)
	}, 300_000)
})
