// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The association page: tabs of all apps' parts, by mouse, keyboard and address; parts mounted when needed. */

import type * as Parts from './parts.ts'

import { userEvent } from '@testing-library/user-event'
import { screen, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { translator } from '../l10n/translate.ts'
import { PATIENCE } from './panel.ts'

const t = (text: string) => text

let first: typeof Parts
let second: typeof Parts

beforeEach(async () => {
	location.hash = ''
	document.head.innerHTML = ''
	document.body.innerHTML = `<main>
		<div class="ensemble-part" data-part="charter" data-title="Charter" data-order="20" id="ensemble-part-charter"></div>
		<div class="ensemble-part" data-part="first-steps" data-title="First steps" data-order="10" id="ensemble-part-first-steps"></div>
		<div class="ensemble-part" data-part="storage" data-title="Storage" data-order="30" id="ensemble-part-storage"></div>
	</main>`
	Reflect.deleteProperty(window, Symbol.for('ensemble.association/1'))
	vi.resetModules()
	first = await import('./parts.ts')
	vi.resetModules()
	second = await import('./parts.ts')
})

afterEach(() => {
	vi.useRealTimers()
})

/** A part whose screen says its name. */
function part(name: string) {
	const mount = vi.fn(async (element: HTMLElement) => {
		element.textContent = `screen of ${name}`
	})
	return { part: name, app: 'ensemble_test', t, texts: {}, mount }
}

function registerAll() {
	const parts = { charter: part('charter'), steps: part('first-steps'), storage: part('storage') }
	first.registerPart(parts.storage)
	second.registerPart(parts.charter)
	second.registerPart(parts.steps)
	return parts
}

const tab = (name: string) => screen.getByRole('tab', { name })
const panel = () => screen.getByRole('tabpanel')

describe('tabs', () => {
	it('are built once, in order, the first one open', async () => {
		const parts = registerAll()
		expect(screen.getAllByRole('tablist')).toHaveLength(1)
		expect(screen.getAllByRole('tab').map((element) => element.textContent)).toEqual(['First steps', 'Charter', 'Storage'])
		expect(tab('First steps').getAttribute('aria-selected')).toBe('true')
		expect(panel().getAttribute('aria-labelledby')).toBe(tab('First steps').id)
		expect(await within(panel()).findByText('screen of first-steps')).toBeTruthy()
		expect(parts.storage.mount).not.toHaveBeenCalled()
		expect(document.querySelectorAll('style')).toHaveLength(1)
	})

	it('open by click, are mounted once, and are in the address', async () => {
		const { storage } = registerAll()
		await userEvent.click(tab('Storage'))
		expect(await within(panel()).findByText('screen of storage')).toBeTruthy()
		expect(location.hash).toBe('#storage')
		await userEvent.click(tab('Charter'))
		await userEvent.click(tab('Storage'))
		expect(storage.mount).toHaveBeenCalledTimes(1)
		expect(screen.getAllByRole('tabpanel')).toHaveLength(1)
	})

	it('follow the arrow keys, Home and End, around the ends', async () => {
		registerAll()
		await userEvent.tab()
		expect(document.activeElement).toBe(tab('First steps'))
		for (const [key, name] of [['ArrowRight', 'Charter'], ['End', 'Storage'], ['ArrowRight', 'First steps'], ['ArrowLeft', 'Storage'], ['Home', 'First steps']] as const) {
			await userEvent.keyboard(`{${key}}`)
			expect(document.activeElement).toBe(tab(name))
			expect(tab(name).getAttribute('aria-selected')).toBe('true')
		}
		expect(screen.getAllByRole('tab').filter((element) => element.tabIndex === 0)).toHaveLength(1)
	})

	it('turn the arrows round where people read from right to left', async () => {
		document.body.dir = 'rtl'
		registerAll()
		tab('First steps').focus()
		await userEvent.keyboard('{ArrowLeft}')
		expect(document.activeElement).toBe(tab('Charter'))
		document.body.dir = ''
	})

	it('open the one in the address, also when it changes (back button)', async () => {
		location.hash = '#charter/versions'
		registerAll()
		expect(tab('Charter').getAttribute('aria-selected')).toBe('true')
		location.hash = '#storage'
		window.dispatchEvent(new Event('hashchange'))
		expect(tab('Storage').getAttribute('aria-selected')).toBe('true')
	})

	it('keep what is open when the address is none of theirs', async () => {
		location.hash = '#storage'
		registerAll()
		location.hash = '#elsewhere'
		window.dispatchEvent(new Event('hashchange'))
		expect(tab('Storage').getAttribute('aria-selected')).toBe('true')
	})

	it('are not there for a single part', async () => {
		document.querySelectorAll('.ensemble-part').forEach((element, i) => i > 0 && element.remove())
		registerAll()
		expect(screen.queryByRole('tablist')).toBeNull()
		expect(await screen.findByText('screen of charter')).toBeTruthy()
	})
})

it('waits for the whole page', async () => {
	const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
	registerAll()
	expect(screen.queryByRole('tablist')).toBeNull()
	state.mockRestore()
	document.dispatchEvent(new Event('DOMContentLoaded'))
	expect(await screen.findByText('screen of first-steps')).toBeTruthy()
})

describe('a part that does not come', () => {
	it('says so, and comes when tried again', async () => {
		const mount = vi.fn(async (element: HTMLElement) => {
			element.textContent = 'there'
		}).mockRejectedValueOnce(new Error('chunk'))
		first.registerPart({ ...part('first-steps'), mount })
		expect((await screen.findByRole('alert')).textContent).toMatch(/could not be loaded/)
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
		expect(await screen.findByText('there')).toBeTruthy()
		expect(screen.queryByRole('alert')).toBeNull()
	})

	it('has its translations before it is mounted, and does without them if need be', async () => {
		document.documentElement.lang = 'fr'
		const words = () => translator('ensemble_test').t('Members')
		const seen: unknown[] = []
		const mount = async () => void seen.push(words())
		first.registerPart({ ...part('first-steps'), mount, texts: { fr: async () => ({ default: { Members: 'Membres' } }) } })
		second.registerPart({ ...part('charter'), mount, texts: { fr: () => Promise.reject(new Error('chunk')) } })
		await userEvent.click(screen.getByRole('tab', { name: 'Charter' }))
		await vi.waitFor(() => expect(seen).toEqual(['Membres', 'Membres']))
		document.documentElement.lang = ''
	})

	it('is said to be loading, then missing, and may still come late', async () => {
		vi.useFakeTimers()
		first.registerPart(part('storage'))
		expect(screen.getByRole('status').textContent).toBe('Loading …')
		expect(panel().getAttribute('aria-busy')).toBe('true')
		vi.advanceTimersByTime(PATIENCE)
		expect(screen.getByRole('alert').textContent).toMatch(/could not be loaded/)
		second.registerPart(part('first-steps'))
		await vi.runAllTimersAsync()
		expect(panel().textContent).toBe('screen of first-steps')
		expect(panel().getAttribute('aria-busy')).toBe('false')
	})
})
