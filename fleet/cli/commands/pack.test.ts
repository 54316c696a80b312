// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** keygen, pack, verify, unpack: from built apps to a folder that hosts may run. */

import type { TinyPack } from '../../../test/fleet/packFixture.ts'

import { appendFileSync, chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remove, tinyPack } from '../../../test/fleet/packFixture.ts'
import { ensemble } from '../testing.ts'

let tiny: TinyPack
let key: string
let out: string
beforeAll(async () => {
	tiny = await tinyPack()
	key = join(tiny.root, 'ensemble.key')
	out = join(tiny.root, 'packs')
})
afterAll(() => remove(tiny.root))
const at = (...names: string[]) => join(out, '1.2.0', ...names)

describe('keygen', () => {
	it('makes a pair, the private one for its owner only, and never overwrites', async () => {
		const { code, out: text } = await ensemble(['keygen', key, '--json'])
		expect(code).toBe(0)
		expect(JSON.parse(text)).toMatchObject({ key: expect.stringMatching(/^[0-9a-f]{32}$/) as string, publicKey: `${key}.pub` })
		expect(statSync(key).mode & 0o777).toBe(0o600)
		expect(readFileSync(`${key}.pub`, 'utf8')).toContain('BEGIN PUBLIC KEY')
		expect(await ensemble(['keygen', key])).toMatchObject({ code: 5, err: expect.stringContaining('never overwritten') as string })
	})
})

describe('pack', () => {
	it('makes a signed pack, and never overwrites one', async () => {
		const line = ['pack', '--key', key, '--apps', tiny.apps, '--out', out, '--pack-version', '1.2.0']
		const { code, out: text } = await ensemble([...line, '--json'])
		expect(code).toBe(0)
		expect(JSON.parse(text)).toMatchObject({ dir: at(), version: '1.2.0', apps: [{ id: 'first' }, { id: 'second' }] })
		expect(await ensemble(line)).toMatchObject({ code: 5, err: `${at()} is there already; a pack is never overwritten.\n` })
	})

	it('says what is missing', async () => {
		expect(await ensemble(['pack', '--apps', tiny.apps])).toMatchObject({ code: 2, err: expect.stringContaining('--key') as string })
		expect(await ensemble(['pack', '--key', key, '--apps', join(tiny.root, 'nothing')])).toMatchObject({ code: 2, err: expect.stringContaining('There is no') as string })
		expect(await ensemble(['pack', '--key', join(tiny.root, 'no.key'), '--apps', tiny.apps, '--out', out])).toMatchObject({ code: 5 })
	})
})

describe('verify', () => {
	it('takes a good pack, by a key or by the inventory\'s', async () => {
		expect(await ensemble(['verify', at(), '--key', `${key}.pub`])).toMatchObject({ code: 0, err: '' })
		const inventory = join(tiny.root, 'fleet.yaml')
		writeFileSync(inventory, 'fleet: test\nhosts: {}\nkeys: [ensemble.key.pub]\n')
		expect(JSON.parse((await ensemble(['--inventory', inventory, 'verify', at(), '--json'])).out)).toMatchObject({ ok: true, version: '1.2.0', apps: [{ id: 'first', breaking: [] }, { id: 'second' }] })
	})

	it('refuses another key, a private key, what is no pack, and a changed file', async () => {
		expect(await ensemble(['--inventory', join(tiny.root, 'none.yaml'), 'verify', at()])).toMatchObject({ code: 2, err: expect.stringContaining('Say whom you trust') as string })
		await ensemble(['keygen', join(tiny.root, 'other.key')])
		const other = await ensemble(['verify', at(), '--key', join(tiny.root, 'other.key.pub'), '--json'])
		expect(other.code).toBe(5)
		expect(JSON.parse(other.out)).toMatchObject({ error: { name: 'PackError', code: 'wrong_key' }, exit: 5 })
		expect(await ensemble(['verify', at(), '--key', key])).toMatchObject({ code: 5, err: expect.stringContaining('private key') as string })
		expect(await ensemble(['verify', tiny.apps, '--key', `${key}.pub`])).toMatchObject({ code: 2, err: expect.stringContaining('is no pack') as string })
	})
})

describe('unpack', () => {
	it('unpacks once, and checks what is there', async () => {
		const store = join(tiny.root, 'store')
		const line = ['unpack', at(), '--to', store, '--key', `${key}.pub`]
		expect(await ensemble(line)).toMatchObject({ code: 0, err: '' })
		expect(existsSync(join(store, '1.2.0/first/appinfo/info.xml'))).toBe(true)
		expect(await ensemble(line)).toMatchObject({ code: 0 })
		expect(await ensemble(['verify', join(store, '1.2.0'), '--key', `${key}.pub`])).toMatchObject({ code: 0 })
		const file = join(store, '1.2.0/first/appinfo/info.xml')
		chmodSync(file, 0o644)
		appendFileSync(file, '\n')
		expect(await ensemble(line)).toMatchObject({ code: 5, err: `${file} is not what was signed.\n` })
	})

	it('unpacks nothing of a pack that was changed', async () => {
		const archive = at('first-1.2.0.tar.gz')
		appendFileSync(archive, 'x')
		expect(await ensemble(['verify', at(), '--key', `${key}.pub`])).toMatchObject({ code: 5, err: `${archive} is not what was signed.\n` })
		expect(await ensemble(['unpack', at(), '--to', join(tiny.root, 'other'), '--key', `${key}.pub`])).toMatchObject({ code: 5 })
		expect(existsSync(join(tiny.root, 'other/1.2.0'))).toBe(false)
		rmSync(out, { recursive: true })
	})
})
