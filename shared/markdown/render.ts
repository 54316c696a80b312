// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Markdown to HTML that cannot do harm. Two locks, each enough on its own: markdown-it lets no HTML through and makes
 * few kinds of links; DOMPurify then keeps a short list of elements and attributes. Import it lazily: 50 kB.
 */

import createDOMPurify from 'dompurify'
import MarkdownIt from 'markdown-it'

/** The only addresses a link may lead to. */
const LINK = /^(https?:\/\/|mailto:)/i

/** The only elements that may be in a text. */
export const ELEMENTS = [
	'a',
	'blockquote',
	'br',
	'code',
	'em',
	'h3',
	'h4',
	'h5',
	'h6',
	'hr',
	'li',
	'ol',
	'p',
	'pre',
	's',
	'strong',
	'table',
	'tbody',
	'td',
	'th',
	'thead',
	'tr',
	'ul',
]

/** The only attributes; rel and target are ours. */
export const ATTRIBUTES = ['href', 'rel', 'start', 'target']

/** The page has h1 and the dialog or section h2: a text begins with h3, whatever its author began with. */
const FIRST_LEVEL = 3

const markdown = new MarkdownIt({ html: false, linkify: false })
markdown.validateLink = (address) => LINK.test(address.trim())
// A picture would be loaded from somewhere, and tell that somewhere who reads: its description stands for it.
markdown.renderer.rules.image = (tokens, index, options, env, self) => markdown.utils.escapeHtml(self.renderInlineAsText(tokens[index]?.children ?? [], options, env))
markdown.core.ruler.push('outline', ({ tokens }) => {
	const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close')
	const shift = FIRST_LEVEL - Math.min(...headings.map(({ tag }) => Number(tag.slice(1))))
	for (const heading of headings) {
		heading.tag = `h${Math.min(Number(heading.tag.slice(1)) + shift, 6)}`
	}
})

/** Our own instance: its hook must not touch what other code on the page does with DOMPurify. */
const purify = createDOMPurify(window)
purify.addHook('afterSanitizeAttributes', (element) => {
	if (element.localName === 'a' && element.hasAttribute('href')) {
		element.setAttribute('rel', 'noopener noreferrer nofollow')
		// Reading on elsewhere must not close what is open here.
		element.setAttribute('target', '_blank')
	}
})

/**
 * Renders a text of an admin for members.
 *
 * @param text Markdown (CommonMark with tables); raw HTML in it is shown as it is written
 * @return HTML of ELEMENTS and ATTRIBUTES only; headings begin with h3
 */
export function renderMarkdown(text: string): string {
	return sanitize(markdown.render(text))
}

/**
 * The second lock alone.
 *
 * @param html any HTML
 * @return HTML of ELEMENTS and ATTRIBUTES only
 */
export function sanitize(html: string): string {
	return purify.sanitize(html, {
		ALLOWED_TAGS: ELEMENTS,
		ALLOWED_ATTR: ['href', 'start'],
		ADD_URI_SAFE_ATTR: ['start'],
		ALLOWED_URI_REGEXP: LINK,
		ALLOW_ARIA_ATTR: false,
		ALLOW_DATA_ATTR: false,
	})
}
