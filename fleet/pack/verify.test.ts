// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import type { TinyPack } from '../../test/fleet/packFixture.ts'
import type { PackErrorCode } from './error.ts'

import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { honest, keyPair, remove, replaceArchive, replaceBytes, signAnew, tinyPack } from '../../test/fleet/packFixture.ts'
import { tarEnd } from './tar.ts'
import { unpack, verifyStored } from './unpack.ts'
import { verifyPack } from './verify.ts'

let pack: TinyPack
beforeEach(async () => {
	pack = await tinyPack()
})
afterEach(() => remove(pack.root))

const refused = (code: PackErrorCode) => expect(verifyPack(pack.dir, [pack.open])).rejects.toMatchObject({ name: 'PackError', code })
const file = (name: string) => join(pack.dir, name)
const archive = () => file(pack.manifest.apps[0]!.archive.path)
/** Another header, with its sum put right. */
function header(offset: number, bytes: string) {
	return (block: Buffer) => {
		block.write(bytes, offset, 'latin1')
		const sum = block.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0)
		block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
		return block
	}
}

describe('a pack', () => {
	it('is accepted when it is what was signed, by any of the keys we trust', async () => {
		expect(await verifyPack(pack.dir, [keyPair().open, pack.open])).toEqual(pack.manifest)
		expect(pack.manifest.apps.map(({ id, version }) => [id, version])).toEqual([['first', '1.2.0'], ['second', '1.2.1']])
	})

	it('is refused with a byte of an archive changed', async () => {
		const bytes = await readFile(archive())
		bytes[40]! ^= 1
		await writeFile(archive(), bytes)
		await refused('changed')
	})

	it('is refused with a byte of the manifest changed', async () => {
		const text = await readFile(file('manifest.json'), 'utf8')
		await writeFile(file('manifest.json'), text.replace('"1.2.0"', '"1.2.9"'))
		await refused('wrong_key')
	})

	it('is refused with an archive cut short', async () => {
		await truncate(archive(), 100)
		await refused('changed')
	})

	it.each(['manifest.json', 'first-1.2.0.tar.gz', 'sbom.cdx.json'])('is refused without %s', async (name) => {
		await rm(file(name))
		await refused('missing')
	})

	it.each(['more.tar.gz', '.hidden', 'MANIFEST.JSON'])('is refused with %s beside it', async (name) => {
		await writeFile(file(name), '')
		await refused('extra')
	})

	it('is refused with a folder in it', async () => {
		await mkdir(file('folder'))
		await refused('extra')
	})

	it('is refused unsigned', async () => {
		await rm(file('manifest.json.sig'))
		await refused('unsigned')
	})

	it('is refused signed by a key that we do not trust, and without any key', async () => {
		await expect(verifyPack(pack.dir, [keyPair().open])).rejects.toMatchObject({ code: 'wrong_key' })
		await expect(verifyPack(pack.dir, [])).rejects.toMatchObject({ code: 'wrong_key' })
	})

	it.each(['', 'hello', 'A'.repeat(88)])('is refused with %j for a signature', async (signature) => {
		await writeFile(file('manifest.json.sig'), signature)
		await refused('wrong_key')
	})

	it('is refused when it names another key than the one that signed', async () => {
		await signAnew(pack, { ...pack.manifest, key: '0'.repeat(32) })
		await refused('format')
	})

	it.each(['manifest.json', 'manifest.json.sig', 'first-1.2.0.tar.gz', 'sbom.cdx.json'])('is refused with a symbolic link for %s', async (name) => {
		await rename(file(name), join(pack.root, name))
		await symlink(join(pack.root, name), file(name))
		await refused('symlink')
	})

	it('is refused with a manifest of 17 MB', async () => {
		await writeFile(file('manifest.json'), Buffer.alloc(17 * 1024 * 1024, ' '))
		await refused('too_big')
	})

	it.each([
		['../outside', 'format'],
		['/etc/passwd', 'format'],
		['a/../../b', 'format'],
		['a\\b', 'format'],
		['a//b', 'format'],
		['.htaccess', 'format'],
		['', 'format'],
		['a\u0000b', 'format'],
		['JS/PAGE.MJS', 'format'],
	] as const)('is refused with the path %j, though signed', async (path, code) => {
		const [first, second] = pack.manifest.apps
		await signAnew(pack, { ...pack.manifest, apps: [{ ...first!, files: [...first!.files, { path, size: 0, sha256: '0'.repeat(64) }] }, second!] })
		await refused(code)
	})
})

