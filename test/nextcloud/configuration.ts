// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the test server is configured to: nothing leaves the machine, and nothing slows a test down. */

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Nextcloud reads every config/*.config.php; later names win. */
const overlay = (root: string, name: string) => join(root, 'config', `${name}.config.php`)

/**
 * Writes an overlay file of system values.
 *
 * @param root the server's folder
 * @param name name of the overlay
 * @param values system values; what can be said in JSON
 */
export async function writeConfig(root: string, name: string, values: Record<string, unknown>): Promise<void> {
	await writeFile(overlay(root, name), `<?php\n$CONFIG = ${literal(JSON.stringify(values))};\n`)
}

/**
 * Makes the server keep files as in an object store instead of a folder for each account.
 *
 * @param root the server's folder
 * @param folder where the objects go
 */
export async function writeObjectStore(root: string, folder: string): Promise<void> {
	await mkdir(folder)
	await cp(fileURLToPath(new URL('./FolderObjectStore.php', import.meta.url)), join(root, 'config', 'FolderObjectStore.php'))
	const store = JSON.stringify({ class: 'EnsembleTest\\FolderObjectStore', arguments: { folder } })
	await writeFile(overlay(root, 'objectstore'), `<?php\nrequire_once __DIR__ . '/FolderObjectStore.php';\n$CONFIG = ['objectstore' => ${literal(store)}];\n`)
}

/** A PHP expression for what JSON says. */
function literal(json: string): string {
	return `json_decode('${json.replace(/[\\']/g, '\\$&')}', true)`
}

/**
 * Runs something with other system values, and puts back what Nextcloud wrote into its configuration meanwhile: it
 * saves all it has read, other values of the overlay included.
 *
 * @param root the server's folder
 * @param values system values; what can be said in JSON
 * @param work what to run
 */
export async function withConfig<T>(root: string, values: Record<string, unknown>, work: () => Promise<T>): Promise<T> {
	const main = join(root, 'config', 'config.php')
	const before = await readFile(main)
	// Sorts behind the first one, so it wins.
	await writeConfig(root, 'other', values)
	try {
		return await work()
	} finally {
		await rm(overlay(root, 'other'))
		await writeFile(main, before)
	}
}

/**
 * The system values of a test server.
 *
 * @param root the server's folder
 * @param data its data folder
 * @param baseUrl where it is served
 */
export function testConfig(root: string, data: string, baseUrl: string): Record<string, unknown> {
	return {
		apps_paths: [
			{ path: join(root, 'apps'), url: '/apps', writable: false },
			{ path: join(root, 'apps-ensemble'), url: '/apps-ensemble', writable: false },
		],
		trusted_domains: ['localhost', new URL(baseUrl).host],
		'overwrite.cli.url': baseUrl,
		// router.php answers every address, as the .htaccess of a normal installation does.
		'htaccess.IgnoreFrontController': true,
		appstoreenabled: false,
		updatechecker: false,
		has_internet_connection: false,
		mail_smtpmode: 'null',
		loglevel: 2,
		logfile: join(data, 'nextcloud.log'),
		skeletondirectory: join(data, '..', 'skeleton'),
		templatedirectory: '',
		'auth.bruteforce.protection.enabled': false,
		'ratelimit.protection.enabled': false,
		// Each request of a test logs in by password: the cheapest hash is good enough for accounts of an hour.
		hashingThreads: 1,
		hashingMemoryCost: 8,
		hashingTimeCost: 1,
		'sqlite.journal_mode': 'WAL',
		// No database account of its own: it would outlive the run.
		setup_create_db_user: false,
	}
}
