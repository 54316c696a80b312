// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Makes a small, valid PNG picture without any library. */

import { crc32, deflateSync } from 'node:zlib'

/**
 * A square picture of one colour.
 *
 * @param side width and height in pixels
 * @return the bytes of a PNG
 */
export function picture(side: number): Buffer {
	const header = Buffer.alloc(13)
	header.writeUInt32BE(side, 0)
	header.writeUInt32BE(side, 4)
	// 8 bits for each of red, green and blue.
	header.set([8, 2, 0, 0, 0], 8)
	const row = Buffer.concat([Buffer.of(0), Buffer.alloc(side * 3, Buffer.of(46, 107, 63))])
	const rows = Buffer.concat(Array.from({ length: side }, () => row))
	return Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
	const length = Buffer.alloc(4)
	length.writeUInt32BE(data.length)
	const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
	const checksum = Buffer.alloc(4)
	checksum.writeUInt32BE(crc32(named))
	return Buffer.concat([length, named, checksum])
}
