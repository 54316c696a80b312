// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a pack has to know of an app: its info.xml and its migrations. */

import type { Manifest } from './manifest.ts'
import type { Finding } from './migrations.ts'

import { XMLParser } from 'fast-xml-parser'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { PackError } from './error.ts'
import { lintMigration } from './migrations.ts'

const infoSchema = z.object({
	info: z.object({
		id: z.string(),
		version: z.string(),
		dependencies: z.object({ nextcloud: z.object({ min: z.coerce.number(), max: z.coerce.number() }) }),
	}),
})

/** A finding with the file it is in. */
export interface MigrationFinding extends Finding {
	file: string
}

/** What the manifest says of an app before its files are counted, and what its migrations were reproached with. */
export type AppInfo = Pick<Manifest['apps'][number], 'id' | 'version' | 'nextcloud' | 'migrations'> & { findings: MigrationFinding[] }

/**
 * Reads a built app.
 *
 * @param dir its folder
 * @throws PackError where it has no readable info.xml
 */
export async function readApp(dir: string): Promise<AppInfo> {
	const file = join(dir, 'appinfo/info.xml')
	if (!existsSync(file)) {
		throw new PackError('missing', `There is no ${file}.`)
	}
	const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false, processEntities: false, transformAttributeName: (name) => name.replace(/-version$/, '') })
	const read = infoSchema.safeParse(parser.parse(await readFile(file, 'utf8')))
	if (!read.success) {
		throw new PackError('format', `${file} names no id, version or range of Nextcloud versions.`)
	}
	const { id, version, dependencies: { nextcloud } } = read.data.info
	const findings: MigrationFinding[] = []
	const migrations: AppInfo['migrations'] = []
	const folder = join(dir, 'lib/Migration')
	const names = existsSync(folder) ? await readdir(folder) : []
	// Nextcloud runs them by natural order of what follows "Version".
	for (const name of names.filter((one) => /^Version\w+\.php$/.test(one)).sort(new Intl.Collator('en', { numeric: true }).compare)) {
		const found = lintMigration(await readFile(join(folder, name), 'utf8'))
		findings.push(...found.map((one) => ({ ...one, file: `${id}/lib/Migration/${name}` })))
		migrations.push({ class: name.slice(0, -'.php'.length), additive: found.length === 0 })
	}
	return { id, version, nextcloud: { min: nextcloud.min, max: nextcloud.max }, migrations, findings }
}
