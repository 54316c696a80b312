// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter as anybody may read it: only if the admins want it, without account, cookie or anything from elsewhere. */

import { contract as charter } from '@ensemble/charter/contract'
import { PRINTABLE } from '@ensemble/shared/contract/fields'
import { attacks } from '@ensemble/shared/markdown/attacks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { charterTexts } from './support/texts.ts'
import { useSpace } from './support/useSpace.ts'

const PATH = '/index.php/apps/ensemble_charter/public'
const PUT = 'PUT /api/v1/settings'
const embedded = (process.env.ENSEMBLE_TARGET ?? 'embedded') === 'embedded'
const space = useSpace()

/** Reads the page as a browser that has never been here. */
async function read(query = '', accept = 'fr', more: Record<string, string> = {}) {
	const response = await fetch(`${space.baseUrl}${PATH}${query}`, { headers: { Accept: 'text/html', 'Accept-Language': accept, ...more }, redirect: 'manual' })
	return { status: response.status, headers: response.headers, html: await response.text() }
}

/** What stands in the place of the body, as it was before it was escaped. */
function bodyOf(html: string): string | undefined {
	const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '\'' }
	return /<div class="text" data-markdown>([^<]*)<\/div>/.exec(html)?.[1]?.replace(/&(#39|\w+);/g, (_, name: string) => names[name]!)
}

const switchTo = (publicPage: boolean | null) => space.answer(charter, PUT, { as: space.admin, body: { publicPage } })

afterEach(async () => {
	await space.configure(charter.app, 'fleet_policy', null)
	await switchTo(null)
})

describe.runIf(embedded)('where nothing was published', () => {
	it('is not there, even if the admins want it', async () => {
		await switchTo(true)
		expect((await read()).status).toBe(404)
	})
})

describe('while the admins have not asked for it', () => {
	beforeEach(() => space.publish())

	it('is not there: a page that says so, in the reader\'s language as far as we speak it', async () => {
		for (const [accept, lang] of [['en', 'en'], ['fr-CA;q=0.5,xx', 'fr'], ['xx', 'en']] as const) {
			const { status, html, headers } = await read('', accept)
			expect(status).toBe(404)
			expect(html).toMatch(new RegExp(`^<!DOCTYPE html>\\n<html lang="${lang}" dir="ltr">`))
			expect(html).toMatch(/<h1>[^<]+<\/h1>/)
			expect(html).not.toContain('<script')
			expect(html).not.toContain(charterTexts().fr!.title)
			expect(headers.getSetCookie()).toEqual([])
		}
	})

	it('comes with an admin\'s choice and goes with it', async () => {
		await switchTo(true)
		expect((await read()).status).toBe(200)
		await switchTo(false)
		expect((await read()).status).toBe(404)
	})

	it('comes and goes with what the host decides', async () => {
		await space.configure(charter.app, 'fleet_policy', { defaults: { publicPage: true } })
		expect((await read()).status).toBe(200)
		await space.configure(charter.app, 'fleet_policy', { locked: { publicPage: false } })
		expect((await read()).status).toBe(404)
	})

	it('is switched by admins only', async () => {
		const member = await space.person()
		expect((await space.call(charter, PUT, { as: member, body: { publicPage: true } })).status).toBe(403)
		expect((await read()).status).toBe(404)
	})
})

describe('once the admins have asked for it', () => {
	beforeEach(() => switchTo(true))

	it('shows the association\'s newest charter, whole', async () => {
		const texts = charterTexts()
		const { number } = await space.publish(texts)
		const { status, html, headers } = await read()
		expect(status).toBe(200)
		expect(headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
		expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="fr" dir="ltr">/)
		expect(html).toContain(`<h1>${texts.fr!.title}</h1>`)
		expect(html.match(/<li>([^<]*)<\/li>/g)).toEqual(texts.fr!.summary.map((sentence) => `<li>${sentence}</li>`))
		expect(bodyOf(html)).toBe(texts.fr!.body)
		expect(/<p class="note"[^>]*>([^<]*)<\/p>/.exec(html)?.[1]).toContain(` ${number},`)

		const next = await space.publish(charterTexts('second'))
		expect(next.number).toBe(number + 1)
		expect((await read()).html).toContain('second')
	})

	it('sets no cookie, keeps to itself, and loads its own script and style only', async () => {
		await space.publish()
		const { html, headers } = await read()
		expect(headers.getSetCookie()).toEqual([])
		expect(headers.get('Content-Security-Policy')).toBe('default-src \'none\'; script-src \'self\'; style-src \'self\'; img-src \'none\'; base-uri \'none\'; form-action \'none\'; frame-ancestors \'self\'')
		expect(headers.get('Referrer-Policy')).toBe('no-referrer')
		expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
		const assets = [...html.matchAll(/(?:src|href)="([^"?][^"]*)"/g)].map(([, address]) => address!)
		expect(assets).toEqual([expect.stringMatching(/^\/[\w/-]*ensemble_charter\/css\/public\.css\?v=\d/), expect.stringMatching(/^\/[\w/-]*ensemble_charter\/js\/ensemble_charter-public\.mjs\?v=\d/)])
		expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/^<script type="module" src=/)])
		expect(html).not.toMatch(/<style|style=|<img|<iframe|<form|<input|\son\w+=|nonce|requesttoken|data-user/)
		for (const asset of assets) {
			const response = await fetch(`${space.baseUrl}${asset}`)
			expect(response.status, asset).toBe(200)
			expect(response.headers.get('Content-Type'), asset).toMatch(/^text\/(?:css|javascript)/)
		}
	})

	it('is the same for somebody who has been here before, and for members', async () => {
		await space.publish()
		const { html } = await read()
		expect((await read('', 'fr', { Cookie: 'nc_sameSiteCookielax=true; oc_sessionPassphrase=x' })).html).toBe(html)
		const member = await space.person({ language: 'en' })
		const { id, password } = member
		const seen = await read('', 'fr', { Authorization: `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}` })
		expect([seen.status, seen.html]).toEqual([200, html])
	})

	it.each([
		['', 'en', 'en'],
		['', 'fr', 'fr'],
		['', 'en-GB,fr;q=0.9', 'en'],
		['', 'de,en;q=0.3,fr;q=0.2', 'en'],
		['', 'de', 'fr'],
		['', '', 'fr'],
		['?lang=en', 'fr', 'en'],
		['?lang=fr', 'en', 'fr'],
		['?lang=de', 'en', 'en'],
		['?lang=', 'en', 'en'],
		['?lang=../../etc/passwd', 'fr', 'fr'],
		['?lang=%3Cscript%3E', 'en', 'en'],
		['?lang=%FF%00', 'en', 'en'],
		['?lang[]=en&lang[a]=fr', 'fr', 'fr'],
		['?lang=__proto__', 'fr', 'fr'],
	])('is read in the best language: %s for a browser that wants %s', async (query, accept, lang) => {
		const texts = charterTexts()
		await space.publish(texts)
		const { status, html } = await read(query, accept)
		expect(status).toBe(200)
		expect(html).toContain(`<html lang="${lang}" dir="ltr">`)
		expect(bodyOf(html)).toBe(texts[lang]!.body)
		const other = lang === 'fr' ? 'en' : 'fr'
		expect(html).toMatch(new RegExp(`<a href="\\?lang=${other}" hreflang="${other}" lang="${other}"[^>]*>[^<]+</a>`))
		expect(html).not.toContain(`href="?lang=${lang}"`)
	})

	it('is written from the right where the language is, with our own words in English', async () => {
		await space.publish({ fr: charterTexts().fr!, he: { title: 'האמנה שלנו', summary: ['אנחנו עוזרים זה לזה.'], body: 'כל קול נחשב.' } })
		const { html } = await read('?lang=he')
		expect(html).toContain('<html lang="he" dir="rtl">')
		expect(html).toContain('<p class="note" lang="en" dir="ltr">Version ')
		expect(html).toContain('<h1>האמנה שלנו</h1>')
	})

	it('has no links to other languages where there is one only', async () => {
		await space.publish({ fr: charterTexts().fr! })
		expect((await read('?lang=en', 'en')).html).not.toContain('<nav')
	})

	it('shows every attack as it was written', async () => {
		const possible = attacks.filter((attack) => PRINTABLE.test(attack))
		expect(possible.length).toBeGreaterThanOrEqual(70)
		const fr = {
			title: '</title></h1><script>pwned()</script> {{body}} {{#summary}}x{{/summary}} $1 \\1',
			summary: possible.filter((attack) => attack.length <= 400).slice(0, 20),
			body: `${possible.join('\n\n')}\n</div><script>pwned()</script>{{title}}`,
		}
		await space.publish({ fr })
		const { html } = await read()
		expect(bodyOf(html)).toBe(fr.body)
		expect(html).toContain('<h1>&lt;/title&gt;&lt;/h1&gt;&lt;script&gt;pwned()&lt;/script&gt; {{body}} {{#summary}}x{{/summary}} $1 \\1</h1>')
		const tags = html.match(/<\/?[a-z!][^>]*>/gi)!.map((tag) => /^<\/?([a-z0-9!]+)/i.exec(tag)![1]!.toLowerCase())
		expect(new Set(tags)).toEqual(new Set(['!doctype', 'html', 'head', 'meta', 'title', 'link', 'script', 'body', 'header', 'p', 'main', 'h1', 'section', 'h2', 'ul', 'li', 'div']))
		expect(tags.filter((tag) => tag === 'script')).toHaveLength(2)
	})
})
