// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests that each step has words of its own and leads to a place of its own. */

import { afterEach, describe, expect, it } from 'vitest'
import { stepId } from '../contract.ts'
import { stepWords } from './steps.ts'

afterEach(() => {
	window._oc_webroot = undefined
})

describe('stepWords', () => {
	it('says something different for each step of the contract', () => {
		const all = stepId.options.map(stepWords)
		for (const key of ['title', 'sentence', 'reason', 'action', 'url'] as const) {
			expect(new Set(all.map((words) => words[key])).size).toBe(stepId.options.length)
		}
	})

	it('leads to the right places, below the folder Nextcloud lives in', () => {
		window._oc_webroot = '/cloud'
		expect(stepId.options.map((id) => stepWords(id).url)).toEqual([
			'/cloud/index.php/settings/user',
			'/cloud/index.php/apps/files/',
			'/cloud/index.php/apps/ensemble_charter/',
		])
	})
})
