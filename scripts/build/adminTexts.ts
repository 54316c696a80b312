// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Gives an app's admin screens their translations as chunks of their own, so that members never download them. */

import type { Plugin } from 'vite'

/** What admin entries import; typed in shared/l10n/adminTexts.d.ts. */
const MODULE = 'virtual:ensemble/admin-texts'

/**
 * The vite plugin that makes the module: language → a function that imports its texts.
 *
 * @param texts language → source text → translation
 */
export function adminTexts(texts: Record<string, object>): Plugin {
	const codes = Object.keys(texts)
	return {
		name: 'ensemble-admin-texts',
		resolveId: (id) => id.startsWith(MODULE) ? `\0${id}` : undefined,
		load(id) {
			if (id === `\0${MODULE}`) {
				return `export default { ${codes.map((code) => `${code}: () => import('${MODULE}/${code}')`).join(', ')} }`
			}
			const code = codes.find((code) => id === `\0${MODULE}/${code}`)
			return code && `export default ${JSON.stringify(texts[code])}`
		},
	}
}
