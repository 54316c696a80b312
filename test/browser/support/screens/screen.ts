// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A screen of the pack, and how to come to stand before it. */

import type { Page } from '@playwright/test'
import type { Person, Space } from '../../../contract/support/space.ts'
import type { Look } from '../../fixtures.ts'
import type { AppName, Say, Tongue } from '../words.ts'

export interface Screen {
	name: string
	path: string
	/** Whose words stand on it; the charter's unless told. */
	app?: AppName
	/** The languages it is looked at in; English alone unless told. */
	tongues?: readonly Tongue[]
	/** Brings the space into the situation; gives who looks. */
	prepare: (space: Space, tongue: Tongue) => Promise<Person>
	/** Before the page is opened. */
	look?: Pick<Look, 'before' | 'init'>
	/** Leads on from the opened page, and waits until the screen is there. */
	reach: (page: Page, say: Say) => Promise<unknown>
}
