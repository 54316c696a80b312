// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the server, or the form itself, finds fault with. */

/** A field and what is wrong with it. */
export interface Blame {
	/** Path of the field, as `texts.fr.title`; empty where no field is to blame. */
	field: string
	message: string
}

/**
 * What is wrong with the fields below a path.
 *
 * @param blame undefined for nothing
 * @param prefix as `texts.fr.`
 * @return rest of the path → sentence
 */
export function errorsBelow(blame: Blame | undefined, prefix: string): Record<string, string> {
	return blame?.field.startsWith(prefix) ? { [blame.field.slice(prefix.length)]: blame.message } : {}
}
