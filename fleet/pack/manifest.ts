// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The manifest of a pack: every app, every file with its hash. Its signature is what a host believes. */

import { z } from 'zod'
import { PackError } from './error.ts'
import { isSafePath } from './tree.ts'

/** Names of the files beside the archives. */
export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.json.sig'
export const SBOM = 'sbom.cdx.json'

/** A manifest is about 100 kB; nothing is read that is much longer. */
export const MANIFEST_LIMIT = 16 * 1024 * 1024

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.int().min(0).max(2 ** 32)
const safePath = z.string().refine(isSafePath, 'is not a path that a pack may hold')
/** A version as Nextcloud compares it. */
const version = z.string().regex(/^\d+(\.\d+){1,3}(-[0-9A-Za-z.]+)?$/)
const appId = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)

/** One file of an app, or beside the archives. */
const file = z.strictObject({ path: safePath, size, sha256 })

const app = z.strictObject({
	id: appId,
	version,
	/** Major versions of Nextcloud, both included. */
	nextcloud: z.strictObject({ min: z.int(), max: z.int() }),
	/** In the order they run. */
	migrations: z.array(z.strictObject({
		class: z.string().regex(/^\w{1,200}$/),
		/** Whether the release before can live with what it leaves. */
		additive: z.boolean(),
	})),
	archive: file,
	files: z.array(file).min(1).max(20_000),
})

export const manifestSchema = z.strictObject({
	format: z.literal('ensemble-pack 1'),
	version,
	/** Commit, or null where the working tree had changes. */
	createdFrom: z.string().regex(/^[0-9a-f]{40}$/).nullable(),
	/** Name of the key that signs (sign.ts). */
	key: z.string().regex(/^[0-9a-f]{32}$/),
	apps: z.array(app).min(1).max(50),
	sbom: file,
}).superRefine((manifest, context) => {
	const twice = (what: string, names: string[]) => {
		if (new Set(names.map((name) => name.toLowerCase())).size !== names.length) {
			context.addIssue({ code: 'custom', message: `${what} are named twice` })
		}
	}
	twice('apps', manifest.apps.map(({ id }) => id))
	twice('archives', [MANIFEST, SIGNATURE, manifest.sbom.path, ...manifest.apps.map(({ archive }) => archive.path)])
	for (const { id, files } of manifest.apps) {
		twice(`files of ${id}`, files.map(({ path }) => path))
	}
})

/** A pack, as its manifest tells. */
export type Manifest = z.output<typeof manifestSchema>
export type PackApp = Manifest['apps'][number]

/**
 * Writes a manifest; the same one always gives the same bytes.
 *
 * @param manifest what it says
 */
export function formatManifest(manifest: Manifest): Buffer {
	return Buffer.from(`${JSON.stringify(manifest, null, '\t')}\n`)
}

/**
 * Reads a manifest. Its signature has to be checked before anything is done with it.
 *
 * @param bytes of manifest.json
 * @throws PackError
 */
export function parseManifest(bytes: Buffer): Manifest {
	let json: unknown
	try {
		json = JSON.parse(bytes.toString('utf8'))
	} catch {
		throw new PackError('format', 'The manifest is no JSON.')
	}
	const read = manifestSchema.safeParse(json)
	if (!read.success) {
		const [issue] = read.error.issues
		throw new PackError('format', `The manifest is wrong${issue === undefined ? '' : ` at ${issue.path.join('.') || 'its root'}: ${issue.message}`}.`)
	}
	return read.data
}
