// SPDX-FileCopyrightText: 2026 Ensemble contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** What makes up a picture. */

import type { Page } from 'playwright'

/** One picture. */
export interface Shot {
	/** Name of the file, without .png. */
	name: string
	/** Login name of the person of the demo association who looks; nobody = without an account. */
	person?: string
	path: string
	/** Of the window, in pixels. */
	height?: number
	/** Waits until there is what should be seen. */
	ready: (page: Page) => Promise<unknown>
}

/** Where admins look after everything of ours. */
export const ASSOCIATION = '/settings/admin/ensemble'
