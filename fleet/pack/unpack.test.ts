// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import type { TinyPack } from '../../test/fleet/packFixture.ts'

import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { honest, remove, replaceArchive, tinyPack, write } from '../../test/fleet/packFixture.ts'
import { buildPack } from './build.ts'
import { unpack } from './unpack.ts'

let pack: TinyPack
let store = ''
beforeEach(async () => {
	pack = await tinyPack()
	store = join(pack.root, 'store')
})
afterEach(() => remove(pack.root))

const mode = async (path: string) => (await stat(path)).mode & 0o777

describe('unpacking', () => {
	it('writes the apps into a folder of their version, which nobody can write to', async () => {
		const { dir } = await unpack(pack.dir, [pack.open], store)
		expect(dir).toBe(join(store, '1.2.0'))
		expect((await readdir(dir)).sort()).toEqual(['first', 'manifest.json', 'manifest.json.sig', 'second'])
		expect(await readFile(join(dir, 'first/js/page.mjs'), 'utf8')).toBe('export {}\n')
		expect(await readFile(join(dir, 'first/empty.txt'), 'utf8')).toBe('')
		expect([await mode(dir), await mode(join(dir, 'first')), await mode(join(dir, 'first/js')), await mode(join(dir, 'first/js/page.mjs'))]).toEqual([0o555, 0o555, 0o555, 0o444])
	})

	it('finds what is there already, and checks that', async () => {
		await unpack(pack.dir, [pack.open], store)
		expect((await unpack(pack.dir, [pack.open], store)).dir).toBe(join(store, '1.2.0'))
		expect(await readdir(store)).toEqual(['1.2.0'])
		await chmod(join(store, '1.2.0/first/empty.txt'), 0o644)
		await writeFile(join(store, '1.2.0/first/empty.txt'), 'x')
		await expect(unpack(pack.dir, [pack.open], store)).rejects.toMatchObject({ code: 'changed' })
	})

	it('does not put another pack over one of the same version', async () => {
		await unpack(pack.dir, [pack.open], store)
		await write(pack.apps, { 'first/js/page.mjs': 'export default 1\n' })
		const target = join(pack.root, 'other')
		await buildPack({ apps: pack.apps, version: '1.2.0', target, key: pack.key })
		await expect(unpack(target, [pack.open], store)).rejects.toMatchObject({ code: 'changed' })
		expect(await readFile(join(store, '1.2.0/first/js/page.mjs'), 'utf8')).toBe('export {}\n')
	})

	it('leaves nothing of a pack that is refused', async () => {
		await replaceArchive(pack, (await honest(pack)).slice(1))
		await expect(unpack(pack.dir, [pack.open], store)).rejects.toMatchObject({ code: 'missing' })
		expect(await readdir(store).catch(() => [])).toEqual([])
	})

	it('is done once when two do it at once', async () => {
		await Promise.all([1, 2, 3].map(() => unpack(pack.dir, [pack.open], store)))
		expect(await readdir(store)).toEqual(['1.2.0'])
	})
})
