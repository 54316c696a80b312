// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Translations that come with the screen that needs them: a chunk per language that the entry of a page or of an admin part imports. */

import type { Plugin } from 'vite'

/** The modules that entries import, typed in shared/l10n/lateTexts.d.ts, and whose texts they bring. */
const modules = { 'virtual:ensemble/admin-texts': 'admin', 'virtual:ensemble/page-texts': 'page' } as const

/** Who shows the texts: language → source text → translation. */
export type LateTextsOf = Record<typeof modules[keyof typeof modules], Record<string, object>>

/**
 * The vite plugin that makes the modules: language → a function that imports its texts.
 *
 * @param texts the texts of each side
 */
export function lateTexts(texts: LateTextsOf): Plugin {
	return {
		name: 'ensemble-late-texts',
		resolveId: (id) => Object.keys(modules).some((module) => id.startsWith(module)) ? `\0${id}` : undefined,
		load(id) {
			for (const [module, side] of Object.entries(modules)) {
				if (id === `\0${module}`) {
					return `export default { ${Object.keys(texts[side]).map((code) => `${code}: () => import('${module}/${code}')`).join(', ')} }`
				}
				const code = id.startsWith(`\0${module}/`) ? id.slice(module.length + 2) : undefined
				if (code !== undefined) {
					return `export default ${JSON.stringify(texts[side][code])}`
				}
			}
			return undefined
		},
	}
}
