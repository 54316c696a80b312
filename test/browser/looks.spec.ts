// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** People who want no motion get none; people who need large letters can still do everything. */

import type { Page } from '@playwright/test'

import { DASHBOARD, expect, test } from './fixtures.ts'
import { AskDialog } from './sections/askDialog.ts'
import { QuotaBanner } from './sections/quotaBanner.ts'
import { WelcomeDialog } from './sections/welcomeDialog.ts'
import { expectNoSidewaysScrolling } from './support/accessible.ts'
import { everythingPending, settled } from './support/people.ts'

/** Longer than a change that one sees as motion, milliseconds. */
const VISIBLE = 10

/** Notes everything of ours that moves. */
const watchMotion = `(() => {
	const moved = new Set()
	const frame = () => {
		for (const animation of document.getAnimations()) {
			const { target } = animation.effect
			if (animation.effect.getComputedTiming().duration > ${VISIBLE} && target?.closest('[role=dialog], .modal-mask, #ensemble-quota')) {
				moved.add((animation.transitionProperty ?? animation.animationName) + ' of ' + target.className)
			}
		}
		requestAnimationFrame(frame)
	}
	frame()
	window.moved = () => [...moved]
})()`

declare global {
	interface Window { moved: () => string[] }
}

/** Goes through everything that opens by itself. */
async function goThrough(page: Page): Promise<string[]> {
	const ask = new AskDialog(page)
	await ask.button('Read the whole text').click()
	await ask.heading('Our charter').waitFor()
	await ask.button('Decline').hover()
	await ask.button('Accept').click()
	await ask.button('Close').click()
	await new WelcomeDialog(page).steps.first().waitFor()
	await new WelcomeDialog(page).button('Not now').click()
	await new QuotaBanner(page).close.click()
	await expect(new QuotaBanner(page).root).toHaveCount(0)
	return page.evaluate(() => window.moved())
}

test('nothing moves for whoever wants no motion', async ({ space, visit }) => {
	const page = await visit(await everythingPending(space), DASHBOARD, { reducedMotion: true, init: watchMotion })
	expect(await goThrough(page)).toEqual([])
})

test('the watch for motion sees what moves for the others', async ({ space, visit }) => {
	const page = await visit(await everythingPending(space), DASHBOARD, { init: watchMotion })
	expect(await goThrough(page)).not.toEqual([])
})

test('with letters twice as large, everything can be read and pressed', async ({ space, visit }) => {
	const member = await settled(space)
	await space.publish()
	for (const width of [1280, 640]) {
		const page = await visit(member, DASHBOARD, {
			width,
			init: `addEventListener('DOMContentLoaded', () => {
				document.head.insertAdjacentHTML('beforeend', '<style>:root { font-size: 200% !important; --default-font-size: 30px !important } body { font-size: 30px !important; --default-font-size: 30px !important }</style>')
			})`,
		})
		const ask = new AskDialog(page)
		await expect(ask.sentences.first()).toHaveCSS('font-size', '33px')
		await expectNoSidewaysScrolling(page, `letters twice as large, ${width} pixels`)
		for (const name of ['Later', 'Decline', 'Accept', 'Read the whole text'] as const) {
			const button = ask.button(name)
			await button.scrollIntoViewIfNeeded()
			await expect(button).toBeInViewport({ ratio: 0.99 })
			const { clipped, onTop } = await button.evaluate((element) => {
				const { left, top, width, height } = element.getBoundingClientRect()
				return {
					clipped: element.scrollWidth > element.clientWidth + 1,
					onTop: element.contains(document.elementFromPoint(left + width / 2, top + height / 2)),
				}
			})
			expect({ name, clipped, onTop }).toEqual({ name, clipped: false, onTop: true })
		}
	}
})
