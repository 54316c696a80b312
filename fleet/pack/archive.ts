// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Archives of apps: the same files give the same bytes, and reading one never yields more than was promised. */

import type { Sink } from './tar.ts'
import type { PackFile } from './tree.ts'

import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { PackError } from './error.ts'
import { padding, tarEnd, tarHeader, tarLength, TarParser } from './tar.ts'

/**
 * Writes `<top>/<path>` of all files into a tar.gz.
 *
 * @param dir folder of the files
 * @param files what goes in, in this order
 * @param top the one folder in the archive
 * @param target the archive; must not exist
 * @param mtime of every file, seconds since 1970
 */
export async function writeArchive(dir: string, files: readonly PackFile[], top: string, target: string, mtime: number): Promise<void> {
	async function* bytes() {
		for (const { path, size } of files) {
			yield tarHeader(`${top}/${path}`, size, mtime)
			let seen = 0
			for await (const chunk of createReadStream(join(dir, path)) as AsyncIterable<Buffer>) {
				seen += chunk.length
				yield chunk
			}
			if (seen !== size) {
				throw new PackError('changed', `${join(dir, path)} was changed while it was being packed.`)
			}
			yield Buffer.alloc(padding(size))
		}
		yield tarEnd()
	}
	// Node writes neither a name nor a time into the header of a gzip.
	await pipeline(Readable.from(bytes()), createGzip({ level: 9 }), createWriteStream(target, { flags: 'wx' }))
}

/**
 * Reads an archive; stops at the first byte that is too much.
 *
 * @param file the archive
 * @param files what may be in it; anything else, a wrong size or a second time is refused
 * @param top the one folder in the archive
 * @param open what becomes of each file
 * @throws PackError
 */
export async function readArchive(file: string, files: readonly PackFile[], top: string, open: (file: PackFile) => Promise<Sink> | Sink): Promise<void> {
	const limit = tarLength(files.map(({ size }) => size))
	const waiting = new Map(files.map((one) => [`${top}/${one.path}`, one]))
	const parser = new TarParser((path, size) => {
		const wanted = waiting.get(path)
		if (wanted === undefined) {
			throw path.split('/').includes('..') || path.startsWith('/')
				? new PackError('path', `The archive ${file} holds a path that leaves its folder: ${JSON.stringify(path)}.`)
				: new PackError('extra', `The archive ${file} holds a file that the manifest does not know, or holds it twice: ${JSON.stringify(path)}.`)
		}
		if (size !== wanted.size) {
			throw new PackError(size > wanted.size ? 'too_big' : 'changed', `${path} in ${file} has ${size} bytes, the manifest says ${wanted.size}.`)
		}
		waiting.delete(path)
		return open(wanted)
	})
	// pipeline() tells that it was aborted, not why.
	let reason: unknown
	try {
		await pipeline(createReadStream(file), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
			try {
				await parse(chunks, parser, limit, file)
			} catch (error) {
				reason = error
				throw error
			}
		})
	} catch (error) {
		const final = reason ?? error
		throw final instanceof Error && 'code' in final && typeof final.code === 'string' && final.code.startsWith('Z_')
			? new PackError('archive', `${file} is damaged or ends too early.`)
			: final
	}
	const [absent] = waiting.keys()
	if (absent !== undefined) {
		throw new PackError('missing', `${absent} is not in ${file}.`)
	}
}

async function parse(chunks: AsyncIterable<Buffer>, parser: TarParser, limit: number, file: string): Promise<void> {
	let length = 0
	for await (const chunk of chunks) {
		await parser.push(chunk.subarray(0, limit - length))
		length += chunk.length
		if (length > limit) {
			throw new PackError('too_big', `${file} unpacks to more than the ${limit} bytes that its manifest allows.`)
		}
	}
	parser.end()
}
