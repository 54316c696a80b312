// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the sections of a part: by mouse, keyboard and address. */

import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ref } from 'vue'
import SectionTabs from './SectionTabs.vue'

beforeEach(() => {
	location.hash = '#storage'
	document.body.dir = ''
})
afterEach(cleanup)

const tabs = [{ id: 'one', label: 'One', count: 0, spoken: '0 open' }, { id: 'two', label: 'Two', count: 3, spoken: '3 open' }, { id: 'three', label: 'Three' }]

function show() {
	return render({
		components: { SectionTabs },
		setup: () => ({ tabs, current: ref('one') }),
		template: '<SectionTabs v-model="current" part="storage" name="Storage" :tabs="tabs"><p>This is {{ current }}.</p></SectionTabs>',
	})
}

const tab = (name: RegExp) => screen.getByRole('tab', { name })

describe('SectionTabs', () => {
	it('begin where they are told to, and leave the address of the part alone', () => {
		show()
		expect(screen.getByRole('tablist', { name: 'Storage' })).toBeTruthy()
		expect(screen.getByRole('tabpanel', { name: 'One' }).textContent).toContain('This is one.')
		expect(location.hash).toBe('#storage')
	})

	it('open by click, and stand in the address', async () => {
		show()
		await userEvent.click(tab(/^Three/))
		expect(screen.getByText('This is three.')).toBeTruthy()
		expect(location.hash).toBe('#storage/three')
	})

	it('follow the keys, around the ends, and the reading direction', async () => {
		show()
		tab(/^One/).focus()
		for (const [key, name] of [['ArrowLeft', /^Three/], ['ArrowRight', /^One/], ['End', /^Three/], ['Home', /^One/]] as const) {
			await userEvent.keyboard(`{${key}}`)
			expect([document.activeElement, tab(name).getAttribute('aria-selected')]).toEqual([tab(name), 'true'])
		}
		document.body.dir = 'rtl'
		await userEvent.keyboard('{ArrowLeft}')
		expect(document.activeElement).toBe(tab(/^Two/))
		expect(screen.getAllByRole('tab').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
	})

	it('follow the address, but not that of another part', async () => {
		location.hash = '#storage/two'
		show()
		expect(await screen.findByText('This is two.')).toBeTruthy()
		location.hash = '#charter/one'
		dispatchEvent(new Event('hashchange'))
		expect(screen.getByText('This is two.')).toBeTruthy()
		location.hash = '#storage/three'
		dispatchEvent(new Event('hashchange'))
		expect(await screen.findByText('This is three.')).toBeTruthy()
	})

	it('say what is waiting, in sight and in words, and nothing of nothing', () => {
		show()
		expect([...tab(/^Two/).children].map((part) => [part.textContent, part.getAttribute('aria-hidden')])).toEqual([['3', 'true'], ['3 open', null]])
		expect(tab(/^One/).textContent?.trim()).toBe('One')
	})
})
