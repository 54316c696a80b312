// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Real spaces for tests: config folders on one Nextcloud code tree that nobody writes to. NEXTCLOUD_DIR is the tree
 * (default /var/www/nextcloud), ENSEMBLE_APPS_DIR takes other built apps than build/apps, NEXTCLOUD_DB=pgsql
 * another database (test/nextcloud/database.ts).
 */

import type { Host, PackTarget, Space } from '../../../fleet/engines/engine.ts'
import type { Database } from '../../nextcloud/database.ts'
import type { TinyPack } from '../packFixture.ts'

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPack } from '../../../fleet/pack/build.ts'
import { MANIFEST } from '../../../fleet/pack/manifest.ts'
import { unpack } from '../../../fleet/pack/unpack.ts'
import { chooseDatabase } from '../../nextcloud/database.ts'
import { must, run } from '../../nextcloud/process.ts'
import { keyPair, remove, write } from '../packFixture.ts'

/** Our apps. */
export const APPS = ['ensemble_charter', 'ensemble_onboarding', 'ensemble_quota'] as const
const BUILD = process.env.ENSEMBLE_APPS_DIR || fileURLToPath(new URL('../../../build/apps', import.meta.url))
/** The account that spaces belong to, where tests may become it. */
const WEB = 'www-data'

/** Why there is nothing to test against; null when there is. */
export async function missing(): Promise<string | null> {
	const code = resolve(process.env.NEXTCLOUD_DIR || '/var/www/nextcloud')
	if (!existsSync(join(code, 'version.php'))) {
		return `no Nextcloud server at ${code} (set NEXTCLOUD_DIR)`
	}
	if (!existsSync(BUILD)) {
		return 'no build/apps (run npm run build)'
	}
	if (process.env.NEXTCLOUD_DB === 'mysql') {
		return 'spaces are copies of one another, which MySQL cannot make'
	}
	const php = await run('php', ['-r', 'echo function_exists("pcntl_fork") && extension_loaded(getenv("NEXTCLOUD_DB") === "pgsql" ? "pdo_pgsql" : "pdo_sqlite") ? "yes" : "no";']).catch(() => null)
	return php?.stdout === 'yes' ? null : 'no PHP with pcntl and the database on this machine'
}

/** Why Ansible cannot be tried; null when it can. */
export async function missingAnsible(): Promise<string | null> {
	const found = await run('ansible-playbook', ['--version']).catch(() => null)
	return found?.code === 0 ? null : 'there is no ansible-playbook on this machine'
}

/** A host with spaces of a test's own. */
export interface RealHost {
	root: string
	host: Host
	spaces: Space[]
	/** Account the spaces belong to. */
	owner: { uid: number, gid: number }
	database: Database
	/** Runs occ in a space as its owner. */
	occ(space: Space, ...args: string[]): Promise<{ stdout: string, stderr: string, code: number }>
	/** SHA-256 of config.php: it must stay what it is. */
	configHash(space: Space): Promise<string>
	stop(): Promise<void>
}

/**
 * Installs one space and makes the others of it: the same, but each with its own id and data.
 *
 * @param count how many
 */
