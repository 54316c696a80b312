// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Makes a pack of built apps: an archive for each, the bill of materials, the manifest and its signature. */

import type { KeyObject } from 'node:crypto'
import type { Manifest, PackApp } from './manifest.ts'
import type { BilledApp } from './sbom.ts'

import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readApp } from './appInfo.ts'
import { writeArchive } from './archive.ts'
import { PackError } from './error.ts'
import { formatManifest, MANIFEST, parseManifest, SBOM, SIGNATURE } from './manifest.ts'
import { signApp } from './nextcloudSignature.ts'
import { bundledLibraries, makeSbom } from './sbom.ts'
import { keyId, signBytes } from './sign.ts'
import { hashFile, hashTree } from './tree.ts'

/** What goes into a pack. */
export interface PackOptions {
	/** Folder of built apps, a folder each. */
	apps: string
	/** Version of the pack. */
	version: string
	/** The pack's folder; must not exist. */
	target: string
	/** The host's private key. */
	key: KeyObject
	/** Commit the apps were built from; null where nobody can tell. */
	createdFrom?: string | null
	/** Seconds since 1970 for every file, the time of the commit; 0 without one. */
	mtime?: number
	/** Packs migrations that do more than add; a rollout of such a pack cannot be taken back. */
	allowBreakingMigrations?: boolean
	/** Nextcloud's code signing: app id → key and certificate. */
	certificates?: Record<string, { key: KeyObject, certificate: string }>
}

/** Nothing that only helps to develop leaves the house. */
const unwanted = /(^|\/)(node_modules|tests?|src)\/|\.(map|tsx?|vue)$/

/**
 * Makes a pack. It appears whole or not at all.
 *
 * @param options what goes in
 * @return the manifest
 * @throws PackError
 */
export async function buildPack(options: PackOptions): Promise<Manifest> {
	const { apps: source, version, target, key } = options
	await mkdir(dirname(target), { recursive: true })
	const staging = await mkdtemp(join(dirname(target), `.${basename(target)}-`))
	const copies = await mkdtemp(join(dirname(target), '.apps-'))
	try {
		const apps: PackApp[] = []
		const billed: BilledApp[] = []
		for (const entry of (await readdir(source, { withFileTypes: true })).sort((a, b) => a.name < b.name ? -1 : 1)) {
			if (!entry.isDirectory()) {
				throw new PackError('extra', `${join(source, entry.name)} is not the folder of an app.`)
			}
			const { app, bill } = await packApp(entry.name, options, staging, copies)
			apps.push(app)
			billed.push(bill)
		}
		if (apps.length === 0) {
			throw new PackError('missing', `There are no apps in ${source}.`)
		}
		await writeFile(join(staging, SBOM), makeSbom(version, billed))
		const sbom = { path: SBOM, ...await hashFile(join(staging, SBOM)) }
		const bytes = formatManifest({ format: 'ensemble-pack 1', version, createdFrom: options.createdFrom ?? null, key: keyId(key), apps, sbom })
		// What we write must be what we would read.
		const manifest = parseManifest(bytes)
		await writeFile(join(staging, MANIFEST), bytes)
		await writeFile(join(staging, SIGNATURE), signBytes(bytes, key))
		// It was made for nobody else to look into; the pack is for everybody.
		await chmod(staging, 0o755)
		await rename(staging, target)
		return manifest
	} catch (error) {
		await rm(staging, { recursive: true, force: true })
		throw error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')
			? new PackError('extra', `${target} is there already; a pack is never overwritten.`)
			: error
	} finally {
		await rm(copies, { recursive: true, force: true })
	}
}

async function packApp(name: string, options: PackOptions, staging: string, copies: string): Promise<{ app: PackApp, bill: BilledApp }> {
	let dir = join(options.apps, name)
	const { findings, ...info } = await readApp(dir)
	if (info.id !== name) {
		throw new PackError('format', `The folder ${dir} holds the app ${info.id}.`)
	}
	if (findings.length > 0 && options.allowBreakingMigrations !== true) {
		throw new PackError('migration', findings.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'))
	}
	const certificate = options.certificates?.[name]
	if (certificate !== undefined) {
		// The signature lies in the app, but the build stays as it is.
		await cp(dir, join(copies, name), { recursive: true, verbatimSymlinks: true })
		dir = join(copies, name)
		await signApp(dir, certificate.key, certificate.certificate, name)
	}
	const files = await hashTree(dir)
	const [leak] = files.filter(({ path }) => unwanted.test(path))
	if (leak !== undefined) {
		throw new PackError('extra', `${name}/${leak.path} is a source, a test or a source map; those do not belong into a pack.`)
	}
	const archive = `${info.id}-${info.version}.tar.gz`
	await writeArchive(dir, files, info.id, join(staging, archive), options.mtime ?? 0)
	const app: PackApp = { ...info, archive: { path: archive, ...await hashFile(join(staging, archive)) }, files }
	const libraries = await bundledLibraries(dir, files.map(({ path }) => path), 'ensemble')
	return { app, bill: { id: info.id, version: info.version, sha256: app.archive.sha256, libraries } }
}
