// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import type { SpaceJob } from '../engines/engine.ts'

import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { overlayFor } from '../engines/engine.ts'
import { fromWire, neutralOverlay, toWire } from './wire.ts'

const host = { name: 'h', code: '/srv/o\'cloud', packs: '/srv/packs', packsUrl: '/pack-apps', php: 'php', jobs: 2 }
const pack = { version: '1.1.0', manifest: 'a'.repeat(64), apps: {} }
const before = { instanceId: 'oc1', overlay: null, pack: null, apps: {}, loglevel: null, maintenance: false }
const space = { id: 's', host: 'h', config: '/srv/s/config' }

describe('the overlay of a space without a pack', () => {
	it('names the place of packs again, with nothing of ours in it', () => {
		const text = neutralOverlay(host)
		expect(text.split('\n')).toHaveLength(overlayFor(host, '1.1.0').split('\n').length)
		expect(text).toContain('\t\t\'ensemble\' => [\'path\' => \'/srv/o\\\'cloud/apps\', \'url\' => \'/apps\', \'writable\' => false],\n')
		expect(text).not.toContain('packs/')
		expect(text).not.toMatch(/Ensemble pack /)
	})
})

describe.runIf(hasPhp())('the overlays', () => {
	it('are PHP, and overrule each other', () => {
		const read = (text: string) => JSON.parse(execFileSync('php', ['-r', `${text.slice('<?php'.length)} echo json_encode($CONFIG);`], { encoding: 'utf8' })) as { apps_paths: Record<string, { path: string }> }
		expect(read(overlayFor(host, '1.1.0')).apps_paths.ensemble?.path).toBe('/srv/packs/1.1.0')
		expect(read(neutralOverlay(host)).apps_paths.ensemble?.path).toBe('/srv/o\'cloud/apps')
		expect(Object.keys(read(neutralOverlay(host)).apps_paths)).toEqual(Object.keys(read(overlayFor(host, '1')).apps_paths))
	})
})

describe('a job on the wire', () => {
	it('brings the way back along', () => {
		const restore = (overlay: string | null, from: string | null): SpaceJob => ({ id: '1', space, action: 'restore', pack, before: { ...before, overlay, pack: from } })
		expect(toWire(host, restore(null, null), '7', 9)).toMatchObject({ id: '7', overlay: neutralOverlay(host), packOverlay: overlayFor(host, '1.1.0'), beforeDir: undefined })
		expect(toWire(host, restore('x', '1.0.0'), '7', 9)).toMatchObject({ overlay: 'x', beforeDir: '/srv/packs/1.0.0', timeout: 9 })
	})

	it('that was to read and brings nothing is lost', () => {
		const facts: SpaceJob = { id: '1', space, action: 'facts', apps: [] }
		expect(fromWire(facts, { id: '7', space: 's', ok: true, seconds: 1 })).toMatchObject({ id: '1', ok: false, error: { code: 'lost' } })
		expect(fromWire({ id: '1', space, action: 'settings', values: {} }, { id: '7', space: 's', ok: true, seconds: 1 })).toEqual({ id: '1', space: 's', ok: true, seconds: 1, cpu: undefined })
	})
})

function hasPhp(): boolean {
	try {
		return execFileSync('php', ['-r', 'echo 1;'], { encoding: 'utf8' }) === '1'
	} catch {
		return false
	}
}
