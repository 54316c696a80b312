// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Unpacks a pack into a folder of its own, named by its version: read-only, there whole or not at all. */

import type { KeyObject } from 'node:crypto'
import type { Manifest } from './manifest.ts'
import type { Sink } from './tar.ts'

import { chmod, copyFile, lstat, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readArchive } from './archive.ts'
import { PackError } from './error.ts'
import { MANIFEST, SIGNATURE } from './manifest.ts'
import { checking, readSignedManifest, verifyPack, verifyUnpacked } from './verify.ts'

/**
 * Checks and unpacks a pack. One that is there already is checked again instead, and has to be the same.
 *
 * @param pack its folder
 * @param keys whom we trust
 * @param store folder of the unpacked packs, such as /srv/packs
 * @return the manifest, and the folder of the apps
 * @throws PackError
 */
export async function unpack(pack: string, keys: readonly KeyObject[], store: string): Promise<{ manifest: Manifest, dir: string }> {
	const manifest = await verifyPack(pack, keys)
	const dir = join(store, manifest.version)
	if (await lstat(dir).catch(() => null) !== null) {
		return { manifest: await mustBeSame(dir, manifest, keys), dir }
	}
	await mkdir(store, { recursive: true })
	const staging = await mkdtemp(join(store, '.unpacking-'))
	try {
		for (const { id, files, archive } of manifest.apps) {
			// Every path is one of the manifest, which only has safe ones; the folder is new and ours.
			await readArchive(join(pack, archive.path), files, id, async (file) => checking(`${id}/${file.path}`, file, await writing(join(staging, id, file.path))))
		}
		for (const name of [MANIFEST, SIGNATURE]) {
			await copyFile(join(pack, name), join(staging, name))
			await chmod(join(staging, name), 0o444)
		}
		await sealFolders(staging)
		await rename(staging, dir)
	} catch (error) {
		await rm(staging, { recursive: true, force: true })
		if (error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')) {
			return { manifest: await mustBeSame(dir, manifest, keys), dir }
		}
		throw error
	}
	return { manifest, dir }
}

/**
 * Checks a pack that was unpacked earlier.
 *
 * @param dir its folder
 * @param keys whom we trust
 * @throws PackError
 */
export async function verifyStored(dir: string, keys: readonly KeyObject[]): Promise<Manifest> {
	const manifest = await readSignedManifest(dir, keys)
	await verifyUnpacked(dir, manifest)
	return manifest
}

async function mustBeSame(dir: string, manifest: Manifest, keys: readonly KeyObject[]): Promise<Manifest> {
	const there = await verifyStored(dir, keys)
	if (JSON.stringify(there) !== JSON.stringify(manifest)) {
		throw new PackError('changed', `${dir} holds another pack of the same version ${manifest.version}; give the new one a version of its own.`)
	}
	return there
}

async function writing(path: string): Promise<Sink> {
	await mkdir(dirname(path), { recursive: true, mode: 0o755 })
	const handle = await open(path, 'wx', 0o444)
	return {
		async write(chunk) {
			await handle.writeFile(chunk)
		},
		async end() {
			// Whatever the umask: a web server's account has to read it.
			await handle.chmod(0o444)
			await handle.sync()
			await handle.close()
		},
	}
}

/** Inner folders first: in a sealed one nothing can be renamed. */
async function sealFolders(dir: string): Promise<void> {
	for (const entry of await readdir(dir, { withFileTypes: true })) {
		if (entry.isDirectory()) {
			await sealFolders(join(dir, entry.name))
		}
	}
	await chmod(dir, 0o555)
}
