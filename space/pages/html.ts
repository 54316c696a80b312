// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** HTML as a tagged template: everything put in is escaped, unless it is HTML itself. */

import { escapeXml } from '../http/reply.ts'

/** HTML that was made by html``. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = Html | Part[] | false | number | string | null | undefined

/** Makes HTML; strings are escaped, lists joined, false, null and undefined left out. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(strings.map((text, index) => index === 0 ? text : render(parts[index - 1]) + text).join(''))
}

function render(part: Part): string {
	if (Array.isArray(part)) {
		return part.map(render).join('')
	}
	if (part instanceof Html) {
		return part.text
	}
	return part === null || part === undefined || part === false ? '' : escapeXml(String(part))
}

/**
 * JSON for a script of the page.
 *
 * @param value what to write
 */
export function scriptJson(value: unknown): Html {
	return new Html(JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'))
}
