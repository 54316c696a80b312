// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Checks a screen as people with a screen reader, bad eyes or a small phone would. */

import type { Page } from '@playwright/test'

import { AxeBuilder } from '@axe-core/playwright'
import { embedded, expect } from '../fixtures.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is ours on a page. A real Nextcloud's own header is not rendered in these tests, and not ours to judge. */
const OURS = ['[role=dialog]', 'dialog[open]', '#ensemble-quota', '#ensemble-line', '.ensemble-tabs', '.ensemble-part', '#ensemble_charter-page', '#ensemble_onboarding-page', '#ensemble_quota-page', '#ensemble-quota-fit']

/**
 * Expects that axe finds nothing.
 *
 * @param page the page; in the embedded space all of it is looked at, elsewhere what is ours
 * @param situation said when something is found
 */
export async function expectAccessible(page: Page, situation: string): Promise<void> {
	const present = await page.evaluate((selectors) => selectors.filter((selector) => document.querySelector(selector)), OURS)
	const axe = new AxeBuilder({ page }).withTags(TAGS)
	if (!embedded) {
		expect(present, situation).not.toEqual([])
		present.forEach((selector) => axe.include(selector))
	}
	// What moves has colours of its own for a moment.
	await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => undefined))))
	const { violations, passes } = await axe.analyze()
	expect(passes.length, `${situation}: axe has looked at something`).toBeGreaterThan(5)
	const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`))
	expect(found, situation).toEqual([])
}

/**
 * Expects that nothing has to be scrolled sideways. What is wide by nature (a table, code) may scroll in a frame of its
 * own that the keyboard can reach.
 *
 * @param page the page
 * @param situation said when something is found
 */
export async function expectNoSidewaysScrolling(page: Page, situation: string): Promise<void> {
	const found = await page.evaluate(() => {
		const wide = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
			const { left, right, width } = element.getBoundingClientRect()
			return width > 1 && (right > innerWidth + 1 || left < -1)
				&& element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
				&& !element.closest('[tabindex="0"], #skip-actions')
		})
		return [
			...document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} pixels wide`] : [],
			...wide.map((element) => element.outerHTML.slice(0, 160)),
		]
	})
	expect(found, situation).toEqual([])
}
