// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charter as anybody may read it, in a browser: readable with and without its script, and nothing else happens. */

import type { Page } from '@playwright/test'

import { AxeBuilder } from '@axe-core/playwright'
import { contract as charter } from '@ensemble/charter/contract'
import { PRINTABLE } from '@ensemble/shared/contract/fields'
import { attacks } from '@ensemble/shared/markdown/attacks'
import { charterTexts } from '../contract/support/texts.ts'
import { expect, test } from './fixtures.ts'
import { expectNoSidewaysScrolling } from './support/accessible.ts'

const PATH = '/index.php/apps/ensemble_charter/public'
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A charter with all that Markdown can be. */
const en = {
	title: 'Our charter in full',
	summary: ['We are here for each other.', 'Every voice counts.'],
	body: '# What we stand for\n\nFreedom, *mutual help*, **sobriety**. [Read more](https://example.org/more)\n\n1. One\n2. Two\n\n> Together.\n\n| Who | Does what |\n| --- | --- |\n| Everybody | decides |\n\n## And how\n\n```\na_very_long_line_without_any_place_to_break_it_in_two_a_very_long_line_without_any_place_to_break_it_in_two\n```',
}

test.beforeEach(async ({ space }) => {
	await space.answer(charter, 'PUT /api/v1/settings', { as: space.admin, body: { publicPage: true } })
})

/** What a page asked for, without the host. */
function watch(page: Page): string[] {
	const asked: string[] = []
	page.on('request', (request) => asked.push(request.url()))
	return asked
}

const rendered = (page: Page) => page.locator('.text--rendered')

test('is rendered, loads nothing but its own script and style, and keeps nothing', async ({ space, visit }) => {
	await space.publish({ en, fr: charterTexts().fr! })
	let asked: string[] = []
	const page = await visit(null, `${PATH}?lang=en`, {
		before: (opened) => {
			asked = watch(opened)
		},
	})
	await expect(page).toHaveTitle(new RegExp(`^${en.title} - .+`))
	await expect(rendered(page).getByRole('heading', { level: 3, name: 'What we stand for' })).toBeVisible()
	await expect(rendered(page).getByRole('heading', { level: 4, name: 'And how' })).toBeVisible()
	await expect(rendered(page).getByRole('listitem')).toHaveText(['One', 'Two'])
	await expect(rendered(page).getByRole('cell', { name: 'decides' })).toBeVisible()
	await expect(rendered(page).getByRole('link', { name: 'Read more' })).toHaveAttribute('rel', 'noopener noreferrer nofollow')
	await page.waitForLoadState('networkidle')
	const paths = asked.map((address) => address.startsWith(`${space.baseUrl}/`) ? new URL(address).pathname : address)
	expect(paths.filter((path) => !/\/ensemble_charter\/(?:public|css\/public\.css|js\/[\w.-]+\.mjs)$/.test(path))).toEqual([])
	// The page, its style, its script, and the two libraries of that.
	expect(paths).toHaveLength(5)
	expect(await page.context().cookies()).toEqual([])
	expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])

	await page.getByRole('link', { name: 'français' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(charterTexts().fr!.title)
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
	expect(await page.context().cookies()).toEqual([])
})

for (const theme of ['light', 'dark'] as const) {
	for (const width of [320, 1280]) {
		test(`can be read by everybody, ${theme}, ${width} pixels wide`, async ({ space, visit }) => {
			await space.publish({ en, fr: charterTexts().fr! })
			const page = await visit(null, `${PATH}?lang=en`, { theme, width })
			await expect(rendered(page).getByRole('heading').first()).toBeVisible()
			const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
			expect(passes.length).toBeGreaterThan(15)
			expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
			await expectNoSidewaysScrolling(page, `${theme} ${width}`)
			const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
			expect(background).toBe(theme === 'dark' ? 'rgb(23, 23, 23)' : 'rgb(255, 255, 255)')
		})
	}
}

test('can be read where no script runs', async ({ browser, space }) => {
	await space.publish({ fr: en })
	const context = await browser.newContext({ baseURL: space.baseUrl, javaScriptEnabled: false })
	const page = await context.newPage()
	await page.goto(PATH)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.title)
	await expect(page.locator('.text')).toContainText('**sobriety**')
	await expect(page.locator('.text')).toHaveCSS('white-space-collapse', 'preserve')
	await expect(page.getByRole('listitem')).toHaveText(en.summary)
	await context.close()
})

test('says in plain words that there is nothing while the admins do not want it', async ({ space, visit }) => {
	await space.publish({ fr: en })
	await space.answer(charter, 'PUT /api/v1/settings', { as: space.admin, body: { publicPage: false } })
	const page = await visit(null, PATH, { width: 320 })
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing to read here')
	await expectNoSidewaysScrolling(page, 'absent')
	expect((await new AxeBuilder({ page }).withTags(TAGS).analyze()).violations).toEqual([])
	expect(await page.context().cookies()).toEqual([])
})

test('runs nothing of what a charter tries to run', async ({ space, visit }) => {
	const possible = attacks.filter((attack) => PRINTABLE.test(attack))
	await space.publish({ fr: { title: 'x</title><script>pwned()</script>', summary: possible.filter((attack) => attack.length <= 400).slice(0, 20), body: possible.join('\n\n') } })
	const elsewhere: string[] = []
	const page = await visit(null, PATH, {
		init: 'for (const name of [\'pwned\', \'alert\', \'confirm\', \'prompt\']) { Object.defineProperty(window, name, { value: () => { window.__xss = [...window.__xss ?? [], name] } }) }',
		before: (opened) => {
			opened.on('request', (request) => {
				if (!request.url().startsWith(space.baseUrl)) {
					elsewhere.push(request.url())
				}
			})
		},
	})
	await expect(rendered(page).locator('p').first()).toBeVisible()
	await page.waitForTimeout(500)
	expect(await page.evaluate(() => Reflect.get(window, '__xss') as unknown)).toBeUndefined()
	expect(elsewhere).toEqual([])
	expect(await rendered(page).locator('script,style,iframe,object,embed,form,input,button,img,svg,math,link,meta,base,[onclick],[style],[id]').count()).toBe(0)
})

test('goes on paper without what is only for the screen', async ({ space, visit }) => {
	await space.publish({ en, fr: charterTexts().fr! })
	const page = await visit(null, `${PATH}?lang=en`, { theme: 'dark' })
	await page.emulateMedia({ media: 'print' })
	await expect(page.getByRole('navigation')).toBeHidden()
	await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
	await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)')
})
