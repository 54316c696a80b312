// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** An old version in a dialog. */

import type { Version } from '../../../contract.ts'

import { repairForDOMPurify } from '@ensemble/shared/markdown/happyDom'
import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import VersionReader from './VersionReader.vue'
import { fetchVersion } from '../../api/versions.ts'

vi.mock('../../api/versions.ts')
repairForDOMPurify()

const version: Version = {
	id: 5,
	owner: 'association',
	ownerName: '',
	number: 2,
	defaultLanguage: 'fr',
	texts: { fr: { title: 'Charte', summary: ['Un.'], body: '# Le but' } },
	hashes: {},
	publishedAt: 1,
	kind: 'editorial',
	mode: 'require',
	deadline: Date.UTC(2026, 10, 16, 12) / 1000,
	audience: { who: 'except', groups: ['bureau', 'jardins'] },
	changeNote: { fr: 'Une faute corrigée.' },
	asks: 4,
}

beforeEach(() => {
	vi.mocked(fetchVersion).mockReset().mockResolvedValue(version)
})
afterEach(cleanup)

it('shows the version', async () => {
	render(VersionReader, { props: { id: 5 } })
	expect(await screen.findByRole('dialog', { name: 'Charte' })).toBeTruthy()
	expect(fetchVersion).toHaveBeenCalledExactlyOnceWith(5)
	expect(await screen.findByRole('heading', { name: 'Le but' })).toBeTruthy()
})

it('says how it was published', async () => {
	const { emitted } = render(VersionReader, { props: { id: 5 } })
	await screen.findByRole('dialog', { name: 'Charte' })
	expect(screen.getAllByRole('definition').map((one) => one.textContent?.trim())).toEqual([
		expect.stringMatching(/^2, published on /),
		'Only the wording',
		'Require an answer',
		expect.stringContaining('November'),
		'Everyone but bureau, jardins',
		'Une faute corrigée.',
	])
	await userEvent.click(screen.getByText('Start a draft from this'))
	expect(emitted('draft')).toEqual([[5]])
})

it('says what went wrong, tries again, and closes', async () => {
	vi.mocked(fetchVersion).mockRejectedValueOnce(new OcsError('network', 'The server cannot be reached.'))
	const { emitted } = render(VersionReader, { props: { id: 5 } })
	expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
	await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
	expect(await screen.findByRole('dialog', { name: 'Charte' })).toBeTruthy()
	await userEvent.click(screen.getByRole('button', { name: 'Close' }))
	await vi.waitFor(() => expect(emitted('close')).toHaveLength(1))
})

it('says that a charter is the host\'s', async () => {
	vi.mocked(fetchVersion).mockResolvedValue({ ...version, owner: 'host', ownerName: 'Libre Toit' })
	const { emitted } = render(VersionReader, { props: { id: 5 } })
	expect((await screen.findAllByRole('definition'))[0]!.textContent).toBe('Libre Toit, who runs this space; it cannot be changed here')
	await userEvent.click(screen.getByText('Start a draft from this'))
	expect(emitted('draft')).toEqual([[5]])
})
