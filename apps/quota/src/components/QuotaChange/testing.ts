// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** For the tests of changing quotas: a server that keeps some, behind mocked `api/quotas` and `confirmPassword`. */

import type { OcsError } from '@ensemble/shared/ocs/error'
import type { QuotaChange } from './changes.ts'

import { confirmPassword } from '@ensemble/shared/ocs/nextcloud'
import { render } from '@testing-library/vue'
import { vi } from 'vitest'
import { defineComponent } from 'vue'
import { storeDefaultQuota, storeQuota } from '../../api/quotas.ts'
import { useQuotas } from './useQuotas.ts'

/** What the server has stored: login name → quota, empty for the default. */
let stored: Record<string, string> = {}
/** What the screen has counted last. */
let counted: Record<string, string> = {}

/** Counts again: only then the screen knows what the server has stored. */
export const reload = vi.fn<() => Promise<OcsError | null>>()

export const server = {
	/** What it has stored; written in place. */
	get stored(): Record<string, string> {
		return stored
	},
	/** Puts everything back; these functions have to be mocked. */
	begin() {
		stored = { '': '5 GB', amina: 'default', bruno: '5 GB', chloe: 'none' }
		counted = { ...stored }
		reload.mockReset().mockImplementation(async () => {
			counted = { ...stored }
			return null
		})
		vi.mocked(storeQuota).mockReset().mockImplementation(async (account, value) => {
			stored[account] = value
		})
		vi.mocked(storeDefaultQuota).mockReset().mockImplementation(async (value) => {
			stored[''] = value
		})
		vi.mocked(confirmPassword).mockReset().mockResolvedValue(true)
	},
	/** Adds accounts that have the default. */
	crowd(many: number): string[] {
		const accounts = Array.from({ length: many }, (_, index) => `member${index}`)
		accounts.forEach((account) => {
			stored[account] = 'default'
		})
		counted = { ...stored }
		return accounts
	},
}

/** A screen that changes quotas. */
export function setUp() {
	let quotas: ReturnType<typeof useQuotas> | undefined
	const view = render(defineComponent({
		setup() {
			quotas = useQuotas({ reload, stored: (account) => counted[account ?? ''] })
			return () => null
		},
	}))
	return { ...view, quotas: quotas! }
}

/**
 * A change from what is stored.
 *
 * @param account login name; null = the default
 * @param after as Nextcloud stores it
 */
export function changeOf(account: string | null, after: string): QuotaChange {
	return { account, name: account ?? 'Default quota', before: stored[account ?? '']!, after }
}
