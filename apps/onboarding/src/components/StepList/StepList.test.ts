// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the list of first steps through the screen. */

import userEvent from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import StepList from './StepList.vue'

afterEach(cleanup)

const steps = [{ id: 'picture', done: true }, { id: 'upload', done: false }, { id: 'charter', done: false }] as const

describe('StepList', () => {
	it('says how many are done, and which', () => {
		render(StepList, { props: { steps: [...steps] } })
		expect(screen.getByRole('status').textContent?.trim()).toBe('1 of 3 done')
		const items = screen.getAllByRole('listitem')
		expect(items.map((item) => within(item).getByRole('heading').textContent?.replaceAll(/\s+/g, ' ').trim())).toEqual([
			'Choose a profile picture done',
			'Bring in a first file to do',
			'Read the charter to do',
		])
	})

	it('gives each step that is to do a sentence, a reason and one link, and a done one none', () => {
		render(StepList, { props: { steps: [...steps] } })
		const [picture, upload, charter] = screen.getAllByRole('listitem')
		expect(within(picture!).queryByRole('link')).toBeNull()
		expect(within(upload!).getByRole('link', { name: 'Go to my files' }).getAttribute('href')).toMatch(/\/apps\/files\/$/)
		expect(within(charter!).getByRole('link', { name: 'Go to the charter' }).getAttribute('href')).toMatch(/\/apps\/ensemble_charter\/$/)
		expect(upload!.textContent).toContain('Open your files')
		expect(upload!.textContent).toContain('on any device')
	})

	it('tells which link was pressed', async () => {
		const { emitted } = render(StepList, { props: { steps: [...steps] }, attrs: { onFollow: (event: Event) => event.preventDefault() } })
		await userEvent.click(screen.getByRole('link', { name: 'Go to my files' }))
		expect(emitted<[MouseEvent, string]>('follow')?.[0]?.[1]).toMatch(/\/apps\/files\/$/)
	})
})
