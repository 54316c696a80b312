// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the list of first steps through the screen. */

import type { Step } from '../../../contract.ts'

import userEvent from '@testing-library/user-event'
import { cleanup, render, screen, within } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import StepList from './StepList.vue'

afterEach(cleanup)

const cafe = { title: 'Come to the café', sentence: 'Each first Friday.', reason: '', action: '' }
const steps: Step[] = [
	{ id: 'picture', state: 'done', texts: null, url: '' },
	{ id: 'upload', state: 'open', texts: null, url: '' },
	{ id: 'own-cafe', state: 'open', texts: cafe, url: '' },
	{ id: 'charter', state: 'declined', texts: null, url: '' },
]

const list = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem')

describe('StepList', () => {
	it('says how many are done, and which; those put aside stand below and do not count', () => {
		render(StepList, { props: { steps } })
		expect(screen.getByRole('status').textContent?.trim()).toBe('1 of 3 done')
		const headings = (items: HTMLElement[]) => items.map((item) => within(item).getByRole('heading', { level: 3 }).textContent?.replaceAll(/\s+/g, ' ').trim())
		expect(headings(list('First steps'))).toEqual(['Choose a profile picture done', 'Bring in a first file to do', 'Come to the café to do'])
		expect(headings(list('Put aside'))).toEqual(['Read the charter not for me'])
	})

	it('gives each step that is to do a sentence, a reason and one link, and a done one none', () => {
		render(StepList, { props: { steps } })
		const [picture, upload, own] = list('First steps')
		expect(within(picture!).queryByRole('link')).toBeNull()
		expect(within(picture!).queryByRole('button')).toBeNull()
		expect(within(upload!).getByRole('link', { name: 'Go to my files' }).getAttribute('href')).toMatch(/\/apps\/files\/$/)
		expect(upload!.textContent).toContain('Open your files')
		expect(upload!.textContent).toContain('on any device')
		// It leads nowhere.
		expect(within(own!).queryByRole('link')).toBeNull()
		expect(own!.textContent).toContain('Each first Friday.')
	})

	it('tells what the person says: not for them, done, back again', async () => {
		const { emitted } = render(StepList, { props: { steps } })
		await userEvent.click(screen.getByRole('button', { name: 'Not for me: Bring in a first file' }))
		await userEvent.click(screen.getByRole('button', { name: 'I have done this: Come to the café' }))
		await userEvent.click(screen.getByRole('button', { name: 'Take back: Read the charter' }))
		expect(emitted<[Step, string]>('change').map(([step, state]) => [step.id, state])).toEqual([['upload', 'declined'], ['own-cafe', 'done'], ['charter', 'open']])
		// The space itself says whether a file was brought in.
		expect(screen.queryByRole('button', { name: 'I have done this: Bring in a first file' })).toBeNull()
	})

	it('lets a person take back what they said to be done', () => {
		render(StepList, { props: { steps: [{ ...steps[2]!, state: 'done' }] } })
		expect(screen.getByRole('button', { name: 'Take back: Come to the café' })).toBeTruthy()
	})

	it('has no buttons where it is only to be looked at', () => {
		render(StepList, { props: { steps, still: true } })
		expect(screen.queryByRole('button')).toBeNull()
		expect(screen.getByRole('link', { name: 'Go to my files' })).toBeTruthy()
	})

	it('says so when all are put aside', () => {
		render(StepList, { props: { steps: [steps[3]!] } })
		expect(screen.getByRole('status').textContent?.trim()).toBe('You have put all steps aside.')
		expect(screen.queryByRole('list', { name: 'First steps' })).toBeNull()
	})
})
