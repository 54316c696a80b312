// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** 10,000 simulated spaces scanned and reported by the command itself: time, memory, size of the page. */

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testFleet } from '../cli/testing.ts'

const root = mkdtempSync(join(tmpdir(), 'ensemble-big-scan-'))
afterAll(() => rmSync(root, { recursive: true }))
const SPACES = 10_000

/** Runs the command as a process of its own, and watches its memory (Linux). */
async function measured(...args: string[]): Promise<{ code: number | null, seconds: number, peakMb: number }> {
	const began = performance.now()
	const child = spawn(process.execPath, [join(import.meta.dirname, '../bin/ensemble.mjs'), '--inventory', join(root, 'fleet.yaml'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
	let peak = 0
	const timer = setInterval(() => {
		try {
			peak = Math.max(peak, Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0))
		} catch {
			// It has just ended.
		}
	}, 20)
	const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
	clearInterval(timer)
	return { code, seconds: (performance.now() - began) / 1000, peakMb: Math.round(peak / 1024) }
}

describe('10,000 spaces', () => {
	it('are scanned and reported in little time and memory, and the page opens', async () => {
		const policy = { host: { charter: { name: 'Host', defaultLanguage: 'en', texts: { en: { title: 'Ours', summary: ['Be kind.'], body: 'Be kind. '.repeat(2000) } }, mode: 'ask', deadlineDays: null, changeNote: {} } } }
		const fleet = testFleet(root, { spaces: SPACES, inventory: { policies: { ensemble_charter: policy } } })
		const scan = await measured('scan', '--prometheus', fleet.path('ensemble.prom'))
		const report = await measured('report', '--out', fleet.path('report.html'))
		const size = statSync(fleet.path('report.html')).size
		console.log(`10,000 spaces: scan ${scan.seconds.toFixed(1)} s, ${scan.peakMb} MB; report ${report.seconds.toFixed(1)} s, ${report.peakMb} MB, ${size} bytes`)
		// None of them holds the policy yet.
		expect([scan.code, report.code]).toEqual([1, 0])
		expect(scan.seconds).toBeLessThan(20)
		expect(report.seconds).toBeLessThan(10)
		expect(Math.max(scan.peakMb, report.peakMb)).toBeLessThan(220)
		expect(size).toBeLessThan(100_000)
		const page = readFileSync(fleet.path('report.html'), 'utf8')
		expect(page).toContain('Another policy than the inventory&#39;s: 10,000')
		expect(page).not.toMatch(/space-\d/)
	}, 60_000)
})
