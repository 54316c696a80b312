// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Pictures of a report: SVG in percent of the page's width, so that letters stay readable on a phone. Each has a table behind it. */

import type { Html } from './html.ts'

import { html, number, percent } from './html.ts'

/** Kinds of fill; told apart by pattern as well as by colour. */
const FILLS = 6

/** The patterns, once per page. */
export const patterns = html`<svg width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="fill-1" width="8" height="8" patternUnits="userSpaceOnUse"><path class="paint-1" d="M0 0h8v8H0z"/></pattern>
<pattern id="fill-2" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="paint-2" d="M0 0h8v8H0z"/><path class="gap" d="M0 0h2v8H0z"/></pattern>
<pattern id="fill-3" width="8" height="8" patternUnits="userSpaceOnUse"><path class="paint-3" d="M0 0h8v8H0z"/><circle class="gap" cx="4" cy="4" r="1.5"/></pattern>
<pattern id="fill-4" width="8" height="8" patternUnits="userSpaceOnUse"><path class="paint-4" d="M0 0h8v8H0z"/><path class="gap" d="M0 0h8v2H0z"/></pattern>
<pattern id="fill-5" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="paint-5" d="M0 0h8v8H0z"/><path class="gap" d="M0 0h2v8H0z"/></pattern>
<pattern id="fill-6" width="8" height="8" patternUnits="userSpaceOnUse"><path class="paint-6" d="M0 0h8v8H0z"/><path class="gap" d="M0 0h2v8H0zM0 0h8v2H0z"/></pattern>
</defs></svg>`

/**
 * The fill of a series.
 *
 * @param index from 0; from the sixth on they share the last
 */
export function fill(index: number): number {
	return Math.min(index, FILLS - 1) + 1
}

/**
 * What the fills mean.
 *
 * @param names of the series
 * @param counts of each
 */
export function legend(names: readonly string[], counts: readonly number[]): Html {
	return html`<ul class="legend">${names.map((name, index) => html`<li><svg width="16" height="16" aria-hidden="true" focusable="false"><rect width="16" height="16" fill="url(#fill-${fill(index)})"/></svg> ${name}: <b>${number(counts[index] ?? 0)}</b></li>`)}</ul>`
}

/**
 * One bar of parts, as wide as the page.
 *
 * @param name of the bar, shown above it
 * @param parts counts, in the order of the fills; or one part of a whole, whose rest stays empty
 * @param words the same for those who do not see it
 */
export function bar(name: string, parts: readonly number[] | { readonly part: number, readonly whole: number }, words: string): Html {
	const [list, whole] = 'part' in parts ? [[parts.part], parts.whole] : [parts, parts.reduce((sum, part) => sum + part, 0)]
	let from = 0
	const rects = list.map((part, index) => {
		const start = from
		from += whole === 0 ? 0 : part / whole * 100
		// However few they are, they are seen.
		return part === 0 ? html`` : html`<rect x="${start.toFixed(3)}%" width="${Math.max(0.3, from - start).toFixed(3)}%" height="100%" fill="url(#fill-${fill('part' in parts ? 1 : index)})"/>`
	})
	return html`<div class="bar"><p>${name}</p><svg width="100%" height="20" role="img" aria-label="${words}">${rects}</svg></div>`
}

/**
 * Columns of ten percent each.
 *
 * @param columns how many spaces, and from which column on they are marked
 * @param marked index of the first marked column; none where it is 10
 * @param words the same for those who do not see it
 */
export function histogram(columns: readonly number[], marked: number, words: string): Html {
	const most = Math.max(1, ...columns)
	const height = 120
	const base = height + 20
	return html`<svg class="histogram" width="100%" height="${base + 20}" role="img" aria-label="${words}">
${columns.map((count, index) => {
	const tall = count === 0 ? 0 : Math.max(2, count / most * height)
	return html`<rect x="${index * 10 + 0.8}%" y="${(base - tall).toFixed(1)}" width="8.4%" height="${tall.toFixed(1)}" fill="url(#fill-${index >= marked ? 2 : 1})"/>
<text x="${index * 10 + 5}%" y="${(base - tall - 5).toFixed(1)}" text-anchor="middle">${short(count)}</text>
<text x="${index * 10 + 5}%" y="${base + 15}" text-anchor="middle">${index * 10}</text>`
})}
<line x1="0" x2="100%" y1="${base}" y2="${base}"/>
</svg>`
}

/**
 * A histogram in words.
 *
 * @param what is counted
 * @param columns of ten percent
 */
export function inWords(what: string, columns: readonly number[]): string {
	const whole = columns.reduce((sum, count) => sum + count, 0)
	return `${what}: ${columns.map((count, index) => `${index * 10} to ${index * 10 + 10} %: ${number(count)} (${percent(count, whole)})`).join('; ')}`
}

/** Fits above a column on a phone: `950`, `1.2k`. */
function short(count: number): string {
	return count < 1000 ? String(count) : `${(count / 1000).toLocaleString('en', { maximumFractionDigits: count < 10_000 ? 1 : 0 })}k`
}
