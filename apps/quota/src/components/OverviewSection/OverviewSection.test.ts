// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom

/** Tests the overview through the screen: sentences, pictures, tables. */

import { OcsError } from '@ensemble/shared/ocs/error'
import { userEvent } from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import OverviewSection from './OverviewSection.vue'
import { fetchHistory } from '../../api/storage.ts'
import { chloe, GB, member, usageOf } from '../testing.ts'

vi.mock('../../api/storage.ts')

const today = Math.floor(usageOf().countedAt / 86_400)
/** Ten days on which the space grew by a tenth of a gigabyte each. */
const days = Array.from({ length: 10 }, (_, index) => ({ day: today - 9 + index, files: 10 * GB + index * 0.1 * GB, trash: 0, versions: 0, team: 0, other: 0, promised: null, pool: null }))

beforeEach(() => {
	vi.mocked(fetchHistory).mockReset().mockResolvedValue(days)
})
afterEach(cleanup)

type Given = Parameters<typeof usageOf>[0]
const show = (given: Given = {}) => render(OverviewSection, { props: { usage: usageOf(given) } })
const picture = (name: RegExp) => screen.getByRole('img', { name }).getAttribute('aria-label')

describe('the space', () => {
	it('is shown by kind, with what is free', () => {
		show()
		expect(screen.getByText('11.6 GB of 12 GB are in use; 410 MB are free.')).toBeTruthy()
		expect(picture(/What takes room/)).toBe('What takes room in the space. Files of members 9.6 GB (80%), Deleted files 1 GB (8%), Old versions 512 MB (4%), Team folders 256 MB (2%), Previews and other things 256 MB (2%), Free 410 MB (3%)')
		expect(screen.getAllByRole('table', { hidden: true }).length).toBeGreaterThanOrEqual(2)
	})

	it('may be more than full, or of unknown size', async () => {
		show({ total: { pool: 10 * GB } })
		expect(screen.getByText('11.6 GB are in use: more than the 10 GB of the space.')).toBeTruthy()
		cleanup()
		const { emitted } = show({ total: { pool: null } })
		expect(screen.getByText('11.6 GB are in use.')).toBeTruthy()
		await userEvent.click(screen.getByRole('button', { name: 'Open the settings' }))
		expect(emitted('settings')).toHaveLength(1)
	})

	it('is first of all asked about, where somebody asks', async () => {
		const { emitted } = show({ openRequests: 2 })
		expect(screen.getByText('2 members ask for more room.')).toBeTruthy()
		await userEvent.click(screen.getByRole('button', { name: 'See the requests' }))
		expect(emitted('requests')).toHaveLength(1)
		cleanup()
		show()
		expect(screen.queryByText(/more room/)).toBeNull()
	})
})

describe('its growth', () => {
	it('is a line with the limit, and the day when it will be full', async () => {
		show()
		expect(await screen.findByText(/grows by about 102 MB a day\. At this pace it will be full around November 2[23], 2026/)).toBeTruthy()
		expect(picture(/day by day/)).toMatch(/November 18, 2026: 11\.6 GB, Size of the space: 12 GB, Full at the latest: .*, Full, most likely: November 2[23], 2026, Full at the earliest: /)
	})

	it('is too early to tell in the first week, and begins with nothing', async () => {
		vi.mocked(fetchHistory).mockResolvedValue(days.slice(-5))
		show()
		expect(await screen.findByText(/too early to tell/)).toBeTruthy()
		cleanup()
		vi.mocked(fetchHistory).mockResolvedValue([])
		show()
		expect(await screen.findByText(/no earlier days yet/)).toBeTruthy()
	})

	it('is said to be missing when it cannot be loaded, and tried again', async () => {
		vi.mocked(fetchHistory).mockRejectedValueOnce(new OcsError('server', 'Something went wrong on the server.', 500))
		show()
		expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong')
		await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
		expect(await screen.findByRole('img', { name: /day by day/ })).toBeTruthy()
	})
})

describe('what is promised', () => {
	it('stands against what there is', () => {
		show()
		expect(screen.getByText('The quotas of all active accounts add up to 10 GB of 12 GB.')).toBeTruthy()
		expect(picture(/promised/)).toBe('What is promised to members. Promised and used 6.6 GB (54%), Promised, not used yet 3.4 GB (28%), Not promised 2 GB (16%)')
	})

	it('may be more than there is, or boundless', () => {
		show({ members: [member('amina', { quota: 20 * GB })] })
		expect(screen.getByText(/add up to 20 GB: more than the 12 GB of the space/)).toBeTruthy()
		cleanup()
		show({ total: { promised: null }, members: [{ ...chloe, enabled: true }] })
		expect(screen.getByText(/^One active account has no limit/)).toBeTruthy()
		expect(screen.queryByRole('img', { name: /promised/ })).toBeNull()
	})
})

describe('the accounts', () => {
	it('are counted, against the cap where there is one', () => {
		show()
		expect(screen.getByText('There are 2 active accounts; guests are not counted.')).toBeTruthy()
		cleanup()
		show({ total: { accounts: 45, accountCap: 50 } })
		expect(screen.getByText('45 of 50 accounts are taken; guests and disabled accounts are not counted.')).toBeTruthy()
		expect(picture(/^Accounts/)).toBe('Accounts. Active accounts 45 (90%), Still to be had 5 (10%)')
		cleanup()
		show({ total: { accounts: 50, accountCap: 50 } })
		expect(screen.getByText('All 50 accounts are taken: no more can be added.')).toBeTruthy()
	})
})