export async function realHost(count: number): Promise<RealHost> {
	const root = await mkdtemp(join(tmpdir(), 'ensemble-real-'))
	await chmod(root, 0o755)
	const code = resolve(process.env.NEXTCLOUD_DIR || '/var/www/nextcloud')
	const host: Host = { name: 'here', code, packs: join(root, 'packs'), packsUrl: '/pack-apps', php: 'php', jobs: 2 }
	await mkdir(host.packs)
	const uid = process.getuid?.() ?? 0
	const web = uid === 0 ? (await run('id', ['-u', WEB])).stdout.trim() : ''
	const owner = web === '' ? { uid, gid: process.getgid?.() ?? 0 } : { uid: Number(web), gid: Number((await run('id', ['-g', WEB])).stdout.trim()) }
	const occ: RealHost['occ'] = async (space, ...args) => {
		const as = uid === owner.uid ? [] : [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
		const command = ['php', '-d', 'memory_limit=512M', join(code, 'occ'), '--no-interaction', ...args]
		const [program, ...rest] = as.length === 0 ? command : ['setpriv', ...as, ...command]
		return run(program!, rest, { cwd: code, env: { NEXTCLOUD_CONFIG_DIR: space.config } })
	}
	const spaces = Array.from({ length: count }, (_, index): Space => ({ id: `space${index + 1}`, host: host.name, config: join(root, `space${index + 1}`, 'config') }))
	const [first, ...others] = spaces
	const database = chooseDatabase(process.env)
	const real: RealHost = {
		root,
		host,
		spaces,
		owner,
		database,
		occ,
		configHash: async (space) => sha256(await readFile(join(space.config, 'config.php'))),
		stop: async () => {
			await remove(root)
			await database.drop()
		},
	}
	await database.create()
	await install(first!, real)
	for (const [index, space] of others.entries()) {
		await clone(first!, space, index + 2, real)
	}
	return real
}

async function install(space: Space, { owner, occ, database }: Pick<RealHost, 'owner' | 'occ' | 'database'>): Promise<void> {
	const data = join(dirname(space.config), 'data')
	await mkdir(space.config, { recursive: true })
	await mkdir(data)
	await writeFile(join(space.config, 'fleet.config.php'), '<?php\n$CONFIG = [\'appstoreenabled\' => false, \'updatechecker\' => false, \'has_internet_connection\' => false, \'upgrade.disable-web\' => true, \'skeletondirectory\' => \'\', \'mail_smtpmode\' => \'null\'];\n')
	await must('chown', ['-R', `${owner.uid}:${owner.gid}`, dirname(space.config)])
	const { code, stdout, stderr } = await occ(space, 'maintenance:install', ...database.installArguments, `--data-dir=${data}`, '--admin-user=admin', '--admin-pass=ensemble-Admin-1')
	if (code !== 0) {
		throw new Error(`maintenance:install failed: ${stdout}${stderr}`)
	}
}

/**
 * Makes a space of another one, with an id and data of its own.
 *
 * @param from the one that is there
 * @param to the new one
 * @param number goes into its id
 * @param real the host: whose account and whose database
 */
export async function clone(from: Space, to: Space, number: number, { owner, database }: Pick<RealHost, 'owner' | 'database'>): Promise<void> {
	const [source, target] = [dirname(from.config), dirname(to.config)]
	await mkdir(dirname(target), { recursive: true })
	await must('cp', ['-a', '--', source, target])
	const file = join(to.config, 'config.php')
	const text = await readFile(file, 'utf8')
	const id = /'instanceid' => '(\w+)'/.exec(text)![1]!
	const copy = await database.copy(number, /'dbuser' => '([^']*)'/.exec(text)?.[1] ?? '')
	const own = copy === null ? text : text.replace(`'dbname' => '${copy.from}'`, `'dbname' => '${copy.to}'`)
	await writeFile(file, own.replaceAll(source, target).replace(id, `${id.slice(0, -3)}${String(number).padStart(3, '0')}`))
	await must('chown', ['-R', `${owner.uid}:${owner.gid}`, target])
}

function sha256(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex')
}

/** Changes built apps before they are packed. */
export type Edit = (apps: string) => Promise<void>

/** Makes packs of our apps, all signed by one key. */
export class RealPacks {
	readonly keys: Pick<TinyPack, 'key' | 'open'> = keyPair()

	constructor(private readonly real: RealHost) {}

	/**
	 * Makes a pack and unpacks it on the host.
	 *
	 * @param version of the pack and of every app in it
	 * @param edit what is to be different from build/apps
	 */
	async make(version: string, edit: Edit = async () => undefined): Promise<PackTarget> {
		const apps = join(this.real.root, `apps-${version}`)
		await cp(BUILD, apps, { recursive: true })
		for (const app of await readdir(apps)) {
			const info = join(apps, app, 'appinfo/info.xml')
			await writeFile(info, (await readFile(info, 'utf8')).replace(/<version>[^<]*/, `<version>${version}`))
		}
		await edit(apps)
		const dir = join(this.real.root, `pack-${version}`)
		const manifest = await buildPack({ apps, version, target: dir, key: this.keys.key })
		await unpack(dir, [this.keys.open], this.real.host.packs)
		return {
			version,
			manifest: sha256(await readFile(join(dir, MANIFEST))),
			apps: Object.fromEntries(manifest.apps.map((app) => [app.id, { version: app.version, nextcloud: app.nextcloud, additive: app.migrations.every(({ additive }) => additive) }])),
		}
	}
}

/**
 * A migration of an app.
 *
 * @param app folder name
 * @param namespace of its classes
 * @param number makes the class's name
 * @param body of changeSchema(); `$schema` is there
 */
export function migration(app: string, namespace: string, number: number, body: string): Edit {
	const name = `Version${String(number).padStart(6, '0')}Date20270101000000`
	return (apps) => write(apps, {
		[`${app}/lib/Migration/${name}.php`]: `<?php\ndeclare(strict_types=1);\nnamespace OCA\\${namespace}\\Migration;\nuse OCP\\DB\\Types;\nclass ${name} extends \\OCP\\Migration\\SimpleMigrationStep {\n\tpublic function changeSchema(\\OCP\\Migration\\IOutput $output, \\Closure $schemaClosure, array $options) {\n\t\t$schema = $schemaClosure();\n\t\t${body}\n\t\treturn $schema;\n\t}\n}\n`,
	})
}

/**
 * The migration of tests: one more column that old code does not mind.
 *
 * @param number as in migration()
 */
export function markDays(number: number): Edit {
	return migration('ensemble_quota', 'EnsembleQuota', number, '$t = $schema->getTable(\'ens_quota_days\'); if (!$t->hasColumn(\'mark\')) { $t->addColumn(\'mark\', Types::STRING, [\'notnull\' => false, \'length\' => 16]); }')
}
