// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * `npm run package`: makes a signed pack of build/apps in build/packs/<version>. ENSEMBLE_KEY is the private key
 * (`ensemble keygen`); without one a key is made beside the packs, to try things with. ENSEMBLE_CERTIFICATES is a folder
 * with `<app id>.key` and `<app id>.crt` for Nextcloud's own code signing.
 */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packCheckout } from './checkout.ts'
import { PackError } from './error.ts'
import { makeKeys } from './sign.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packs = join(root, 'build/packs')

async function main(): Promise<void> {
	if (!existsSync(join(root, 'build/apps')) && spawnSync('npx', ['vite', 'build'], { cwd: root, stdio: 'inherit' }).status !== 0) {
		throw new PackError('missing', 'The apps could not be built.')
	}
	const key = process.env.ENSEMBLE_KEY || join(root, 'build/trial.key')
	if (!process.env.ENSEMBLE_KEY && !existsSync(key)) {
		await mkdir(dirname(key), { recursive: true })
		process.stderr.write(`ENSEMBLE_KEY is not set: made ${key}, a key to try things with.\n`)
		await makeKeys(key)
	}
	const { manifest, dir } = await packCheckout({ root, packs, key, certificates: process.env.ENSEMBLE_CERTIFICATES, replace: (path) => rm(path, { recursive: true, force: true }) })
	for (const { archive } of manifest.apps) {
		process.stdout.write(`${archive.sha256}  ${archive.path}  ${archive.size} bytes\n`)
	}
	process.stdout.write(`${dir}: pack ${manifest.version} of ${manifest.createdFrom ?? 'a working tree with changes'}, signed by ${manifest.key}\n`)
}

try {
	await main()
} catch (error) {
	if (!(error instanceof PackError)) {
		throw error
	}
	process.stderr.write(`${error.message}\n`)
	process.exitCode = 1
}
