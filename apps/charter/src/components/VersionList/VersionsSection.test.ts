// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** The section of the published versions. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, it, vi } from 'vitest'
import VersionsSection from './VersionsSection.vue'
import { fetchVersions } from '../../api/versions.ts'

vi.mock('../../api/versions.ts')
afterEach(cleanup)

it('says what went wrong, tries again, and says that there are none', async () => {
	vi.mocked(fetchVersions).mockRejectedValueOnce(new OcsError('server', 'Something went wrong.')).mockResolvedValue([])
	render(VersionsSection)
	expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong.')
	await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
	expect(await screen.findByText(/^Nothing is published yet/)).toBeTruthy()
})
