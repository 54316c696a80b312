// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Makes the pack of a checkout: which version, which commit, whose time. */

import type { PackOptions } from './build.ts'
import type { Manifest } from './manifest.ts'

import { spawnSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildPack } from './build.ts'
import { readPrivateKey } from './sign.ts'

export interface CheckoutOptions {
	/** The checkout. */
	root: string
	/** Folder of the built apps; default build/apps of the checkout. */
	apps?: string
	/** The pack becomes a folder in here, named by its version. */
	packs: string
	/** File of the host's private key. */
	key: string
	/** Version of the pack; default that of fleet/package.json. */
	version?: string
	/** Folder with `<app id>.key` and `<app id>.crt`. */
	certificates?: string
	/** Packs migrations that do more than add. */
	allowBreakingMigrations?: boolean
	/** Called with the pack's folder before it is written, to clear the way. */
	replace?: (dir: string) => Promise<void>
}

/**
 * Makes a pack of build/apps.
 *
 * @param options where and with what
 * @return the manifest and the pack's folder
 * @throws PackError
 */
export async function packCheckout(options: CheckoutOptions): Promise<{ manifest: Manifest, dir: string }> {
	const { root, packs } = options
	const version = options.version ?? (JSON.parse(await readFile(join(root, 'fleet/package.json'), 'utf8')) as { version: string }).version
	const key = await readPrivateKey(options.key)
	const dir = join(packs, version)
	const certificates = options.certificates ? await readCertificates(options.certificates) : undefined
	await options.replace?.(dir)
	return { manifest: await buildPack({ apps: options.apps ?? join(root, 'build/apps'), version, target: dir, key, certificates, allowBreakingMigrations: options.allowBreakingMigrations, ...commitOf(root) }), dir }
}

/**
 * The commit of a checkout and its time; none where files were changed since, or where there is no git.
 *
 * @param root the checkout
 */
export function commitOf(root: string): { createdFrom: string | null, mtime: number } {
	const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' })
	const status = git('status', '--porcelain')
	const [commit = '', time = ''] = git('log', '-1', '--format=%H %ct').stdout?.trim().split(' ') ?? []
	return status.status === 0 && status.stdout === '' && commit !== ''
		? { createdFrom: commit, mtime: Number(time) }
		: { createdFrom: null, mtime: 0 }
}

async function readCertificates(dir: string): Promise<PackOptions['certificates']> {
	const found: NonNullable<PackOptions['certificates']> = {}
	for (const name of await readdir(dir)) {
		const id = name.replace(/\.crt$/, '')
		if (id !== name && existsSync(join(dir, `${id}.key`))) {
			found[id] = { key: createPrivateKey(await readFile(join(dir, `${id}.key`))), certificate: await readFile(join(dir, name), 'utf8') }
		}
	}
	return found
}
