// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A member's own storage: what it holds, since when, what is large, what could go. */

import type { Space } from '@ensemble/space/embedding'
import type { Item, OldVersion } from '../contract.ts'
import type { Handlers } from './store.ts'

import { adviceFor } from '../src/logic/advice.ts'
import { kept, measured, poolState, total, usedOf } from './counting.ts'
import { mayAsk, newestOf, shown } from './requests.ts'
import { ownDays } from './store.ts'

/** So many files, and so many folders. */
const LARGEST = 20
/** So many versions at once. */
const MOST_VERSIONS = 2000

export const mine: Pick<Handlers, 'GET /api/v1/mine' | 'GET /api/v1/mine/cleanup' | 'GET /api/v1/mine/history' | 'GET /api/v1/mine/largest'> = {
	'GET /api/v1/mine': ({ space, account, settings }) => {
		const newest = newestOf(space, account.id)
		return {
			...measured(space, account.id, settings.levels),
			countedAt: space.now(),
			space: poolState(usedOf(total(space, settings)), settings),
			request: newest === undefined ? null : shown(newest),
			mayAsk: mayAsk(space, account.id, settings),
			advice: adviceFor(settings.advice, account.language),
			contact: settings.contact,
		}
	},

	'GET /api/v1/mine/history': ({ space, account }) => ({
		days: ownDays(space).filter((row) => row.account === account.id).map(({ day, files, trash, versions, quota }) => ({ day, files, trash, versions, quota })),
	}),

	'GET /api/v1/mine/largest': ({ space, account }) => {
		const { files, folders } = items(space, account.id)
		const first = (all: Item[]) => all.filter(({ size }) => size > 0).sort((a, b) => b.size - a.size || b.id - a.id).slice(0, LARGEST)
		return { files: first(files), folders: first(folders) }
	},

	'GET /api/v1/mine/cleanup': ({ space, account }) => {
		const deleted = trashEntries(space, account.id)
		const versions = oldVersions(space, account.id)
		return {
			trash: { count: deleted.length, size: kept(space, account.id).trash, oldest: deleted.length === 0 ? null : Math.min(...deleted) },
			versions: versions.slice(0, MOST_VERSIONS),
			versionCount: versions.length,
		}
	},
}

/** Name and folder of a path below `files`. */
function placed(path: string): { name: string, folder: string } {
	const parts = path.split('/')
	return { name: parts.pop() ?? '', folder: `/${parts.join('/')}` }
}

/** Every file and every folder with its size. */
function items(space: Space, account: string): { files: Item[], folders: Item[] } {
	const files: Item[] = []
	const folders = new Map<string, Item>()
	for (const { path, size, mtime } of space.files(account).filter((file) => file.path.startsWith('files/'))) {
		const parts = path.split('/').slice(1)
		files.push({ id: space.fileId(account, path), ...placed(parts.join('/')), size, changedAt: mtime })
		for (let depth = 1; depth < parts.length; depth++) {
			const below = parts.slice(0, depth).join('/')
			const known = folders.get(below) ?? { id: space.fileId(account, `files/${below}`), ...placed(below), size: 0, changedAt: 0 }
			folders.set(below, { ...known, size: known.size + size, changedAt: Math.max(known.changedAt, mtime) })
		}
	}
	return { files, folders: [...folders.values()] }
}

/** When each entry of the trash was deleted; a folder is one. */
function trashEntries(space: Space, account: string): number[] {
	const names = space.files(account).flatMap(({ path }) => /^files_trashbin\/files\/([^/]+)/.exec(path)?.[1] ?? [])
	return [...new Set(names)].map((name) => Number(/\.d(\d+)$/.exec(name)?.[1] ?? 0))
}

/** The old versions of files that are still there, the oldest first. */
function oldVersions(space: Space, account: string): OldVersion[] {
	const files = space.files(account)
	const there = new Set(files.map(({ path }) => path))
	return files.flatMap(({ path, size }) => {
		const [, of = '', version = ''] = /^files_versions\/(.+)\.v(\d+)$/.exec(path) ?? []
		return there.has(`files/${of}`) ? [{ file: space.fileId(account, `files/${of}`), version, ...placed(of), size, at: Number(version) }] : []
	}).sort((a, b) => a.at - b.at || a.file - b.file)
}
