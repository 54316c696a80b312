// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The journal that agent.php keeps on a host: a line for each job that begins, a line for each that ends. */

import { z } from 'zod'
import { codes, wireResult } from '../../agent/wire.ts'

const begun = z.object({ at: z.iso.datetime(), begun: z.string(), space: z.string(), action: z.string() })
const ended = wireResult.extend({
	at: z.iso.datetime(),
	error: z.object({ code: z.enum([...codes, 'gate']), message: z.string(), app: z.string().optional(), touched: z.boolean().optional() }).optional(),
})

/** A job began. */
export type Begun = z.output<typeof begun>
/** A job ended. */
export type Ended = z.output<typeof ended>

/**
 * Reads a host's journal. A line that cannot be read (its writer died) is left out and counted.
 *
 * @param text of the file
 */
export function readHostJournal(text: string): { entries: (Begun | Ended)[], unreadable: number } {
	const entries: (Begun | Ended)[] = []
	let unreadable = 0
	for (const line of text.split('\n').filter((line) => line !== '')) {
		const json = parse(line)
		const entry = begun.safeParse(json).data ?? ended.safeParse(json).data
		if (entry === undefined) {
			unreadable++
		} else {
			entries.push(entry)
		}
	}
	return { entries, unreadable }
}

function parse(line: string): unknown {
	try {
		return JSON.parse(line)
	} catch {
		return null
	}
}
