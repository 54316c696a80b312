// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import type { TinyPack } from '../../test/fleet/packFixture.ts'

import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { remove, tinyApp, tinyPack, write } from '../../test/fleet/packFixture.ts'
import { buildPack } from './build.ts'
import { verifyPack } from './verify.ts'

let pack: TinyPack
beforeEach(async () => {
	pack = await tinyPack()
})
afterEach(() => remove(pack.root))

const again = (more: object = {}) => buildPack({ apps: pack.apps, version: '1.2.0', target: join(pack.root, 'again'), key: pack.key, ...more })
const bytesOf = async (dir: string) => Object.fromEntries(await Promise.all((await readdir(dir)).map(async (name) => [name, (await readFile(join(dir, name))).toString('base64')])))

describe('a pack', () => {
	it('has the same bytes whenever it is made of the same files', async () => {
		await utimes(join(pack.apps, 'first/empty.txt'), 1, 1)
		await chmod(join(pack.apps, 'first/empty.txt'), 0o600)
		await again()
		expect(await bytesOf(join(pack.root, 'again'))).toEqual(await bytesOf(pack.dir))
	})

	it('has the time of the commit in its archives', async () => {
		await again({ mtime: 1_700_000_000, createdFrom: 'a'.repeat(40) })
		expect(execFileSync('tar', ['tvzf', join(pack.root, 'again/first-1.2.0.tar.gz'), '--utc', '--full-time'], { encoding: 'utf8' })).toContain('2023-11-14 22:13:20')
		expect((await verifyPack(join(pack.root, 'again'), [pack.open])).createdFrom).toBe('a'.repeat(40))
	})

	it('holds archives that tar reads, with one folder named as the app', () => {
		const list = execFileSync('tar', ['tvzf', join(pack.dir, 'first-1.2.0.tar.gz')], { encoding: 'utf8' }).trim().split('\n')
		expect(list.map((line) => line.split(' ').at(-1))).toEqual(pack.manifest.apps[0]!.files.map(({ path }) => `first/${path}`))
		expect(list.every((line) => line.startsWith('-rw-r--r-- 0/0 '))).toBe(true)
	})

	it('says what the apps need, and that their migrations only add', () => {
		expect(pack.manifest.apps[1]).toMatchObject({ id: 'second', version: '1.2.1', nextcloud: { min: 32, max: 35 }, migrations: [{ class: 'Version000100Date20261122000000', additive: true }] })
	})

	it('is not made over another one', async () => {
		await expect(again({ target: pack.dir })).rejects.toMatchObject({ code: 'extra' })
		expect((await readdir(pack.root)).sort()).toEqual(['apps', 'pack'])
	})

	it.each([
		['a source map', 'js/page.mjs.map', 'extra'],
		['a source', 'src/page.ts', 'extra'],
		['a test', 'tests/a.php', 'extra'],
		['a dotfile', '.git', 'path'],
		['a name with a space', 'js/a b.mjs', 'path'],
		['a name that is not ASCII', 'js/é.mjs', 'path'],
	])('is not made with %s', async (_, path, code) => {
		await write(pack.apps, { [`first/${path}`]: '' })
		await expect(again()).rejects.toMatchObject({ code })
	})

	it('is not made with a symbolic link', async () => {
		await symlink('/etc/passwd', join(pack.apps, 'first/js/link.mjs'))
		await expect(again()).rejects.toMatchObject({ code: 'symlink' })
	})

	it('is not made of a folder that is no app, or another app than its name', async () => {
		await mkdir(join(pack.apps, 'third'))
		await expect(again()).rejects.toMatchObject({ code: 'missing' })
		await write(pack.apps, { 'third/appinfo/info.xml': tinyApp('first', '1.0.0')['first/appinfo/info.xml']! })
		await expect(again()).rejects.toMatchObject({ code: 'format' })
	})

	it('is not made with a migration that drops, unless told to; then the manifest says so', async () => {
		const migration = 'lib/Migration/Version000200Date20261123000000.php'
		await write(pack.apps, { [`first/${migration}`]: '<?php\nclass B {\n\tfunction changeSchema() {\n\t\t$schema->dropTable(\'a\');\n\t}\n}\n' })
		await expect(again()).rejects.toMatchObject({ code: 'migration', message: expect.stringContaining(`first/${migration}:4: dropTable()`) })
		const manifest = await again({ allowBreakingMigrations: true })
		expect(manifest.apps[0]!.migrations.map(({ additive }) => additive)).toEqual([true, false])
	})

	it('has a bill of materials with the apps and the libraries in their bundles', async () => {
		const sbom = JSON.parse(await readFile(join(pack.dir, 'sbom.cdx.json'), 'utf8')) as { specVersion: string, components: Array<{ purl: string, licenses: unknown }> }
		expect(sbom.specVersion).toBe('1.6')
		expect(sbom.components.map(({ purl }) => purl)).toEqual(['pkg:generic/first@1.2.0', 'pkg:generic/second@1.2.1', 'pkg:npm/vue@3.5.45'])
		expect(sbom.components[2]!.licenses).toEqual([{ expression: 'MIT' }])
	})
})
