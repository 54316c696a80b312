// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that each step has words and leads to a place, the built-in ones and those that replace them. */

import { afterEach, describe, expect, it } from 'vitest'
import { builtInStep } from '../contract.ts'
import { builtInWords, stepWords } from './steps.ts'

afterEach(() => {
	window._oc_webroot = undefined
})

describe('builtInWords', () => {
	it('says something different for each step of the contract', () => {
		const all = builtInStep.options.map(builtInWords)
		for (const key of ['title', 'sentence', 'reason', 'action'] as const) {
			expect(new Set(all.map((words) => words[key])).size).toBe(builtInStep.options.length)
		}
	})

	it('leads to the right places, below the folder Nextcloud lives in', () => {
		window._oc_webroot = '/cloud'
		expect(builtInStep.options.map((id) => builtInWords(id).url.replace('/cloud/index.php/', ''))).toEqual([
			'settings/user',
			'settings/user',
			'apps/files/',
			'apps/files/',
			'settings/user/security',
			'apps/ensemble_charter/',
			'apps/ensemble_quota/',
			'apps/calendar/',
		])
	})

	it('tells the address of the space, which the app on a phone asks for', () => {
		window._oc_webroot = '/cloud'
		expect(builtInWords('device').sentence).toContain(`${location.origin}/cloud`)
	})
})

describe('stepWords', () => {
	const own = { title: 'Meet us', sentence: 'Come to the café.', reason: '', action: '' }

	it('takes the built-in words and place where nothing replaces them', () => {
		expect(stepWords({ id: 'upload', texts: null, url: '' })).toEqual(builtInWords('upload'))
	})

	it('takes the words that replace them; the link keeps its name where they have none for it', () => {
		expect(stepWords({ id: 'upload', texts: own, url: '/f/12' })).toEqual({ ...own, action: 'Go to my files', url: '/f/12' })
	})

	it('gives a step of the association\'s own a link only where it leads somewhere', () => {
		expect(stepWords({ id: 'own-cafe', texts: own, url: '' })).toEqual({ ...own, url: '' })
		expect(stepWords({ id: 'own-cafe', texts: own, url: 'https://cafe.example/' })).toEqual({ ...own, action: 'Open', url: 'https://cafe.example/' })
		expect(stepWords({ id: 'own-cafe', texts: { ...own, action: 'The way there' }, url: 'https://cafe.example/' }).action).toBe('The way there')
	})
})
