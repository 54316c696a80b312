// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Checks a pack: who signed it, and that it is exactly what they signed, down to the last byte in its archives. */

import type { KeyObject } from 'node:crypto'
import type { Manifest } from './manifest.ts'
import type { Sink } from './tar.ts'
import type { PackFile } from './tree.ts'

import { createHash } from 'node:crypto'
import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readArchive } from './archive.ts'
import { PackError } from './error.ts'
import { MANIFEST, MANIFEST_LIMIT, parseManifest, SIGNATURE } from './manifest.ts'
import { signedBy } from './sign.ts'
import { hashFile, hashTree } from './tree.ts'

/**
 * Checks a pack as it was delivered.
 *
 * @param dir its folder
 * @param keys whom we trust
 * @return what is in it
 * @throws PackError
 */
export async function verifyPack(dir: string, keys: readonly KeyObject[]): Promise<Manifest> {
	const manifest = await readSignedManifest(dir, keys)
	const { apps, sbom } = manifest
	const beside = [sbom, ...apps.map(({ archive }) => archive)]
	const allowed = new Set([MANIFEST, SIGNATURE, ...beside.map(({ path }) => path)])
	for (const name of await readdir(dir)) {
		if (!allowed.has(name)) {
			throw new PackError('extra', `${join(dir, name)} does not belong to the pack.`)
		}
	}
	for (const file of beside) {
		await mustBe(dir, file)
	}
	for (const { id, files, archive } of apps) {
		await readArchive(join(dir, archive.path), files, id, (file) => checking(`${id}/${file.path}`, file))
	}
	return manifest
}

/**
 * Reads the manifest of a pack and checks its signature, before anything else of it is believed.
 *
 * @param dir folder of the manifest and its signature
 * @param keys whom we trust
 * @throws PackError
 */
export async function readSignedManifest(dir: string, keys: readonly KeyObject[]): Promise<Manifest> {
	const bytes = await readPlain(dir, MANIFEST, MANIFEST_LIMIT, 'missing')
	const signature = await readPlain(dir, SIGNATURE, 1024, 'unsigned')
	const signer = signedBy(bytes, signature.toString('latin1'), keys)
	if (signer === null) {
		const claimed = /"key":\s*"([0-9a-f]{32})"/.exec(bytes.toString('latin1'))?.[1]
		throw new PackError('wrong_key', `The signature of ${join(dir, MANIFEST)} is of no key that you trust${claimed === undefined ? '' : ` (the manifest names key ${claimed})`}, or the manifest was changed after it was signed.`)
	}
	const manifest = parseManifest(bytes)
	if (manifest.key !== signer) {
		throw new PackError('format', `The manifest names key ${manifest.key}, but ${signer} signed it.`)
	}
	return manifest
}

/**
 * Checks an unpacked pack: the files that hosts run.
 *
 * @param dir folder of the apps
 * @param manifest of the pack, already believed
 * @throws PackError
 */
export async function verifyUnpacked(dir: string, manifest: Manifest): Promise<void> {
	const wanted = new Map<string, PackFile>(manifest.apps.flatMap(({ id, files }) => files.map((file) => [`${id}/${file.path}`, file] as const)))
	const ours = new Set([MANIFEST, SIGNATURE])
	for (const found of await hashTree(dir)) {
		const file = wanted.get(found.path)
		if (file === undefined && !ours.has(found.path)) {
			throw new PackError('extra', `${join(dir, found.path)} does not belong to the pack.`)
		}
		if (file !== undefined && (file.size !== found.size || file.sha256 !== found.sha256)) {
			throw new PackError('changed', `${join(dir, found.path)} is not what was signed.`)
		}
		wanted.delete(found.path)
	}
	const [absent] = wanted.keys()
	if (absent !== undefined) {
		throw new PackError('missing', `${join(dir, absent)} is missing.`)
	}
}

/**
 * Compares a file's bytes with the manifest as they come.
 *
 * @param name for the error
 * @param file what the manifest says
 * @param then takes the bytes too
 */
export function checking(name: string, file: PackFile, then?: Sink): Sink {
	const hash = createHash('sha256')
	return {
		async write(chunk) {
			hash.update(chunk)
			await then?.write(chunk)
		},
		async end() {
			if (hash.digest('hex') !== file.sha256) {
				throw new PackError('changed', `${name} is not what was signed.`)
			}
			await then?.end()
		},
	}
}

async function mustBe(dir: string, file: PackFile): Promise<void> {
	const path = join(dir, file.path)
	const found = await lstat(path).catch(() => null)
	if (found === null) {
		throw new PackError('missing', `${path} is missing.`)
	}
	if (!found.isFile()) {
		throw new PackError('symlink', `${path} is no plain file.`)
	}
	// The size first: a file that is much too long is not even read.
	if (found.size !== file.size || (await hashFile(path)).sha256 !== file.sha256) {
		throw new PackError('changed', `${path} is not what was signed.`)
	}
}

async function readPlain(dir: string, name: string, limit: number, absent: 'missing' | 'unsigned'): Promise<Buffer> {
	const path = join(dir, name)
	const found = await lstat(path).catch(() => null)
	if (found === null) {
		throw new PackError(absent, absent === 'unsigned' ? `The pack ${dir} is not signed.` : `${path} is missing; ${dir} is no pack.`)
	}
	if (!found.isFile()) {
		throw new PackError('symlink', `${path} is no plain file.`)
	}
	if (found.size > limit) {
		throw new PackError('too_big', `${path} has ${found.size} bytes, more than ${limit}.`)
	}
	const handle = await open(path)
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(found.size), 0, found.size, 0)
		return buffer.subarray(0, bytesRead)
	} finally {
		await handle.close()
	}
}
