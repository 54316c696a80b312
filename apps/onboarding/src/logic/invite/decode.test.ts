// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tests reading files of all the programs that write lists. */

import { describe, expect, it } from 'vitest'
import { decode, MOST_BYTES } from './decode.ts'

const bytes = (...parts: Array<number[] | string>) => Uint8Array.from(parts.flatMap((part) => typeof part === 'string' ? [...new TextEncoder().encode(part)] : part))
function wide(text: string, little: boolean) {
	return Array.from(text).flatMap((sign) => {
		const code = sign.charCodeAt(0)
		return little ? [code & 255, code >> 8] : [code >> 8, code & 255]
	})
}

describe('decode', () => {
	it.each([
		['UTF-8', bytes('Zoé,zoe@x.org'), 'utf-8'],
		['UTF-8 with its mark', bytes([0xEF, 0xBB, 0xBF], 'Zoé,zoe@x.org'), 'utf-8'],
		['UTF-16 as Excel writes it', bytes([0xFF, 0xFE], wide('Zoé,zoe@x.org', true)), 'utf-16le'],
		['UTF-16 the other way round', bytes([0xFE, 0xFF], wide('Zoé,zoe@x.org', false)), 'utf-16be'],
		['UTF-16 without a mark', bytes(wide('Zoé,zoe@x.org', true)), 'utf-16le'],
		['UTF-16 the other way round without a mark', bytes(wide('Zoé,zoe@x.org', false)), 'utf-16be'],
		['Windows-1252', bytes('Zo', [0xE9], ',zoe@x.org'), 'windows-1252'],
	])('reads %s', (_, file, encoding) => {
		expect(decode(file)).toEqual({ text: 'Zoé,zoe@x.org', encoding })
	})

	it('knows what Windows-1252 has and Latin-1 has not', () => {
		expect(decode(bytes([0x8C], 'uvre ', [0x80, 0x92]))).toEqual({ text: 'Œuvre €’', encoding: 'windows-1252' })
	})

	it('refuses what is no text, and what is far too much', () => {
		expect(decode(bytes('PK', [3, 4], 'xl/workbook.xml'))).toEqual({ refused: 'document' })
		expect(decode(bytes('%PDF-1.7'))).toEqual({ refused: 'document' })
		expect(decode(new Uint8Array(MOST_BYTES + 1))).toEqual({ refused: 'large' })
	})

	it('reads an empty file', () => {
		expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
	})
})
