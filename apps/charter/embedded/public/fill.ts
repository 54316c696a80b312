// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Fills in the HTML of the public page, as lib/Public/Fill.php; cases/publicPage.json tests both. */

/** What goes into a template: a text, or the values of each item of a list. */
export interface Values { [name: string]: Values[] | string | undefined }

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

/**
 * Fills in a template: `{{name}}` is a text, always escaped; `{{#name}}…{{/name}}` is repeated for each item of a list,
 * whose values come before those around it. What is filled in is never looked at again. A comment that the template
 * begins with is left out.
 *
 * @param template HTML
 * @param values name → text or list
 */
export function fill(template: string, values: Values): string {
	return part(template.replace(/^<!--.*?-->\n/s, ''), values)
}

function part(template: string, values: Values): string {
	return template.replace(/\{\{#(\w+)\}\}(.*?)\{\{\/\1\}\}|\{\{(\w+)\}\}/gs, (_, list: string, inside: string, name?: string) => {
		const value = values[name ?? list] ?? ''
		return typeof value === 'string'
			? value.replaceAll(/[&<>"']/g, (character) => ESCAPED[character]!)
			: value.map((item) => part(inside, { ...values, ...item })).join('')
	})
}
