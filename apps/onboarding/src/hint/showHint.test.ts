// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the line about an app and the news through the screen: where they stand, and that they disturb nobody. */

import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { showNews } from '../news/showNews.ts'
import { showHint } from './showHint.ts'

const done = vi.fn()

beforeEach(() => {
	done.mockReset()
	document.body.innerHTML = '<header></header><div id="content"><input></div>'
	document.head.dataset.requesttoken = 'token'
	document.documentElement.removeAttribute('style')
	vi.stubGlobal('fetch', vi.fn(async () => new Response('{}')))
})

/** What the server was told. */
const told = () => vi.mocked(fetch).mock.calls.map(([url, { method, body } = {}]) => [method, String(url).replace(/^.*\/api\/v1\//, ''), JSON.parse(String(body)) as unknown])

describe('the line about an app', () => {
	it('is a region between header and content, whose text is announced, and takes no focus', async () => {
		document.querySelector('input')!.focus()
		showHint({ app: 'deck', text: null }, done)
		const region = screen.getByRole('region', { name: 'What this app is for' })
		expect([...document.body.children].map((one) => one.localName)).toEqual(['header', 'section', 'div'])
		expect(region.nextElementSibling!.id).toBe('content')
		expect(document.activeElement?.localName).toBe('input')
		await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Deck: who does what, for example for the fête. Did you use Trello before? Here is the place for it now.'))
		expect(screen.queryByRole('dialog')).toBeNull()
		expect(done).not.toHaveBeenCalled()
	})

	it('makes room for itself, and gives it back', async () => {
		showHint({ app: 'deck', text: null }, done)
		await waitFor(() => expect(document.documentElement.style.getPropertyValue('--ensemble-line')).toMatch(/px$/))
		expect(screen.getByRole('region').querySelector('style')!.textContent).toContain('#ensemble-line~:is(#content,#content-vue)')
		await userEvent.click(screen.getByRole('button', { name: 'Close' }))
		expect(document.documentElement.style.getPropertyValue('--ensemble-line')).toBe('')
		expect(screen.queryByRole('region')).toBeNull()
		expect(done).toHaveBeenCalledOnce()
	})

	it('is remembered as shown at once, and gives the focus back when it is closed', async () => {
		const field = document.querySelector('input')!
		field.focus()
		showHint({ app: 'deck', text: null }, done)
		expect(told()).toEqual([['POST', 'hints/deck', { seen: true }]])
		await userEvent.tab({ shift: true })
		expect(document.activeElement?.textContent).toBe('Close')
		await userEvent.keyboard('{Enter}')
		expect(document.activeElement).toBe(field)
	})

	it('can be the last one', async () => {
		showHint({ app: 'deck', text: null }, done)
		await userEvent.click(screen.getByRole('button', { name: 'No more of these' }))
		await waitFor(() => expect(screen.queryByRole('region')).toBeNull())
		expect(told()).toEqual([['POST', 'hints/deck', { seen: true }], ['PUT', 'hints', { wanted: false }]])
		expect(done).toHaveBeenCalledOnce()
	})

	it('is the association\'s own, as plain text, and leads to what else there is', async () => {
		showHint({ app: 'own_app', text: 'Here is <b>ours</b>.' }, done)
		expect(await screen.findByText('Here is <b>ours</b>.')).toBeTruthy()
		expect(screen.getByRole('link', { name: 'What else is here for you' }).getAttribute('href')).toBe('/index.php/apps/ensemble_onboarding/#before')
	})

	it('is nothing where there is nothing to say', () => {
		showHint({ app: 'there_is_no_such_app', text: null }, done)
		expect(done).toHaveBeenCalledOnce()
		expect(screen.queryByRole('region')).toBeNull()
		expect(fetch).not.toHaveBeenCalled()
	})

	it('goes whatever the network does', async () => {
		vi.mocked(fetch).mockRejectedValue(new TypeError('Failed to fetch'))
		showHint({ app: 'deck', text: null }, done)
		await userEvent.click(screen.getByRole('button', { name: 'Close' }))
		expect(screen.queryByRole('region')).toBeNull()
		expect(done).toHaveBeenCalledOnce()
	})

	it.each([
		['does not answer', async () => {
			throw new TypeError('Failed to fetch')
		}],
		['refuses', async () => new Response('{}', { status: 503 })],
	])('says that it will come again where the server %s, and can be told once more', async (_, answer) => {
		vi.mocked(fetch).mockImplementation(answer)
		showHint({ app: 'deck', text: null }, done)
		const never = screen.getByRole('button', { name: 'No more of these' })
		await userEvent.click(never)
		await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^This could not be saved, so such lines would still come\./))
		expect(done).not.toHaveBeenCalled()
		vi.mocked(fetch).mockImplementation(async () => new Response('{}'))
		await userEvent.click(never)
		await waitFor(() => expect(done).toHaveBeenCalledOnce())
		expect(screen.queryByRole('region')).toBeNull()
	})

	it('is told once, however often the button is pressed', async () => {
		let answer: (response: Response) => void = () => {}
		vi.mocked(fetch).mockImplementation((_url, init) => init?.method === 'PUT' ? new Promise((resolve) => (answer = resolve)) : Promise.resolve(new Response('{}')))
		showHint({ app: 'deck', text: null }, done)
		await userEvent.dblClick(screen.getByRole('button', { name: 'No more of these' }))
		await waitFor(() => expect(fetch).toHaveBeenCalledTimes(2))
		await userEvent.click(screen.getByRole('button', { name: 'Close' }))
		answer(new Response('{}'))
		await new Promise((resolve) => setTimeout(resolve))
		expect(fetch).toHaveBeenCalledTimes(2)
		expect(done).toHaveBeenCalledOnce()
	})
})

describe('what changed', () => {
	const news = { version: '0.2.0', lines: ['One thing.', 'Another <i>thing</i>.'] }

	it('is a region with its lines', async () => {
		showNews(news, done)
		expect(screen.getByRole('region', { name: 'What changed in your space' })).toBeTruthy()
		await waitFor(() => expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['One thing.', 'Another <i>thing</i>.']))
		expect(fetch).not.toHaveBeenCalled()
	})

	it('is read once it was closed', async () => {
		showNews(news, done)
		await userEvent.click(screen.getByRole('button', { name: 'Close' }))
		expect(done).toHaveBeenCalledOnce()
		expect(told()).toEqual([['POST', 'news', { version: '0.2.0' }]])
	})
})
