// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Charters that try to run something in the reader's browser: nothing runs, and the text is kept as it was written. */

import type { CharterText } from '@ensemble/charter/contract'
import type { Page } from '@playwright/test'

import { contract as charter } from '@ensemble/charter/contract'
import { PRINTABLE } from '@ensemble/shared/contract/fields'
import { attacks } from '@ensemble/shared/markdown/attacks'
import { ASSOCIATION, CHARTER, DASHBOARD, expect, test } from './fixtures.ts'
import { AnswersSection } from './sections/answersSection.ts'
import { AskDialog } from './sections/askDialog.ts'
import { CharterAdmin } from './sections/charterAdmin.ts'
import { CharterPage } from './sections/charterPage.ts'
import { DraftEditor } from './sections/draftEditor.ts'
import { adminAtDesk, answerCharter, settled } from './support/people.ts'

const possible = attacks.filter((attack) => PRINTABLE.test(attack))
const inBody: CharterText = {
	title: 'Our charter <img src=x onerror=pwned()><script>pwned()</script>',
	summary: possible.filter((attack) => attack.length <= 400).slice(0, 20),
	body: possible.join('\n\n'),
}

/** What a page did that it must not do. */
interface Misdeeds {
	/** Calls of the attacks' own function. */
	ran: string[]
	/** alert() and its like. */
	dialogs: string[]
	/** Addresses outside the space that were asked for. */
	elsewhere: string[]
}

/** The attacks call this. */
const trap = `for (const name of ['pwned', 'alert', 'confirm', 'prompt']) {
	Object.defineProperty(window, name, { value: () => { window.__xss = [...window.__xss ?? [], name] } })
}`

function watch(misdeeds: Misdeeds, baseUrl: string) {
	return async (page: Page) => {
		page.on('dialog', (dialog) => {
			misdeeds.dialogs.push(dialog.message())
			return dialog.dismiss()
		})
		await page.route((url) => !url.href.startsWith(baseUrl) && url.protocol !== 'data:', (route) => {
			misdeeds.elsewhere.push(route.request().url())
			return route.abort()
		})
	}
}

async function misdeedsOf(page: Page, { dialogs, elsewhere }: Misdeeds): Promise<Misdeeds> {
	return { ran: await page.evaluate(() => (window as Window & { __xss?: string[] }).__xss ?? []), dialogs, elsewhere }
}

const innocent: Misdeeds = { ran: [], dialogs: [], elsewhere: [] }

/** Everything in the shown text that a text must not have. */
function forbidden(page: Page): Promise<string[]> {
	return page.locator('.markdown-text').evaluateAll((texts) => texts.flatMap((text) => [...text.querySelectorAll<HTMLElement>('*')]
		.filter((element) => element.matches('script,style,iframe,object,embed,form,input,button,img,svg,math,link,meta,base,video,audio,template,noscript,marquee,details,body')
			|| [...element.attributes].some(({ name }) => /^(?:on|style|src|id|name|formaction|srcdoc|xlink)/.test(name))
			|| (element instanceof HTMLAnchorElement && element.hasAttribute('href') && !['http:', 'https:', 'mailto:'].includes(element.protocol)))
		.map((element) => element.outerHTML.slice(0, 200))))
}

/** Presses every link of the text, as a reader might; what a link asks for is not let through. */
async function pressLinks(page: Page): Promise<number> {
	return page.locator('.markdown-text a').evaluateAll((links) => {
		for (const link of links) {
			link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
			if (!/^(?:https?|mailto):/.test((link as HTMLAnchorElement).href)) {
				(link as HTMLElement).click()
			}
		}
		return links.length
	})
}

test('there is enough to try', () => {
	expect(possible.length).toBeGreaterThanOrEqual(70)
})

test('a member reads it in the ask and on the page: nothing runs', async ({ space, visit }) => {
	const member = await settled(space)
	const { id } = await space.publish({ fr: inBody, en: inBody })
	expect((await space.answer(charter, 'GET /api/v1/versions/{id}', { as: member, params: { id } })).texts.en).toEqual(inBody)

	const misdeeds: Misdeeds = { ran: [], dialogs: [], elsewhere: [] }
	const page = await visit(member, DASHBOARD, { init: trap, before: watch(misdeeds, space.baseUrl) })
	const ask = new AskDialog(page)
	await expect(ask.root.getByRole('heading', { level: 2 })).toHaveText(inBody.title)
	await expect(ask.sentences).toHaveText(inBody.summary.map((sentence) => sentence.replace(/\s+/g, ' ')))
	await ask.button('Read the whole text').click()
	await page.locator('.markdown-text p').first().waitFor()
	expect(await pressLinks(page)).toBeGreaterThan(0)
	expect(await forbidden(page)).toEqual([])
	expect(await misdeedsOf(page, misdeeds)).toEqual(innocent)

	await page.goto(CHARTER)
	await expect(new CharterPage(page).title(inBody.title)).toBeVisible()
	await expect(page.locator('.markdown-text p').first()).toBeVisible()
	await pressLinks(page)
	expect(await forbidden(page)).toEqual([])
	expect(await misdeedsOf(page, misdeeds)).toEqual(innocent)
})

