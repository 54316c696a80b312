// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Draws the profile pictures of the demo: a flower, as a PNG. */

import { crc32, deflateSync } from 'node:zlib'

const SIZE = 128

/**
 * A flower as a PNG, 128 pixels square.
 *
 * @param petals how many
 * @param colour of the petals: red, green, blue, 0 to 255 each
 */
export function flower(petals: number, colour: [number, number, number]): Buffer {
	const lines = Array.from({ length: SIZE }, (_, y) => {
		const pixels = Array.from({ length: SIZE }, (_, x) => pixel(x - SIZE / 2, y - SIZE / 2, petals, colour)).flat()
		// Each line begins with its filter: 0, none.
		return Buffer.from([0, ...pixels])
	})
	const header = Buffer.alloc(13)
	header.writeUInt32BE(SIZE, 0)
	header.writeUInt32BE(SIZE, 4)
	// 8 bits per channel, RGB.
	header.set([8, 2, 0, 0, 0], 8)
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.concat(lines))),
		chunk('IEND', Buffer.alloc(0)),
	])
}

function pixel(x: number, y: number, petals: number, colour: [number, number, number]): [number, number, number] {
	const radius = Math.hypot(x, y)
	if (radius < SIZE * 0.11) {
		return [246, 200, 68]
	}
	const edge = SIZE * (0.28 + 0.14 * Math.cos(petals * Math.atan2(y, x)))
	return radius < edge ? colour : [226, 238, 229]
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
	const length = Buffer.alloc(4)
	length.writeUInt32BE(data.length)
	const sum = Buffer.alloc(4)
	sum.writeUInt32BE(crc32(body))
	return Buffer.concat([length, body, sum])
}
