// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The few icons of the space's own pages, from Material Design Icons as in Nextcloud. */

import type { Html } from './html.ts'

import { mdiAccountMultiple, mdiAccountSwitch, mdiBell, mdiCog, mdiDelete, mdiFileDocument, mdiFileImage, mdiFilmstrip, mdiFolder, mdiLogout, mdiSprout, mdiThemeLightDark, mdiUpload, mdiViewDashboard } from '@mdi/js'
import { html } from './html.ts'

const paths = {
	association: mdiAccountMultiple,
	bell: mdiBell,
	dashboard: mdiViewDashboard,
	delete: mdiDelete,
	file: mdiFileDocument,
	folder: mdiFolder,
	image: mdiFileImage,
	logo: mdiSprout,
	logout: mdiLogout,
	people: mdiAccountSwitch,
	settings: mdiCog,
	theme: mdiThemeLightDark,
	upload: mdiUpload,
	video: mdiFilmstrip,
} as const

/** The name of an icon. */
export type IconName = keyof typeof paths

/**
 * An icon; it says nothing to screen readers, the text beside it does.
 *
 * @param name which
 */
export function icon(name: IconName): Html {
	return html`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"><path fill="currentColor" d="${paths[name]}"/></svg>`
}

/**
 * The icon for a file.
 *
 * @param name the file's
 */
export function fileIcon(name: string): Html {
	return icon(/\.(?:jpe?g|png|webp|svg)$/i.test(name) ? 'image' : /\.(?:mp4|mov|mkv|webm)$/i.test(name) ? 'video' : 'file')
}
