// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Recognises a PNG or JPEG and reads its measures from the header. */

import type { Picture } from '../home.ts'

const PNG = Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])

/**
 * Reads kind and measures of a picture.
 *
 * @param data the file
 * @return measures in pixels; null if it is no PNG or JPEG
 */
export function readPicture(data: Buffer): { type: Picture['type'], width: number, height: number } | null {
	if (data.length >= 24 && data.subarray(0, 8).equals(PNG) && data.toString('latin1', 12, 16) === 'IHDR') {
		return { type: 'image/png', width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
	}
	return data.length >= 4 && data[0] === 0xFF && data[1] === 0xD8 ? readJpeg(data) : null
}

/** Walks over the segments of a JPEG to its frame header (SOF0 to SOF15, without DHT, JPG and DAC). */
function readJpeg(data: Buffer): { type: 'image/jpeg', width: number, height: number } | null {
	for (let at = 2; at + 9 < data.length && data[at] === 0xFF;) {
		const marker = data[at + 1]!
		if (marker >= 0xC0 && marker <= 0xCF && ![0xC4, 0xC8, 0xCC].includes(marker)) {
			return { type: 'image/jpeg', height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) }
		}
		at += 2 + data.readUInt16BE(at + 2)
	}
	return null
}
