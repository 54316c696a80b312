// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Serves the built apps as Nextcloud's web server does, and nothing outside of them. */

import type { World } from '../world.ts'
import type { Reply } from './reply.ts'
import type { Route } from './router.ts'

import { readFileSync, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { empty } from './reply.ts'

const TYPES: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2',
}
/** Folders of an app that browsers may read; PHP, templates and appinfo are not among them. */
const FOLDERS = ['css', 'img', 'js', 'l10n']

/**
 * The address of /apps/<id>/{css,img,js,l10n}/….
 *
 * @param world where the built apps are
 */
export function staticRoutes(world: World): Route[] {
	return FOLDERS.map((folder) => ({
		method: 'GET',
		path: `/apps/{app}/${folder}/{file*}`,
		handle: (visit, { app = '', file = '' }) => world.apps.some(({ manifest }) => manifest.id === app)
			? serveFile(join(world.buildDir, app, folder), file, visit.query.has('v'))
			: empty(404),
	}))
}

/**
 * A file of a folder.
 *
 * @param folder absolute
 * @param file path below it, from outside
 * @param versioned whether the address changes with the content
 */
function serveFile(folder: string, file: string, versioned: boolean): Reply {
	const type = TYPES[extname(file)]
	const path = type === undefined ? null : fileBelow(folder, file)
	if (type === undefined || path === null) {
		return empty(404)
	}
	return {
		status: 200,
		headers: { 'Content-Type': type, 'Cache-Control': versioned ? 'max-age=15778463, immutable' : 'no-cache' },
		body: readFileSync(path),
	}
}

/**
 * The absolute path of a file that is really below a folder.
 *
 * @param folder absolute
 * @param file path below it, from outside
 * @return null if it is not there, no file, or elsewhere
 */
export function fileBelow(folder: string, file: string): string | null {
	if (file.includes('\0')) {
		return null
	}
	try {
		const path = realpathSync(join(folder, file))
		return path.startsWith(realpathSync(folder) + sep) && statSync(path).isFile() ? path : null
	} catch {
		return null
	}
}
