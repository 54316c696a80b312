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
	/** Path → file id, of those that somebody asked for. */
	ids: Map<string, number>
	/** Name of an entry of the trash → where it was, as `Photos/lake.jpg`. */
	deletedFrom: Map<string, string>
	/** When a file was sent, deleted or brought back last, seconds since 1970; null for never. */
	touched: number | null
}

/** A home as it stands in the data file. */
export interface StoredHome {
	files: StoredFile[]
	folders: string[]
	contents: Array<[string, string]>
	picture: Picture | null
	values: Array<[string, unknown]>
	/** Data files of older versions have none of these. */
	ids?: Array<[string, number]>
	deletedFrom?: Array<[string, string]>
	touched?: number | null
}

/** A home with nothing in it. */
export function emptyHome(): Home {
	return { files: [], folders: new Set(), contents: new Map(), picture: null, values: new Map(), ids: new Map(), deletedFrom: new Map(), touched: null }
}

/** The JSON form of a home. */
export function storeHome(home: Home): StoredHome {
	return { files: home.files, folders: [...home.folders], contents: [...home.contents], picture: home.picture, values: [...home.values], ids: [...home.ids], deletedFrom: [...home.deletedFrom], touched: home.touched }
}

/** The home of its JSON form. */
export function restoreHome(stored: StoredHome): Home {
	const { files, folders, contents, picture, values, ids = [], deletedFrom = [], touched = null } = stored
	return { files, folders: new Set(folders), contents: new Map(contents), picture, values: new Map(values), ids: new Map(ids), deletedFrom: new Map(deletedFrom), touched }
}
