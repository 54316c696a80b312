// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The globals that Nextcloud defines for apps: what its packages for URLs, login and translation, and built chunks read. */

import type { World } from '../world.ts'
import type { Html } from './html.ts'
import type { Reader } from './reader.ts'

import { VERSION } from '../nextcloud/core.ts'
import { html, scriptJson } from './html.ts'

/**
 * The inline script of the page's globals; client/oc.ts defines `OC` with them.
 *
 * @param world the space
 * @param reader who reads
 */
export function globals(world: World, { account, nonce }: Reader): Html {
	const values = {
		_oc_webroot: '',
		// The apps of Nextcloud itself that ours ask for: whether deleted files and old versions are kept at all, whether there are notifications.
		_oc_appswebroots: Object.fromEntries([...world.apps.map(({ manifest }) => manifest.id), 'files', 'files_trashbin', 'files_versions', 'notifications'].map((id) => [id, `/apps/${id}`])),
		_oc_isadmin: account?.admin ?? false,
		_oc_debug: false,
		_theme: { name: world.space.name },
		_oc_config: { version: VERSION.version, versionstring: VERSION.versionstring, modRewriteWorking: true },
	}
	return html`<script nonce="${nonce}">Object.assign(window, ${scriptJson(values)})</script>
		<script nonce="${nonce}" defer src="/__space/client/oc.ts"></script>`
}
