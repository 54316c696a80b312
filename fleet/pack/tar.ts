// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The one kind of tar that packs use: plain files in ustar headers, nothing else. Less than the format allows, so that
 * there is nothing in it to be careful about: no links, no devices, no extended headers, no owner, no mode but one.
 */

import { PackError } from './error.ts'

/** Tar counts in these. */
export const BLOCK = 512
/** Two empty blocks end an archive. */
const END = 2 * BLOCK

/**
 * How long the tar of such files is.
 *
 * @param sizes bytes of each file
 */
export function tarLength(sizes: readonly number[]): number {
	return sizes.reduce((sum, size) => sum + BLOCK + size + padding(size), END)
}

/** Bytes to the next block. */
export function padding(size: number): number {
	return (BLOCK - size % BLOCK) % BLOCK
}

/**
 * The header of a file.
 *
 * @param path with the top folder; at most 255 ASCII characters
 * @param size bytes
 * @param mtime seconds since 1970
 * @throws PackError where the path does not fit into a header
 */
export function tarHeader(path: string, size: number, mtime: number): Buffer {
	const block = Buffer.alloc(BLOCK)
	const { prefix, name } = splitPath(path)
	const octal = (value: number, offset: number, length: number) => block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset, 'ascii')
	block.write(name, 0, 'ascii')
	octal(0o644, 100, 8)
	octal(0, 108, 8)
	octal(0, 116, 8)
	octal(size, 124, 12)
	octal(mtime, 136, 12)
	block.write('0', 156, 'ascii')
	block.write('ustar\x0000', 257, 'ascii')
	octal(0, 329, 8)
	octal(0, 337, 8)
	block.write(prefix, 345, 'ascii')
	block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148, 'ascii')
	return block
}

/** The two empty blocks. */
export function tarEnd(): Buffer {
	return Buffer.alloc(END)
}

/** The name holds 100 bytes, the folders before it 155. */
function splitPath(path: string): { prefix: string, name: string } {
	if (path.length <= 100) {
		return { prefix: '', name: path }
	}
	const cut = path.indexOf('/', path.length - 101)
	if (cut < 1 || cut > 155) {
		throw new PackError('path', `The path ${path} is too long for an archive.`)
	}
	return { prefix: path.slice(0, cut), name: path.slice(cut + 1) }
}

/** Sum of all bytes, those of the sum itself as spaces. */
function checksum(block: Buffer): number {
	let sum = 8 * 32
	block.forEach((byte, index) => {
		sum += index >= 148 && index < 156 ? 0 : byte
	})
	return sum
}

/** What becomes of a file's bytes. */
export interface Sink {
	write(chunk: Buffer): Promise<void> | void
	/** All of them have come. */
	end(): Promise<void> | void
}

/** Takes a tar apart as its bytes come, and refuses whatever tarHeader would not have written. */
export class TarParser {
	private held = Buffer.alloc(0)
	private sink: Sink | null = null
	private left = 0
	private skip = 0
	private ending = 0

	/**
	 * @param open called for each file; throws for one that is not wanted
	 */
	constructor(private readonly open: (path: string, size: number) => Promise<Sink> | Sink) {}

	/**
	 * Takes the next bytes.
	 *
	 * @param chunk in whatever pieces they come
	 * @throws PackError
	 */
	async push(chunk: Buffer): Promise<void> {
		let rest = chunk
		while (rest.length > 0) {
			rest = this.sink !== null ? await this.content(rest, this.sink) : this.skip > 0 ? this.pad(rest) : await this.header(rest)
		}
	}

	/**
	 * There is no more.
	 *
	 * @throws PackError where the end was not reached
	 */
	end(): void {
		if (this.ending !== END || this.held.length > 0) {
			throw new PackError('archive', 'The archive ends too early.')
		}
	}

	private async content(chunk: Buffer, sink: Sink): Promise<Buffer> {
		const piece = chunk.subarray(0, this.left)
		this.left -= piece.length
		await sink.write(piece)
		if (this.left === 0) {
			this.sink = null
			await sink.end()
		}
		return chunk.subarray(piece.length)
	}

	private pad(chunk: Buffer): Buffer {
		const piece = chunk.subarray(0, this.skip)
		this.skip -= piece.length
		mustBeEmpty(piece)
		return chunk.subarray(piece.length)
	}

	private async header(chunk: Buffer): Promise<Buffer> {
		const piece = chunk.subarray(0, BLOCK - this.held.length)
		this.held = Buffer.concat([this.held, piece])
		if (this.held.length === BLOCK) {
			const block = this.held
			this.held = Buffer.alloc(0)
			await this.block(block)
		}
		return chunk.subarray(piece.length)
	}

	private async block(block: Buffer): Promise<void> {
		if (this.ending > 0 || block[0] === 0) {
			mustBeEmpty(block)
			this.ending += BLOCK
			if (this.ending > END) {
				throw new PackError('archive', 'There is something behind the end of the archive.')
			}
			return
		}
		const { path, size } = readHeader(block)
		this.left = size
		this.skip = padding(size)
		const sink = await this.open(path, size)
		if (size === 0) {
			await sink.end()
		} else {
			this.sink = sink
		}
	}
}

function mustBeEmpty(bytes: Buffer): void {
	if (bytes.some((byte) => byte !== 0)) {
		throw new PackError('archive', 'The archive holds bytes where there should be none.')
	}
}

/** Reads what is in a header, and compares it with what we would have written: one comparison instead of twenty checks. */
function readHeader(block: Buffer): { path: string, size: number } {
	const text = (offset: number, length: number) => block.subarray(offset, offset + length).toString('latin1').replace(/\0.*$/s, '')
	const number = (offset: number, length: number) => {
		const digits = text(offset, length)
		return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : -1
	}
	const type = String.fromCharCode(block[156] ?? 0)
	const path = [text(345, 155), text(0, 100)].filter(Boolean).join('/')
	if (type === '1' || type === '2') {
		throw new PackError('symlink', `The archive holds a link, ${JSON.stringify(path)}.`)
	}
	const size = number(124, 12)
	const mtime = number(136, 12)
	if (type !== '0' || size < 0 || mtime < 0 || !tarHeader(path, size, mtime).equals(block)) {
		throw new PackError('archive', `The archive holds something that is no plain file, or its header is damaged: ${JSON.stringify(path)}.`)
	}
	return { path, size }
}