describe('an archive, though signed,', () => {
	it('is accepted when it is honest, written by anybody', async () => {
		await replaceArchive(pack, await honest(pack))
		expect((await verifyPack(pack.dir, [pack.open])).apps).toHaveLength(2)
	})

	it('is refused with a file changed', async () => {
		const [one, ...others] = await honest(pack)
		await replaceArchive(pack, [[one![0], Buffer.alloc(one![1].length, 'x')], ...others])
		await refused('changed')
	})

	it('is refused with a file missing', async () => {
		await replaceArchive(pack, (await honest(pack)).slice(1))
		await refused('missing')
	})

	it('is refused with a file more', async () => {
		await replaceArchive(pack, [['first/more.txt', ''], ...await honest(pack)])
		await refused('extra')
	})

	it('is refused with a file twice', async () => {
		const files = await honest(pack)
		await replaceArchive(pack, [files[0]!, ...files])
		await refused('extra')
	})

	it('is refused with a file of another app', async () => {
		await replaceArchive(pack, [['second/empty.txt', ''], ...(await honest(pack))])
		await refused('extra')
	})

	it.each(['first/../../../etc/cron.d/x', '/etc/passwd', '../x'])('is refused with the path %s', async (path) => {
		await replaceArchive(pack, [[path, 'x'], ...await honest(pack)])
		await refused('path')
	})

	it.each([['a symbolic link', '2'], ['a hard link', '1']])('is refused with %s', async (_, type) => {
		await replaceArchive(pack, [['first/empty.txt', '', header(156, type)]])
		await refused('symlink')
	})

	it.each([['a folder', 156, '5'], ['a device', 156, '3'], ['a pipe', 156, '6'], ['an extended header', 156, 'x'], ['a long name', 156, 'L'], ['a setuid bit', 100, '0004755\0'], ['an owner', 108, '0000001\0'], ['an owner\'s name', 265, 'root']] as const)('is refused with %s', async (_, offset, bytes) => {
		await replaceArchive(pack, [['first/empty.txt', '', header(offset, bytes)]])
		await refused('archive')
	})

	it('is refused with a damaged header', async () => {
		await replaceArchive(pack, [['first/empty.txt', '', (block) => block.fill(49, 148, 149)]])
		await refused('archive')
	})

	it('is refused when it says more bytes than the manifest', async () => {
		await replaceArchive(pack, [['first/empty.txt', Buffer.alloc(4096)]])
		await refused('too_big')
	})

	it('is refused when it is a bomb: a gigabyte of nothing in a megabyte', async () => {
		await replaceBytes(pack, gzipSync(Buffer.alloc(1024 ** 3), { level: 1 }))
		const before = process.memoryUsage().rss
		await refused('archive')
		await replaceArchive(pack, await honest(pack), Buffer.concat([tarEnd(), Buffer.alloc(64 * 1024 * 1024)]))
		await refused('too_big')
		expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
	})

	it('is refused with something behind its end, and without an end', async () => {
		await replaceArchive(pack, await honest(pack), Buffer.alloc(512))
		await refused('archive')
		await replaceArchive(pack, await honest(pack), Buffer.alloc(0))
		await refused('archive')
	})

	it('is refused when it is cut short, or no archive at all', async () => {
		await replaceBytes(pack, (await readFile(archive())).subarray(0, -30))
		await refused('archive')
		await replaceBytes(pack, randomBytes(500))
		await refused('archive')
	})
})

describe('an unpacked pack', () => {
	const store = () => join(pack.root, 'store')
	const stored = (...path: string[]) => join(store(), '1.2.0', ...path)
	const change = async (path: string, work: () => Promise<unknown>) => {
		await unpack(pack.dir, [pack.open], store())
		await chmod(stored(path), 0o755)
		await work()
	}
	const refusedStored = (code: PackErrorCode) => expect(verifyStored(stored(), [pack.open])).rejects.toMatchObject({ code })

	it('is accepted as it came', async () => {
		const { manifest } = await unpack(pack.dir, [pack.open], store())
		expect(await verifyStored(stored(), [pack.open])).toEqual(manifest)
	})

	it('is refused with a file changed, missing or more', async () => {
		await change('first/empty.txt', () => writeFile(stored('first/empty.txt'), 'x'))
		await refusedStored('changed')
		await writeFile(stored('first/empty.txt'), '')
		await chmod(stored('first'), 0o755)
		await writeFile(stored('first/more.txt'), '')
		await refusedStored('extra')
		await rm(stored('first/more.txt'))
		await rm(stored('first/empty.txt'))
		await refusedStored('missing')
	})

	it('is refused with a link in it, even to the right bytes', async () => {
		await change('first', async () => {
			await rename(stored('first/empty.txt'), join(pack.root, 'empty.txt'))
			await symlink(join(pack.root, 'empty.txt'), stored('first/empty.txt'))
		})
		await refusedStored('symlink')
	})
})
