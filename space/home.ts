// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the space keeps for one account. */

import type { StoredFile } from './embedding.ts'

/** A profile picture as it was uploaded. */
export interface Picture {
	type: 'image/jpeg' | 'image/png'
	/** Base64. */
	data: string
}

/** Files, folders, picture and values of one account. Live: whoever gets it may change it in place. */
export interface Home {
	files: StoredFile[]
	/** Paths of folders that were made by hand; folders with files in them exist anyway. */
	folders: Set<string>
	/** Path → base64 of small files; larger ones are kept as a size only. */
	contents: Map<string, string>
	picture: Picture | null
	/** `app/key` → JSON value. */
	values: Map<string, unknown>
}

/** A home as it stands in the data file. */
export interface StoredHome {
	files: StoredFile[]
	folders: string[]
	contents: Array<[string, string]>
	picture: Picture | null
	values: Array<[string, unknown]>
}

/** A home with nothing in it. */
export function emptyHome(): Home {
	return { files: [], folders: new Set(), contents: new Map(), picture: null, values: new Map() }
}

/** The JSON form of a home. */
export function storeHome(home: Home): StoredHome {
	return { files: home.files, folders: [...home.folders], contents: [...home.contents], picture: home.picture, values: [...home.values] }
}

/** The home of its JSON form. */
export function restoreHome(stored: StoredHome): Home {
	return { files: stored.files, folders: new Set(stored.folders), contents: new Map(stored.contents), picture: stored.picture, values: new Map(stored.values) }
}
