// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Finds out what stands between the fields of a list. */

import type { Separator } from './records.ts'

import { readMail } from './mail.ts'
import { toRecords } from './records.ts'

/** In the order in which they are believed where two fit equally well: commas also stand inside fields. */
const CANDIDATES: readonly Separator[] = ['\t', ';', '|', ',']

/** So many lines tell enough. */
const LOOKED_AT = 60

/**
 * What separates the fields.
 *
 * @param lines the lines of the list
 * @return a comma where nothing does
 */
export function separatorOf(lines: readonly string[]): Separator {
	const told = /^sep=([\t;|,])$/i.exec(lines[0]?.trim() ?? '')?.[1]
	if (told) {
		return told as Separator
	}
	const looked = lines.filter((line) => line.trim() !== '').slice(0, LOOKED_AT)
	let best: Separator = ','
	let most = 0
	for (const separator of CANDIDATES) {
		const agreeing = agreement(looked, separator)
		if (agreeing > most) {
			best = separator
			most = agreeing
		}
	}
	return best
}

/**
 * How well a separator fits: mail addresses stand in fields of their own, and most records have as many fields as the
 * others.
 */
function agreement(lines: readonly string[], separator: Separator): number {
	const records = toRecords(lines, separator).filter(({ fields }) => fields.length > 1)
	const mails = records.filter(({ fields }) => fields.some((field) => readMail(field).problem === null)).length
	const counts = new Map<number, number>()
	for (const { fields } of records) {
		counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
	}
	return mails * LOOKED_AT * 2 + Math.max(0, ...counts.values())
}
