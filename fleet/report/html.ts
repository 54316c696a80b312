// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The few pieces of HTML that a report is made of. Whatever is put in is escaped. */

/** HTML that is safe to put into a page. */
export class Html {
	/** @param text already escaped */
	constructor(readonly text: string) {}
}

type Piece = Html | string | number | readonly Html[]

/**
 * HTML with values put in: texts are escaped, HTML stays.
 *
 * @param parts of the template
 * @param values between them
 */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Html {
	return new Html(parts.map((part, index) => index === 0 ? part : `${rendered(values[index - 1]!)}${part}`).join(''))
}

function rendered(value: Piece): string {
	if (value instanceof Html) {
		return value.text
	}
	if (typeof value === 'string' || typeof value === 'number') {
		return String(value).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
	}
	return value.map(({ text }) => text).join('\n')
}

/**
 * A table. Numbers stand to the right; the first cell of each row is its heading.
 *
 * @param caption what it shows
 * @param head names of the columns
 * @param rows cells
 */
export function table(caption: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): Html {
	return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${head.map((name, index) => html`<th scope="col"${index > 0 && rows.every((row) => typeof row[index] === 'number') ? new Html(' class="number"') : ''}>${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => index === 0 ? html`<th scope="row">${cell}</th>` : typeof cell === 'number' ? html`<td class="number">${number(cell)}</td>` : html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`
}

/** `10,000`. */
export function number(value: number): string {
	return value.toLocaleString('en')
}

/** `43 %`; never 100 where something is missing, never 0 where something is there. */
export function percent(part: number, whole: number): string {
	if (whole === 0) {
		return '–'
	}
	const exact = part / whole * 100
	const round = Math.round(exact)
	return round === 100 && part < whole ? 'over 99 %' : round === 0 && part > 0 ? 'under 1 %' : `${round} %`
}

/** `4.6 GB`, in units of 1024 as Nextcloud shows them. */
export function bytes(value: number): string {
	const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']
	const step = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10))
	return `${(value / 1024 ** step).toLocaleString('en', { maximumFractionDigits: step === 0 ? 0 : 1 })} ${units[step]}`
}
