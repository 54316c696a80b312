// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

// @vitest-environment happy-dom

/** Tests the overview of the space through the screen. */

import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import SpaceUsage from './SpaceUsage.vue'

afterEach(cleanup)

const GB = 2 ** 30
const total = { pool: 50 * GB, files: 20 * GB, trash: 4 * GB, versions: GB, promised: 40 * GB }

describe('SpaceUsage', () => {
	it('says how much of how much, and shows what takes it', () => {
		render(SpaceUsage, { props: { total } })
		expect(screen.getByText('All members together use 25 GB of 50 GB.')).toBeTruthy()
		expect(screen.getByRole('img', { name: /Files 20 GB \(40%\), Deleted files 4 GB \(8%\), Old versions 1 GB \(2%\), Free 25 GB \(50%\)/ })).toBeTruthy()
		expect(screen.getByText('The quotas of all active accounts add up to 40 GB.')).toBeTruthy()
	})

	it('says when more was promised than there is', () => {
		render(SpaceUsage, { props: { total: { ...total, promised: 120 * GB } } })
		expect(screen.getByText(/add up to 120 GB: more than the space has/)).toBeTruthy()
	})

	it('says when an account has no limit', () => {
		render(SpaceUsage, { props: { total: { ...total, promised: null } } })
		expect(screen.getByText(/At least one account has no limit/)).toBeTruthy()
	})

	it('speaks of no free room where the size is not known, and says how to change that', () => {
		render(SpaceUsage, { props: { total: { ...total, pool: null } } })
		expect(screen.getByText('All members together use 25 GB.')).toBeTruthy()
		expect(screen.getByRole('img').getAttribute('aria-label')).not.toContain('Free')
		expect(screen.getByText(/Write the size of your space/)).toBeTruthy()
	})
})