test('an admin writes each of it and sees the preview: nothing runs', async ({ space, visit }) => {
	const misdeeds: Misdeeds = { ran: [], dialogs: [], elsewhere: [] }
	const page = await visit(await adminAtDesk(space), `${ASSOCIATION}#charter/draft`, { init: trap, before: watch(misdeeds, space.baseUrl) })
	const editor = new DraftEditor(page)
	await editor.begin()
	await editor.field('Title').fill(inBody.title)
	await editor.sentence(1).fill(inBody.summary[0]!)
	await editor.button('As one text').click()
	for (const [index, attack] of attacks.entries()) {
		await editor.field('The whole text').fill(`${attack}\n\nAttack ${index}.`)
		await expect(editor.preview).toContainText(index === 0 ? 'Attack 0.' : String(index))
		await pressLinks(page)
		expect(await forbidden(page), attack).toEqual([])
		expect(await misdeedsOf(page, misdeeds), attack).toEqual(innocent)
	}
})

test('a comparison, a note of change, a reason and a name in the lists: nothing runs', async ({ space, visit }) => {
	const [evil, member, admin] = [possible[0]!, await settled(space), await settled(space, { admin: true })]
	await space.edit(member, 'displayname', `<img src=x onerror=pwned()>${member.id}`)
	await space.publish()
	await answerCharter(space, member, 'declined', possible.filter((attack) => attack.length < 50).join(' ').slice(0, 500))
	const changed = { ...inBody, body: `${inBody.body}\n\n${evil}` }
	await space.publish({ fr: changed, en: changed }, { changeNote: { fr: evil, en: `<script>pwned()</script> ${evil}`.slice(0, 1000) } })

	const misdeeds: Misdeeds = { ran: [], dialogs: [], elsewhere: [] }
	const page = await visit(member, DASHBOARD, { init: trap, before: watch(misdeeds, space.baseUrl) })
	const ask = new AskDialog(page)
	await expect(ask.root.getByRole('insertion').first()).toBeVisible()
	await expect(ask.root).toContainText('<script>pwned()</script>')
	expect(await ask.root.locator('script, img, iframe, svg[onload], style').count()).toBe(0)
	expect(await misdeedsOf(page, misdeeds)).toEqual(innocent)
	await answerCharter(space, member, 'declined', `<img src=x onerror=pwned()> ${evil}`.slice(0, 500))
	for (const [part, sign] of [['answers', 'onerror=pwned()'], ['versions', '<script>pwned()</script>'], ['compare', '<script>pwned()</script>']] as const) {
		await page.goto(`${CHARTER}#${part}`)
		await page.reload()
		await expect(new CharterPage(page).root).toContainText(sign)
		expect(await misdeedsOf(page, misdeeds), part).toEqual(innocent)
	}

	await answerCharter(space, admin)
	const desk = await visit(admin, `${ASSOCIATION}#charter/answers`, { init: trap, before: watch(misdeeds, space.baseUrl) })
	const section = new CharterAdmin(desk)
	await expect(await new AnswersSection(desk).find(member.id)).toContainText('<img src=x onerror=pwned()>')
	await section.open('Published charters')
	await section.row(inBody.title).first().getByRole('button', { name: /^Read/ }).click()
	await expect(section.reader(inBody.title)).toContainText('<script>pwned()</script>')
	await desk.locator('.markdown-text p').first().waitFor()
	await pressLinks(desk)
	expect(await forbidden(desk)).toEqual([])
	expect(await misdeedsOf(desk, misdeeds)).toEqual(innocent)
})

test('the watch sees an attack that does run', async ({ space, visit }) => {
	const misdeeds: Misdeeds = { ran: [], dialogs: [], elsewhere: [] }
	const page = await visit(await settled(space), DASHBOARD, { init: trap, before: watch(misdeeds, space.baseUrl) })
	await page.evaluate(() => {
		document.body.insertAdjacentHTML('beforeend', '<div class="markdown-text"><img src="https://evil.example/x.png"><a href="javascript:void 0">x</a></div>')
		Reflect.apply(Reflect.get(window, 'pwned') as () => void, window, [])
	})
	expect(await forbidden(page)).toHaveLength(2)
	await expect.poll(async () => (await misdeedsOf(page, misdeeds)).ran).toEqual(['pwned'])
})
