// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Which database a run uses. SQLite unless NEXTCLOUD_DB says `pgsql` or `mysql`; then these describe the server:
 * NEXTCLOUD_DB_HOST (host, host:port or folder of a socket; default localhost), NEXTCLOUD_DB_USER (must be allowed to
 * create databases; default root for mysql, postgres for pgsql), NEXTCLOUD_DB_PASSWORD (default empty).
 * Every run makes a database of its own and drops it at the end.
 */

import { randomBytes } from 'node:crypto'
import { must } from './process.ts'

export interface Database {
	/** For `occ maintenance:install`. */
	installArguments: string[]
	/** Makes the run's database. */
	create(): Promise<void>
	/**
	 * Copies the run's database for another Nextcloud (SQLite and PostgreSQL).
	 *
	 * @param number makes the copy's name
	 * @param owner role that Nextcloud connects as
	 * @return what to replace in config.php; null where the database is a file in the data folder
	 */
	copy(number: number, owner: string): Promise<{ from: string, to: string } | null>
	/** Takes it away again, and its copies. */
	drop(): Promise<void>
}

/** Runs one statement as the user given; host, port, user, password and statement come as arguments. */
const CONNECT = {
	pgsql: 'new PDO("pgsql:host=$h" . ($p ? ";port=$p" : "") . ";dbname=postgres", $u, $w)',
	mysql: 'new PDO($h[0] === "/" ? "mysql:unix_socket=$h" : "mysql:host=$h" . ($p ? ";port=$p" : ""), $u, $w)',
} as const

/**
 * Reads the environment.
 *
 * @param env the environment of this process
 * @throws when NEXTCLOUD_DB is neither sqlite, pgsql nor mysql
 */
export function chooseDatabase(env: NodeJS.ProcessEnv): Database {
	const kind = env.NEXTCLOUD_DB || 'sqlite'
	if (kind === 'sqlite') {
		const nothing = async () => undefined
		return { installArguments: ['--database', 'sqlite'], create: nothing, copy: async () => null, drop: nothing }
	}
	if (kind !== 'pgsql' && kind !== 'mysql') {
		throw new Error(`NEXTCLOUD_DB is "${kind}"; known are sqlite, pgsql and mysql.`)
	}
	const address = env.NEXTCLOUD_DB_HOST || 'localhost'
	const user = env.NEXTCLOUD_DB_USER || (kind === 'mysql' ? 'root' : 'postgres')
	const password = env.NEXTCLOUD_DB_PASSWORD || ''
	const name = `ensemble_test_${randomBytes(4).toString('hex')}`
	const [host = address, port = ''] = address.startsWith('/') ? [address] : address.split(':')
	const copies: string[] = []
	const execute = async (statement: string) => {
		await must('php', ['-r', `[, $h, $p, $u, $w, $statement] = $argv; (${CONNECT[kind]})->exec($statement);`, '--', host, port, user, password, statement])
	}
	return {
		installArguments: [
			...['--database', kind, '--database-host', address, '--database-name', name],
			...['--database-user', user, '--database-pass', password],
		],
		create: () => execute(`CREATE DATABASE ${name}${kind === 'mysql' ? ' CHARACTER SET utf8mb4 COLLATE utf8mb4_bin' : ''}`),
		copy: async (number, owner) => {
			if (kind !== 'pgsql') {
				throw new Error('MySQL cannot copy a database by a statement.')
			}
			const to = `${name}_${number}`
			await execute(`CREATE DATABASE ${to} TEMPLATE ${name} OWNER "${owner}"`)
			copies.push(to)
			return { from: name, to }
		},
		drop: async () => {
			for (const one of [...copies, name]) {
				await execute(`DROP DATABASE IF EXISTS ${one}${kind === 'pgsql' ? ' WITH (FORCE)' : ''}`)
			}
		},
	}
}
