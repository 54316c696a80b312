// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The host's catalog, and up to which version an admin has read about it. */

import type { Space } from '@ensemble/space/embedding'
import type { Catalog } from '../contract.ts'
import type { Handlers, SeenCatalog } from './store.ts'

import { catalog, contract } from '../contract.ts'
import { inForce, seenCatalog } from './store.ts'

/** The catalog as the policy has it now. */
function catalogNow(space: Space): Catalog {
	const { defaults, locked } = inForce(space).policy ?? {}
	const fleet: Record<string, unknown> = { ...defaults, ...locked }
	return Object.fromEntries(Object.keys(catalog.shape).flatMap((name) => Object.hasOwn(fleet, name) ? [[name, fleet[name]]] : [])) as Catalog
}

export const catalogOfHost: Pick<Handlers, 'GET /api/v1/catalog' | 'PUT /api/v1/catalog'> = {
	'GET /api/v1/catalog': ({ space, host }) => {
		const seen = seenCatalog(space)
		return { version: host.catalogVersion, seenVersion: seen?.version ?? 0, now: catalogNow(space), seen: seen?.catalog ?? null }
	},

	'PUT /api/v1/catalog': ({ space, body: { seenVersion }, host, fail }) => {
		if (seenVersion !== host.catalogVersion) {
			throw fail('other_version')
		}
		// Where the host has none, there is nothing to read about.
		space.setAppValue(contract.app, 'catalog_seen', seenVersion === 0 ? undefined : { version: seenVersion, catalog: catalogNow(space) } satisfies SeenCatalog)
		return { seenVersion }
	},
}
