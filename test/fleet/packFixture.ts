// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Small packs for tests: apps of a few files, and archives that no honest tool would write. */

import type { KeyObject } from 'node:crypto'
import type { Manifest } from '../../fleet/pack/manifest.ts'

import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildPack } from '../../fleet/pack/build.ts'
import { formatManifest, MANIFEST, SIGNATURE } from '../../fleet/pack/manifest.ts'
import { signBytes } from '../../fleet/pack/sign.ts'
import { padding, tarEnd, tarHeader } from '../../fleet/pack/tar.ts'
import { hashFile } from '../../fleet/pack/tree.ts'

/** A new folder of a test's own. */
export function temporary(): Promise<string> {
	return mkdtemp(join(tmpdir(), 'ensemble-pack-'))
}

/**
 * Removes a folder, sealed ones in it included.
 *
 * @param dir the folder
 */
export async function remove(dir: string): Promise<void> {
	const open = async (path: string): Promise<void> => {
		if ((await lstat(path)).isDirectory()) {
			await chmod(path, 0o755)
			await Promise.all((await readdir(path)).map((name) => open(join(path, name))))
		}
	}
	await open(dir)
	await rm(dir, { recursive: true })
}

/** A fresh key pair. */
export function keyPair(): { key: KeyObject, open: KeyObject } {
	const { privateKey } = generateKeyPairSync('ed25519', { privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } })
	const key = createPrivateKey(privateKey)
	return { key, open: createPublicKey(key) }
}

/**
 * Writes files.
 *
 * @param dir where
 * @param files path → text
 */
export async function write(dir: string, files: Record<string, string>): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(dir, path)), { recursive: true })
		await writeFile(join(dir, path), text)
	}
}

/**
 * An app that is just enough of one.
 *
 * @param id its id
 * @param version its version
 * @param more files, or other texts of those it has
 */
export function tinyApp(id: string, version: string, more: Record<string, string> = {}): Record<string, string> {
	const files = {
		'appinfo/info.xml': `<?xml version="1.0"?>\n<info><id>${id}</id><version>${version}</version><dependencies><php min-version="8.2"/><nextcloud min-version="32" max-version="35"/></dependencies></info>\n`,
		'lib/Migration/Version000100Date20261122000000.php': '<?php\nclass A {\n\tpublic function changeSchema() {\n\t\t$table = $schema->createTable(\'a\');\n\t\t$table->addColumn(\'id\', \'bigint\', [\'notnull\' => true]);\n\t}\n}\n',
		'js/page.mjs': 'export {}\n',
		'js/page.mjs.license': 'SPDX\nIncluded packages:\n- vue\n\t- version: 3.5.45\n\t- license: MIT\n- ensemble\n\t- version: 0.1.0\n\t- license: AGPL-3.0-or-later\n',
		'empty.txt': '',
		...more,
	}
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${id}/${path}`, text]))
}

/** A signed pack of two apps. */
export interface TinyPack {
	root: string
	/** The built apps. */
	apps: string
	/** The pack. */
	dir: string
	key: KeyObject
	open: KeyObject
	manifest: Manifest
}

/** Makes one in a new folder. */
export async function tinyPack(): Promise<TinyPack> {
	const root = await temporary()
	const apps = join(root, 'apps')
	await write(apps, { ...tinyApp('first', '1.2.0'), ...tinyApp('second', '1.2.1') })
	const { key, open } = keyPair()
	const dir = join(root, 'pack')
	const manifest = await buildPack({ apps, version: '1.2.0', target: dir, key })
	return { root, apps, dir, key, open, manifest }
}

/**
 * Signs a manifest anew, as a signer would who is careless or wicked.
 *
 * @param pack the pack
 * @param manifest what it says from now on
 */
export async function signAnew({ dir, key }: TinyPack, manifest: Manifest): Promise<void> {
	const bytes = formatManifest(manifest)
	await writeFile(join(dir, MANIFEST), bytes)
	await writeFile(join(dir, SIGNATURE), signBytes(bytes, key))
}

/** An entry of an archive: its path, its bytes, and what to change in its header. */
export type Entry = [path: string, bytes: Buffer | string, change?: (header: Buffer) => Buffer]

/**
 * Puts another archive in place of the first app's, and signs that.
 *
 * @param pack the pack
 * @param entries of the archive
 * @param end what follows the entries
 */
export async function replaceArchive(pack: TinyPack, entries: readonly Entry[], end: Buffer = tarEnd()): Promise<void> {
	const parts = entries.flatMap(([path, content, change = (header) => header]) => {
		const bytes = Buffer.from(content)
		return [change(tarHeader(path, bytes.length, 0)), bytes, Buffer.alloc(padding(bytes.length))]
	})
	await replaceBytes(pack, gzipSync(Buffer.concat([...parts, end])))
}

/**
 * Puts other bytes in place of the first app's archive, and signs that.
 *
 * @param pack the pack
 * @param bytes of the archive
 */
export async function replaceBytes(pack: TinyPack, bytes: Buffer): Promise<void> {
	const [first, ...others] = pack.manifest.apps
	const path = join(pack.dir, first!.archive.path)
	await writeFile(path, bytes)
	await signAnew(pack, { ...pack.manifest, apps: [{ ...first!, archive: { path: first!.archive.path, ...await hashFile(path) } }, ...others] })
}

/**
 * What is honestly in the first app's archive.
 *
 * @param pack the pack
 */
export function honest(pack: TinyPack): Promise<Entry[]> {
	return Promise.all(pack.manifest.apps[0]!.files.map(async ({ path }): Promise<Entry> => [`first/${path}`, await readFile(join(pack.apps, 'first', path))]))
}
