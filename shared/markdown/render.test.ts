// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Markdown becomes the HTML that is meant, and nothing gets through that could run. */

import { describe, expect, it } from 'vitest'
import { attacks } from './attacks.ts'
import { repairForDOMPurify } from './happyDom.ts'

repairForDOMPurify()
const { ATTRIBUTES, ELEMENTS, renderMarkdown, sanitize } = await import('./render.ts')

/** Parses HTML without running it. */
function parse(html: string): HTMLElement {
	const template = document.createElement('div')
	template.innerHTML = html
	return template
}

/** Everything in a piece of HTML that is not on the lists. */
function strangers(html: string): string[] {
	return [...parse(html).querySelectorAll('*')].flatMap((element) => [
		...ELEMENTS.includes(element.localName) ? [] : [element.localName],
		...[...element.attributes].filter(({ name }) => !ATTRIBUTES.includes(name)).map(({ name }) => `${element.localName}[${name}]`),
		...element.hasAttribute('href') && !/^(https?:\/\/|mailto:)/.test(element.getAttribute('href') ?? '') ? [`href=${element.getAttribute('href')}`] : [],
	])
}

it('has enough attacks', () => {
	expect(new Set(attacks).size).toBeGreaterThan(80)
})

describe.each(attacks)('%j', (attack) => {
	it('comes through as harmless text', () => {
		expect(strangers(renderMarkdown(attack))).toEqual([])
	})

	it('comes through harmless in the middle of a text', () => {
		expect(strangers(renderMarkdown(`# Title\n\nWords **${attack}** words\n\n1. one\n2. ${attack}\n`))).toEqual([])
	})

	it('is stopped by the second lock alone', () => {
		expect(strangers(sanitize(attack))).toEqual([])
	})
})

describe('renderMarkdown', () => {
	it.each([
		['# a\n\n## b', '<h3>a</h3><h4>b</h4>'],
		['## a\n\n### b\n\n## c', '<h3>a</h3><h4>b</h4><h3>c</h3>'],
		['###### a', '<h3>a</h3>'],
		['a\n=\n\n> # b', '<h3>a</h3><blockquote><h3>b</h3></blockquote>'],
	])('begins the outline of %j below that of the page', (text, html) => {
		expect(renderMarkdown(text).replaceAll('\n', '')).toBe(html)
	})

	it('has no level below the sixth', () => {
		expect(renderMarkdown('# a\n\n## b\n\n###### c').replaceAll('\n', '')).toBe('<h3>a</h3><h4>b</h4><h6>c</h6>')
	})

	it('keeps what a text is made of', () => {
		const html = renderMarkdown('*a* **b** ~~c~~ `d`\n\n- e\n- f\n\n3. g\n\n> h\n\n---\n\n| i | j |\n|---|--:|\n| k | l |\n\n```\nm\n```')
		for (const element of ['em', 'strong', 's', 'code', 'ul', 'ol[start="3"]', 'blockquote', 'hr', 'table', 'th', 'td', 'pre']) {
			expect(parse(html).querySelector(element), element).not.toBeNull()
		}
		expect(strangers(html)).toEqual([])
	})

	it.each(['https://example.org/a?b=1&c=2', 'http://example.org', 'mailto:hello@example.org'])('keeps the link %s, which opens apart and says nothing of the reader', (address) => {
		const link = parse(renderMarkdown(`[words](${address})`)).querySelector('a')
		expect(link?.getAttribute('href')).toBe(address)
		expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow')
		expect(link?.getAttribute('target')).toBe('_blank')
		expect(link?.textContent).toBe('words')
	})

	it('puts the description where a picture would be', () => {
		const result = parse(renderMarkdown('![our *house* & "garden" <b>](https://example.org/house.png)'))
		expect(result.querySelector('img')).toBeNull()
		expect(result.textContent?.trim()).toBe('our house & "garden" <b>')
	})

	it('shows HTML as it is written', () => {
		expect(parse(renderMarkdown('a <b>c</b>')).textContent?.trim()).toBe('a <b>c</b>')
	})

	it('leaves addresses without brackets alone', () => {
		expect(renderMarkdown('see example.org')).toBe('<p>see example.org</p>\n')
	})

	it('renders a long text in reasonable time', () => {
		const start = performance.now()
		renderMarkdown('[a](<b> **c `d` '.repeat(3750))
		expect(performance.now() - start).toBeLessThan(5000)
	})
})
