// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The bill of materials (CycloneDX 1.6): the apps, and the libraries that the build has put into each of them. */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A library in a bundle. */
export interface Library {
	name: string
	version: string
	/** SPDX expression. */
	license: string
}

/** An app as far as the bill is concerned. */
export interface BilledApp {
	id: string
	version: string
	/** SHA-256 of its archive. */
	sha256: string
	libraries: Library[]
}

/**
 * The libraries in an app: each bundle has a `.license` file that lists what it was made of.
 *
 * @param dir the built app
 * @param files its files
 * @param own name of the workspace, which is listed too
 * @return sorted, each once
 */
export async function bundledLibraries(dir: string, files: readonly string[], own: string): Promise<Library[]> {
	const found = new Map<string, Library>()
	for (const file of files.filter((one) => /^(css|js)\/.*\.license$/.test(one))) {
		const text = await readFile(join(dir, file), 'utf8')
		for (const [, name = '', version = '', license = ''] of text.matchAll(/^- (\S+)\n\t- version: (\S+)\n\t- license: (.+)$/gm)) {
			if (name !== own) {
				found.set(`${name}@${version}`, { name, version, license })
			}
		}
	}
	return [...found.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, library]) => library)
}

/** The address of a package, as purl has it. */
function npmUrl({ name, version }: Library): string {
	return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

/** A number that depends on what is billed only, so that the same pack has the same bill. */
function serialNumber(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex')
	return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * The bill of a pack.
 *
 * @param version of the pack
 * @param apps what is in it
 * @return JSON
 */
export function makeSbom(version: string, apps: readonly BilledApp[]): string {
	const libraries = new Map(apps.flatMap((app) => app.libraries.map((library) => [npmUrl(library), library])))
	const components = [
		...apps.map((app) => ({
			type: 'application',
			'bom-ref': `pkg:generic/${app.id}@${app.version}`,
			name: app.id,
			version: app.version,
			purl: `pkg:generic/${app.id}@${app.version}`,
			licenses: [{ license: { id: 'AGPL-3.0-or-later' } }],
			hashes: [{ alg: 'SHA-256', content: app.sha256 }],
		})),
		...[...libraries.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([url, library]) => ({
			type: 'library',
			'bom-ref': url,
			name: library.name,
			version: library.version,
			purl: url,
			licenses: [{ expression: library.license }],
		})),
	]
	const root = `pkg:generic/ensemble-pack@${version}`
	const dependencies = [
		{ ref: root, dependsOn: apps.map((app) => `pkg:generic/${app.id}@${app.version}`) },
		...apps.map((app) => ({ ref: `pkg:generic/${app.id}@${app.version}`, dependsOn: app.libraries.map(npmUrl) })),
	]
	const metadata = { component: { type: 'application', 'bom-ref': root, name: 'ensemble-pack', version } }
	return `${JSON.stringify({
		$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		serialNumber: serialNumber(JSON.stringify(components)),
		version: 1,
		metadata,
		components,
		dependencies,
	}, null, '\t')}\n`
}
