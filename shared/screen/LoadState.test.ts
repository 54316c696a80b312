// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the three states of a part that is loaded. */

import userEvent from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import LoadState from './LoadState.vue'

afterEach(cleanup)

function show(props: { ready: boolean, loading: boolean, error?: string }) {
	return render(LoadState, {
		props: { ...props, words: { loading: 'Loading …', retry: 'Try again' } },
		slots: { default: '<p>The data</p>' },
	})
}

describe('LoadState', () => {
	it('says that it is loading', () => {
		show({ ready: false, loading: true })
		expect(screen.getByRole('status').textContent).toContain('Loading …')
		expect(screen.queryByText('The data')).toBeNull()
	})

	it('shows the data, and goes on showing it while it is loaded again', () => {
		show({ ready: true, loading: true })
		expect(screen.getByText('The data')).toBeTruthy()
		expect(screen.queryByText('Loading …')).toBeNull()
	})

	it('says what went wrong and offers to try again', async () => {
		const { emitted } = show({ ready: false, loading: false, error: 'No connection.' })
		expect(screen.getByRole('alert').textContent).toContain('No connection.')
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
		expect(emitted('retry')).toHaveLength(1)
	})
})
