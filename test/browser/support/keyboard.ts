// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where the keyboard is. */

import type { Locator, Page } from '@playwright/test'

import { expect } from '../fixtures.ts'

/** Puts a button at the very beginning of the page, or of its end, and the focus on it: what the person was at before anything of ours came. */
export function startAt(place: 'afterbegin' | 'beforeend'): string {
	return `addEventListener('DOMContentLoaded', () => {
		document.body.insertAdjacentHTML('${place}', '<button type="button" id="before">Where I was</button>')
		document.getElementById('before').focus()
	})`
}

/** What the person was at. */
export function before(page: Page): Locator {
	return page.locator('#before')
}

/**
 * Whether the focus is in an element.
 *
 * @param root the element
 */
export function holdsFocus(root: Locator): Promise<boolean> {
	return root.evaluate((element) => element.contains(document.activeElement))
}

/**
 * Goes through a dialog with the Tab key, and expects to stay in it.
 *
 * @param page the page
 * @param root the dialog
 * @param key Tab or Shift+Tab
 * @return the names of what had the focus, in order, once around
 */
export async function tabThrough(page: Page, root: Locator, key: 'Shift+Tab' | 'Tab' = 'Tab'): Promise<string[]> {
	const names: string[] = []
	for (let step = 0; step < 20; step++) {
		await page.keyboard.press(key)
		// The browser's own dialogs let the keyboard out to the browser itself; nothing else of the page has the focus then.
		if (await page.evaluate(() => document.activeElement === document.body)) {
			continue
		}
		expect(await holdsFocus(root), `the focus stays in the dialog (after ${names.join(', ')})`).toBe(true)
		const name = await page.evaluate(() => {
			const element = document.activeElement
			return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
		})
		if (name === names[0]) {
			return names
		}
		names.push(name)
	}
	throw new Error(`The Tab key does not come around: ${names.join(', ')}`)
}

/**
 * Goes on with the Tab key until something has the focus, as somebody without a mouse does.
 *
 * @param page the page
 * @param target where to go
 * @param key Tab or Shift+Tab
 */
export async function tabTo(page: Page, target: Locator, key: 'Shift+Tab' | 'Tab' = 'Tab'): Promise<void> {
	await target.waitFor()
	for (let step = 0; step < 60; step++) {
		if (await target.evaluate((element) => element === document.activeElement)) {
			return
		}
		await page.keyboard.press(key)
	}
	throw new Error(`The Tab key does not lead to ${target}`)
}
