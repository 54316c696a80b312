// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a Nextcloud without dist/core-common.js cannot do for its pages: `window.OC`, and showing its settings pages. */

import { minimalOc } from '../../nextcloud/minimalOc.ts'

/** A script for Playwright's addInitScript. Nextcloud's own settings script moves the content into its main as this does. */
export const standIns = `${minimalOc};addEventListener('DOMContentLoaded', () => {
	const original = document.getElementById('original-settings-content')
	if (original) {
		const main = document.createElement('main')
		main.style.cssText = 'flex: 1; min-inline-size: 0; overflow: auto; background-color: var(--color-main-background)'
		main.append(...original.childNodes)
		original.replaceWith(main)
	}
})`
