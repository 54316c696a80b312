// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The plain files of a folder; anything else in it is refused. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PackError } from './error.ts'

/** One file of an app. */
export interface PackFile {
	/** Relative to the app's folder, with slashes. */
	path: string
	/** Bytes. */
	size: number
	/** Lower-case hex. */
	sha256: string
}

/** Portable, and nothing a shell, a URL or a tar could read in two ways. No dotfiles, so neither `.` nor `..`. */
const segment = /^[A-Za-z0-9_@+=~,-][A-Za-z0-9._@+=~,-]*$/

/**
 * Whether a path stays in its folder and means the same everywhere.
 *
 * @param path relative, with slashes
 */
export function isSafePath(path: string): boolean {
	return path.length <= 255 && path.split('/').every((part) => part.length <= 100 && segment.test(part))
}

/**
 * Lists a folder's files, sorted by bytes.
 *
 * @param dir the folder
 * @throws PackError for a symbolic link, a device, a pipe or a name that is not safe
 */
export async function listFiles(dir: string): Promise<string[]> {
	const found: string[] = []
	const visit = async (below: string): Promise<void> => {
		for (const entry of await readdir(join(dir, below), { withFileTypes: true })) {
			const path = below === '' ? entry.name : `${below}/${entry.name}`
			if (!isSafePath(path)) {
				throw new PackError('path', `The file name ${JSON.stringify(path)} in ${dir} is not allowed in a pack.`)
			}
			if (entry.isDirectory()) {
				await visit(path)
			} else if (entry.isFile()) {
				found.push(path)
			} else {
				throw new PackError('symlink', `${join(dir, path)} is no plain file${entry.isSymbolicLink() ? ' but a symbolic link' : ''}.`)
			}
		}
	}
	await visit('')
	// Safe paths are ASCII, so this is the order of the bytes.
	return found.sort((a, b) => a < b ? -1 : 1)
}

/**
 * The SHA-256 and size of a file, read in pieces.
 *
 * @param file the file
 */
export async function hashFile(file: string): Promise<{ size: number, sha256: string }> {
	const hash = createHash('sha256')
	let size = 0
	for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
		hash.update(chunk)
		size += chunk.length
	}
	return { size, sha256: hash.digest('hex') }
}

/**
 * Lists a folder's files with size and hash.
 *
 * @param dir the folder
 * @throws PackError as listFiles
 */
export async function hashTree(dir: string): Promise<PackFile[]> {
	const files: PackFile[] = []
	for (const path of await listFiles(dir)) {
		files.push({ path, ...await hashFile(join(dir, path)) })
	}
	return files
}
