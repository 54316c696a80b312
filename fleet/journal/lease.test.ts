// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Two controllers never hold the lease at once. */

import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LeaseError, leaseHolder, takeLease } from './lease.ts'

let folder = ''
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'ensemble-lease-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const what = 'roll-out 7'

/** A process id that nobody has: of a process that has just ended. */
function deadPid(): number {
	return spawnSync(process.execPath, ['-e', '']).pid
}

describe('takeLease', () => {
	it('is had by one at a time, and says who has it', () => {
		const lease = takeLease(folder, { what })
		expect(lease.held()).toBe(true)
		expect(leaseHolder(folder)).toMatchObject({ what, pid: process.pid, host: hostname() })
		expect(() => takeLease(folder, { what: 'another' })).toThrow(LeaseError)
		expect(() => takeLease(folder, { what: 'another' })).toThrow(`roll-out 7, process ${process.pid} on ${hostname()}`)
		lease.release()
		lease.release()
		expect(lease.held()).toBe(false)
		expect(leaseHolder(folder)).toBeNull()
		takeLease(folder, { what: 'another' }).release()
	})

	it('is taken over from a dead process, also one whose id was given out again', () => {
		const holder = { token: 'x', host: hostname(), since: 'then', what, released: false }
		writeFileSync(join(folder, 'lease.3'), JSON.stringify({ ...holder, pid: deadPid(), started: null }))
		const first = takeLease(folder, { what })
		expect(readdirSync(folder)).toContain('lease.4')
		first.release()
		writeFileSync(join(folder, 'lease.9'), JSON.stringify({ ...holder, pid: process.pid, started: 'long ago' }))
		expect(takeLease(folder, { what }).held()).toBe(true)
		expect(readdirSync(folder)).toContain('lease.10')
	})

	it('is not taken from another machine, nor from a file that cannot be read, unless a person insists', () => {
		for (const [n, text] of [[1, JSON.stringify({ token: 'x', host: 'elsewhere', pid: 1, started: null, since: 'then', what, released: false })], [2, '{']] as const) {
			writeFileSync(join(folder, `lease.${n}`), text)
			expect(() => takeLease(folder, { what })).toThrow('--break-lease')
		}
		const mine = takeLease(folder, { what, force: true })
		const theirs = takeLease(folder, { what, force: true })
		expect(mine.held()).toBe(false)
		mine.release()
		expect(theirs.held()).toBe(true)
	})

	it('has one winner when eight processes want a dead one\'s lease at once', async () => {
		writeFileSync(join(folder, 'lease.1'), JSON.stringify({ token: 'x', host: hostname(), pid: deadPid(), started: null, since: 'then', what, released: false }))
		const script = `
			const { takeLease } = await import(${JSON.stringify(join(import.meta.dirname, 'lease.ts'))})
			try {
				takeLease(${JSON.stringify(folder)}, { what: 'race', alive: (holder) => holder.what === 'race' })
				console.log('won')
			} catch { console.log('lost') }`
		const results = await Promise.all(Array.from({ length: 8 }, () => promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: import.meta.dirname })))
		expect(results.map(({ stdout }) => stdout.trim()).sort()).toEqual([...Array<string>(7).fill('lost'), 'won'])
	}, 60_000)
})
