// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Texts that the association has written in several languages. PHP: Advice. */

/**
 * The text in a reader's language: exactly it, else the same language without its region.
 *
 * @param texts language → text
 * @param language the reader's
 * @return empty where there is none
 */
export function adviceFor(texts: Readonly<Record<string, string>>, language: string): string {
	return texts[language] ?? texts[language.split('_', 1)[0] ?? language] ?? ''
}
