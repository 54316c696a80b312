// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The text of a list that was imported, whatever program wrote it: UTF-8, UTF-16 in both orders, Windows-1252. */

/** How a file was read. */
export type Encoding = 'utf-8' | 'utf-16be' | 'utf-16le' | 'windows-1252'

/** A file as text, or what it is instead. */
export type Decoded = { text: string, encoding: Encoding } | { refused: 'document' | 'large' }

/** Larger than 10,000 lines of anything sensible. Bytes. */
export const MOST_BYTES = 4 * 1024 * 1024

/** What the bytes 80 to 9F mean in Windows-1252; those without meaning stay as they are. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** How files begin that are no text, but are picked by mistake: a zip (xlsx, ods), a PDF, an old xls. */
const DOCUMENTS = [[0x50, 0x4B, 0x03, 0x04], [0x25, 0x50, 0x44, 0x46], [0xD0, 0xCF, 0x11, 0xE0]]

/**
 * Reads a file as text. Never throws: bytes that make no sense become a replacement sign.
 *
 * @param bytes the whole file
 * @return the text without its byte order mark; or why it is none: `document` = a workbook or PDF, `large` = more than MOST_BYTES
 */
export function decode(bytes: Uint8Array): Decoded {
	if (DOCUMENTS.some((start) => start.every((byte, index) => bytes[index] === byte))) {
		return { refused: 'document' }
	}
	if (bytes.length > MOST_BYTES) {
		return { refused: 'large' }
	}
	const encoding = encodingOf(bytes)
	// The decoder leaves out the byte order mark of its encoding.
	const text = encoding === 'windows-1252' ? fromWindows(bytes) : new TextDecoder(encoding).decode(bytes)
	return { text, encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
	const [first, second] = bytes
	if (first === 0xFF && second === 0xFE) {
		return 'utf-16le'
	}
	if (first === 0xFE && second === 0xFF) {
		return 'utf-16be'
	}
	return guessWide(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Every second byte of Western text in UTF-16 is zero; no other text has zeros. */
function guessWide(bytes: Uint8Array): Encoding | null {
	const looked = bytes.subarray(0, 4096)
	const zeros = [0, 0]
	looked.forEach((byte, index) => {
		zeros[index % 2]! += byte === 0 ? 1 : 0
	})
	const many = looked.length / 4
	if (looked.length < 4 || Math.max(...zeros) < many || Math.min(...zeros) > many / 4) {
		return null
	}
	return zeros[0]! > zeros[1]! ? 'utf-16be' : 'utf-16le'
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes)
		return true
	} catch {
		return false
	}
}

/** By hand: some versions of Node take it for Latin-1, in which € and œ are control characters. */
function fromWindows(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte >= 0x80 && byte < 0xA0 ? WINDOWS[byte - 0x80]! : String.fromCharCode(byte)).join('')
}
